"""The map's page: a folium map with our layer, every file of it served by the app itself."""

import re
from html import escape
from typing import Any

import folium
from branca.element import Element
from folium.map import Layer
from jinja2 import Template

from flows.i18n import language_in_use
from flows.maps.first_view import FIRST_VIEW
from flows.maps.inlining import head_styles
from flows.maps.legend import layer_words

_MIN_ZOOM, _MAX_ZOOM = 2, 9
# One world only, cut opposite to the Americas (see `flows.geometry.curves`).
_WORLD = [[-75.0, -300.0], [84.0, 130.0]]

# folium forbids readers to enlarge the page with two fingers; nobody may be kept from that.
NO_ZOOM = re.compile(r",\s*maximum-scale=1\.0,\s*user-scalable=no")

CONTAINER = re.compile(r'<div class="folium-map"[^>]*></div>')


class MapLayer(Layer):
    """Make our Leaflet layer and hand it its options, which go into a script: ``<`` is escaped there.

    ``ground`` and ``marks`` are the land (GeoJSON, EPSG:4326) and the data file, or their addresses; ``home``
    the corners of the first view, south-west and north-east, latitude first; ``words`` what the map says
    before the data has come. Further options are those of `flows.maps.folium_map`.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = new L.AtlasLayer({{ this.options | tojson }});
        window.atlas.begin({{ this.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(name="atlas", overlay=True, control=False)
        self._name = "AtlasLayer"
        self.options = options


def _head(preloads: list[str]) -> Element:
    """Write what comes first in the head: the palettes, and the data to fetch early."""
    links = "".join(f'<link rel="preload" as="fetch" crossorigin href="{address}">' for address in preloads)
    return Element(f"{head_styles()}{links}")


def empty_map() -> folium.Map:
    """Make a folium map with the view, zooms and edges of the atlas, and no layer yet."""
    (south, west), (north, east) = FIRST_VIEW
    made = folium.Map(
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
    made.options["maxZoom"] = _MAX_ZOOM
    made.options["minZoom"] = _MIN_ZOOM
    made.options["maxBounds"] = _WORLD
    return made


def _with_landmark(page: str, title: str) -> str:
    """Put the map into a main part with a heading; both have its name, since the page around has its own."""
    named = escape(title)
    start = f'<main class="atlas-main" aria-label="{named}"><h1 class="atlas-title">{named}</h1>'
    return CONTAINER.sub(lambda found: f"{start}{found[0]}</main>", page, count=1)


def map_page(
    *,
    ground: str,
    marks: str,
    scripts: list[tuple[str, str]],
    styles: list[tuple[str, str]],
    title: str,
    words: dict[str, str] | None = None,
) -> str:
    """Render the page of the map.

    ``ground`` and ``marks`` are addresses of the data; ``scripts`` and ``styles`` are pairs of name
    and address, in the order in which the page loads them; ``words`` are those of
    `layer_words`. Returns a whole HTML document.
    """
    atlas_map = empty_map()
    # folium's own names are made of chance; the page is to be the same each time.
    atlas_map._id = "atlas"  # noqa: SLF001 - there is no other way to name it
    # folium's own scripts and styles would be asked from outside hosts.
    atlas_map.default_js, atlas_map.default_css = scripts, styles
    words = layer_words() if words is None else words
    layer = MapLayer({"ground": ground, "marks": marks, "home": FIRST_VIEW, "words": words})
    layer._id = "atlas"  # noqa: SLF001 - for the same reason
    layer.add_to(atlas_map)
    figure: Any = atlas_map.get_root()
    figure.title = title
    figure.header.add_child(_head([ground, marks]), name="atlas_head", index=0)
    page = _with_landmark(NO_ZOOM.sub("", figure.render()), title)
    return page.replace("<html>", f'<html lang="{language_in_use()}">', 1)
