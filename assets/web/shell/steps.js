// Back and Forward are heard here first: Streamlit, which listens from its start, reads the address at once.
addEventListener("popstate", (event) => document.atlasOnReturn?.(event));
