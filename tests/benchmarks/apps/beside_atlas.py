"""A comparison page beside the routes of the atlas, so that it can use the same map."""

import os

import streamlit as st

from flows.web.routes import web_routes

app = st.App(os.environ["BENCHMARK_PAGE"], routes=web_routes(""))
