"""The Sources page with the made-up long document; READER_CODED says whether a word of it is coded."""

import os

import streamlit as st

from flows.scene.scene import compose
from flows.ui import state
from flows.ui.frame import show_head
from flows.ui.views.sources import show_sources
from tests.benchmarks.long_text import long_atlas

st.set_page_config(layout="wide")
atlas = long_atlas(coded=os.environ.get("READER_CODED") == "1")
state.begin(atlas)
request = state.request()
show_head()
show_sources(atlas, compose(atlas, request.selection), request)
