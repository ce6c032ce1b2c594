"""The same map and filters, the commands carried by st_folium in a feature group that holds nothing else."""

from typing import ClassVar

import folium
from branca.element import Element, MacroElement
from jinja2 import Template
from streamlit_folium import st_folium

from flows.maps.command import map_command
from flows.maps.marks_file import marks_of
from flows.maps.page import FIRST_VIEW, AtlasLayer
from flows.palette import css_variables
from flows.query.links import Request
from flows.query.selection import Selection
from geodata.load import default_atlas
from tests.benchmarks.apps.two_filters import show_two_filters


class Command(MacroElement):
    """A command for the layer that is already there, as a script that st_folium runs in its frame."""

    _template = Template(
        "{% macro script(this, kwargs) %}window.atlas.receive({{ this.command | tojson }});{% endmacro %}"
    )

    def __init__(self, command: dict[str, object]) -> None:
        super().__init__()
        self.command = command


class CarriedMap(folium.Map):
    default_js: ClassVar[list[tuple[str, str]]] = [
        ("leaflet", "/assets/vendor/leaflet.js"),
        ("atlas_script", "/assets/web/built/map.js"),
    ]
    default_css: ClassVar[list[tuple[str, str]]] = [
        ("leaflet_style", "/assets/vendor/leaflet.css"),
        ("atlas_style", "/assets/web/map.css"),
    ]


atlas = default_atlas()
chosen = show_two_filters(atlas)
carried = CarriedMap(location=[8, -80], zoom_start=3, tiles=None)
AtlasLayer(
    ground="/assets/web/base/countries.json",
    marks=f"/atlas/marks-{marks_of(atlas).hash}.json",
    home=FIRST_VIEW,
).add_to(carried)
carried.get_root().header.add_child(Element(f"<style>:root {{ {css_variables('light')} }}</style>"))
command = folium.FeatureGroup(name="command")
Command(map_command(Request(selection=Selection.from_values(chosen)))).add_to(command)
st_folium(carried, feature_group_to_add=command, returned_objects=[], use_container_width=True)
