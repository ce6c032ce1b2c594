"""A page of Streamlit with our vendored files beside it, as the app serves them to its own."""

import os
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

_ROOT = Path(__file__).parents[3]

app = st.App(os.environ["BENCHMARK_PAGE"], routes=[Mount("/assets", StaticFiles(directory=_ROOT / "assets"))])
