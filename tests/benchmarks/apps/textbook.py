"""The textbook way: filter, build the folium map anew on every rerun, show it with st_folium."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from flows.geometry.curves import display_longitude
from flows.scene.routes import routes_from
from geodata.load import default_atlas
from geodata.vocabulary.terms import with_descendants
from tests.benchmarks.apps.leaflet import americas

FORMS = ("sex_trafficking", "forced_labor", "debt_bondage")

atlas = default_atlas()
chosen = st.pills("Form", FORMS, selection_mode="multi", key="types")
wanted = frozenset().union(*(with_descendants(slug) for slug in chosen))
claims = [claim for claim in atlas.claims if not wanted or wanted & set(claim.types)]

textbook = americas()
for route in routes_from(claims):
    stops = [atlas.gazetteer[stop] for stop in route.places]
    # Straight lines without a word on them: less than the atlas draws.
    folium.PolyLine([(stop.lat, display_longitude(stop.lon)) for stop in stops], weight=2).add_to(textbook)
st_folium(textbook, returned_objects=[], use_container_width=True)
