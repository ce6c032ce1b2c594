"""Open the atlas: `streamlit run app.py` finds `app` here."""

import streamlit as st

from flows.templates import prepare_templates
from flows.ui.first_page import prepare_page
from flows.ui.mishap import show_mishap
from flows.web.routes import prepare_frame, web_routes
from flows.web.warm_up import warming

_path = str(st.get_option("server.baseUrlPath") or "").strip("/")
app = st.App(
    "flows/ui/main.py",
    routes=web_routes(f"/{_path}" if _path else ""),
    lifespan=warming(prepare_page, prepare_frame, prepare_templates),
    on_script_error=show_mishap,
)
