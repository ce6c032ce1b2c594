// Made of the modules in assets/web/ by `make web`: change those.
(()=>{function n(){let t=document.getElementById("atlas-connection"),e=document.querySelector("[data-test-connection-state=CONNECTED]");t&&(t.hidden=!!e),e||setTimeout(n,500)}setTimeout(n,3500);})();
