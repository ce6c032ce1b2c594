// Made of the modules in assets/web/ by `make web`: change those.
(()=>{addEventListener("popstate",t=>document.atlasOnReturn?.(t));})();
