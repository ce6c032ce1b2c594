"""The hello world of Streamlit: one line of text."""

import streamlit as st

st.text("Hello, world")
