// Made of the modules in assets/web/ by `make web`: change those.
(()=>{window.__streamlit={BACKEND_BASE_URL:new URL(".",location.href).href};})();
