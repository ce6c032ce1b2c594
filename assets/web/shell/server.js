// Where the server is found: beside the page. Streamlit would else ask below the page's own address first, and a
// link to any page but the front one would begin with two answers that there is nothing.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
