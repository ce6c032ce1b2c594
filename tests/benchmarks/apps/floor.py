"""The floor: the least that a Streamlit page can do between a click and a change that a reader sees."""

import streamlit as st

ticked = st.checkbox("Forced labor", key="types")
with st.container(key="said"):
    st.text("Routes of forced labor" if ticked else "All routes")
