"""Open the atlas: `streamlit run app.py` finds `app` here, as does `uvicorn app:app`."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from flows.templates import prepare_templates
from flows.ui.first_page import prepare_page, prepare_stories
from flows.ui.mishap import show_mishap
from flows.web.guard import Guard
from flows.web.page_shell import page_routes
from flows.web.routes import prepare_frame, web_routes
from flows.web.warm_up import warming

# Another server than Streamlit's own may be started in any folder; settings and pages are found from here.
config._main_script_path = config._main_script_path or __file__  # noqa: SLF001 - as `streamlit run` does it

_path = str(st.get_option("server.baseUrlPath") or "").strip("/")
_base = f"/{_path}" if _path else ""
_origins = st.get_option("server.corsAllowedOrigins")
_streamlit_page = Path(st.__file__).with_name("static") / "index.html"
app = st.App(
    "flows/ui/main.py",
    routes=[*page_routes(_base, _streamlit_page.read_text(encoding="utf-8")), *web_routes(_base)],
    middleware=[Middleware(Guard, base=_base, settings=os.environ, origins=_origins)],
    lifespan=warming(prepare_page, prepare_frame, prepare_templates, prepare_stories),
    on_script_error=show_mishap,
)
