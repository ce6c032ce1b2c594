"""The map of a scene as a folium map of its own: the whole atlas inside, no request to anywhere.

It shows itself in a notebook (`folium_map(scene)` as the last line of a cell), is saved with ``save``, and
filters itself with its own buttons; `AtlasLayer(scene).add_to(m)` puts the same layer on a map of one's own.
"""

import json
from functools import cache
from typing import Any

import folium
from branca.element import Element

from flows.asset_urls import ASSETS
from flows.i18n import translate as _
from flows.maps.command import map_command
from flows.maps.first_view import FIRST_VIEW
from flows.maps.inlining import head_styles, inline_script, inline_style, style_text
from flows.maps.legend import layer_words
from flows.maps.marks import marks_tables
from flows.maps.own_filters import filter_words, own_filters
from flows.maps.page import MapLayer, empty_map
from flows.query.links import Request
from flows.query.word_index import WordIndex
from flows.scene.scene import Scene

_SCRIPT = "web/built/map.js"
_STYLES = ("fonts/fonts.css", "web/map.css")
_LEAFLET = ("vendor/leaflet.js", "vendor/leaflet.css")


class AtlasLayer(MapLayer):
    """The layer of the atlas with a scene's data inside, for any folium map.

    The scene's selection is what the layer shows at first. ``land`` draws the atlas' own land and water;
    without it the layer lies on whatever the map already shows.
    """

    def __init__(self, scene: Scene, *, land: bool = True) -> None:
        ground = _read_json("web/base/countries.json") if land else None
        super().__init__(
            {
                "ground": ground,
                "marks": marks_tables(scene.atlas) | {"word_index": scene.atlas.derived(WordIndex).table()},
                "home": FIRST_VIEW,
                "filters": own_filters(scene),
                "asked": map_command(Request(selection=scene.selection)),
                "words": layer_words() | filter_words(),
            }
        )

    def render(self, **kwargs: object) -> str:
        """Put the layer's script and styles into the page, behind those of the map itself."""
        figure: Any = self.get_root()
        figure.header.add_child(Element(_inline_styles()), name="atlas_styles")
        figure.header.add_child(Element(inline_script(_SCRIPT)), name="atlas_script")
        return str(super().render(**kwargs))  # type: ignore[no-untyped-call]  # folium has no types


def folium_map(scene: Scene) -> folium.Map:
    """Make a folium map of a scene that needs nothing from outside: saved, it is one HTML file.

    It shows the scene's selection at first, and the reader may filter on from there.
    """
    made = empty_map()
    # folium's own scripts and styles would be asked from outside hosts.
    made.default_js, made.default_css = [], []
    figure: Any = made.get_root()
    figure.title = _("Trafficking flows of the Western Hemisphere")
    script, style = _LEAFLET
    figure.header.add_child(Element(inline_style(style_text(style))), name="leaflet_style")
    figure.header.add_child(Element(inline_script(script)), name="leaflet_script")
    AtlasLayer(scene).add_to(made)
    return made


@cache
def _inline_styles() -> str:
    return "".join((head_styles(), *(inline_style(style_text(name)) for name in _STYLES)))


@cache
def _read_json(name: str) -> object:
    found: object = json.loads((ASSETS / name).read_text(encoding="utf-8"))
    return found
