"""The map's page: a folium map with our layer, every file of it served by the app itself."""

import re
from typing import Any

import folium
from branca.element import Element
from folium.elements import JSCSSMixin
from folium.map import Layer
from jinja2 import Template

from flows.i18n import language_in_use
from flows.palette import css_variables

# What a first look holds: the Americas from the Great Lakes to Patagonia, with room on the Pacific
# for the arrivals from Asia. South-west and north-east corners, latitude first as folium wants it.
FIRST_VIEW = [[-54.0, -124.0], [51.0, -18.0]]
_MIN_ZOOM, _MAX_ZOOM = 2, 9
# One world only, cut opposite to the Americas (see `flows.geometry.curves`).
_WORLD = [[-75.0, -300.0], [84.0, 130.0]]

# folium forbids readers to enlarge the page with two fingers; nobody may be kept from that.
_NO_ZOOM = re.compile(r",\s*maximum-scale=1\.0,\s*user-scalable=no")


class AtlasLayer(JSCSSMixin, Layer):
    """The one layer that draws land and marks, and obeys the commands of the page.

    ``ground`` and ``marks`` are the addresses of the land (GeoJSON, EPSG:4326) and of the marks
    file; ``home`` the corners of the first view, south-west and north-east, latitude first.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = new L.AtlasLayer({{ this.options | tojson }});
        window.atlas.begin({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, *, ground: str, marks: str, home: list[list[float]]) -> None:
        super().__init__(name="atlas", overlay=True, control=False)
        self._name, self._id = "AtlasLayer", "atlas"
        self.options = {"ground": ground, "marks": marks, "home": home}


def _head(preloads: list[str]) -> Element:
    """Write what comes first in the head: both palettes as CSS variables, and the data to fetch early."""
    links = "".join(f'<link rel="preload" as="fetch" crossorigin href="{address}">' for address in preloads)
    light, dark = css_variables("light"), css_variables("dark")
    return Element(f'<style>:root {{ {light} }} :root[data-theme="dark"] {{ {dark} }}</style>{links}')


def map_page(
    *, ground: str, marks: str, scripts: list[tuple[str, str]], styles: list[tuple[str, str]], title: str
) -> str:
    """Render the page of the map.

    ``ground`` and ``marks`` are addresses of the data; ``scripts`` and ``styles`` are pairs of name
    and address, in the order in which the page loads them. Returns a whole HTML document.
    """
    (south, west), (north, east) = FIRST_VIEW
    atlas_map = folium.Map(
        location=[(south + north) / 2, (west + east) / 2],
        zoom_start=_MIN_ZOOM,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        world_copy_jump=False,
        zoom_snap=0.25,
        zoom_delta=1,
        wheel_px_per_zoom_level=90,
        min_zoom=_MIN_ZOOM,
        max_zoom=_MAX_ZOOM,
    )
    # folium's own names are made of chance; the page is to be the same each time.
    atlas_map._id = "atlas"  # noqa: SLF001 - there is no other way to name it
    atlas_map.options["maxZoom"] = _MAX_ZOOM
    atlas_map.options["minZoom"] = _MIN_ZOOM
    atlas_map.options["maxBounds"] = _WORLD
    # folium's own scripts and styles would be asked from outside hosts.
    atlas_map.default_js, atlas_map.default_css = scripts, styles
    AtlasLayer(ground=ground, marks=marks, home=FIRST_VIEW).add_to(atlas_map)
    figure: Any = atlas_map.get_root()
    figure.title = title
    figure.header.add_child(_head([ground, marks]), name="atlas_head", index=0)
    page = _NO_ZOOM.sub("", figure.render())
    return page.replace("<html>", f'<html lang="{language_in_use()}">', 1)
