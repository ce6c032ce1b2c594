"""The hello world of folium in Streamlit: a map with one line on it."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.benchmarks.apps.leaflet import americas

st.title("Hello, world")
hello = americas()
folium.PolyLine([(23.6, -102.5), (38.9, -77.0)]).add_to(hello)
st_folium(hello, returned_objects=[])
