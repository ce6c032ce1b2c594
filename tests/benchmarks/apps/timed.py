"""The app with a stopwatch around its page: what Python does in one run of the script."""

import streamlit as st

from flows.web.routes import web_routes

app = st.App("timed_page.py", routes=web_routes(""))
