"""The other hello world: the page that folium writes, shown in a frame, without streamlit-folium."""

import folium
import streamlit as st

from tests.benchmarks.apps.leaflet import americas

st.title("Hello, world")
hello = americas()
folium.PolyLine([(23.6, -102.5), (38.9, -77.0)]).add_to(hello)
st.components.v1.html(hello.get_root().render(), height=500)
