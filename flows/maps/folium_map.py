"""The map of a scene as a folium map of its own: the whole atlas inside, no request to anywhere.

It shows itself in a notebook (`folium_map(scene)` as the last line of a cell), is saved with ``save``, and
filters itself with its own buttons; `AtlasLayer(scene).add_to(m)` puts the same layer on a map of one's own.
"""

import json
import re
from base64 import b64encode
from functools import cache
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import folium
from branca.element import Element

from flows.asset_urls import ASSETS
from flows.i18n import translate as _
from flows.maps.command import map_command
from flows.maps.first_view import FIRST_VIEW
from flows.maps.legend import layer_words
from flows.maps.marks import marks_tables
from flows.maps.page import MapLayer, empty_map, head_styles, inline_script, inline_style
from flows.query.links import Request
from flows.query.offered import PILL_FACETS, offered_values
from flows.query.word_index import WordIndex
from flows.scene.names import collection_name, facet_titles, label, search_remedy
from flows.scene.scene import Scene

_SCRIPT = "web/built/map.js"
_STYLES = ("fonts/fonts.css", "web/map.css")
_LEAFLET = ("vendor/leaflet.js", "vendor/leaflet.css")
# Fonts that the map writes with; the others of the style sheet are for the page around it.
_FONT = "source-sans-3-latin-wght-normal.woff2"
_ADDRESS = re.compile(r"""url\((["']?)([^"')]+)\1\)""")
_FACE = re.compile(r"@font-face\s*{[^}]*}")


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
                "filters": _filters(scene),
                "asked": map_command(Request(selection=scene.selection)),
                "words": layer_words() | _filter_words(),
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
    figure.header.add_child(Element(inline_style(_style(style))), name="leaflet_style")
    figure.header.add_child(Element(inline_script(script)), name="leaflet_script")
    AtlasLayer(scene).add_to(made)
    return made


def _filters(scene: Scene) -> list[dict[str, Any]]:
    """Return the filters of the map's own card: each facet with its values, in the order of the page."""
    titles, collections = facet_titles(), scene.atlas.collections
    found = []
    for facet in PILL_FACETS:
        values = offered_values(facet, scene.atlas, scene.index, scene.selection.chosen(facet))
        if len(values) > 1:
            labels = (
                collection_name(collections[value]) if facet == "collections" else label(facet, value)
                for value in values
            )
            pairs = [{"value": value, "label": text} for value, text in zip(values, labels, strict=True)]
            found.append({"facet": facet, "title": titles[facet], "values": pairs})
    return found


def _filter_words() -> dict[str, str]:
    return {
        "filters": _("Filters"),
        "reset": _("Show everything"),
        "search": _("Words of claims and quotations"),
        "no_search": search_remedy(),
        "shown": _("{routes} routes, {hotspots} hotspots and {roles} country roles shown"),
    }


@cache
def _inline_styles() -> str:
    return head_styles() + "".join(inline_style(_style(name)) for name in _STYLES)


def _style(name: str) -> str:
    """Read a style sheet with what it names inside: icons and one font as data, pictures of Leaflet not."""
    file = ASSETS / name
    text = file.read_text(encoding="utf-8")
    if name.startswith("fonts/"):
        text = "".join(face for face in _FACE.findall(text) if _FONT in face)

    def carried(match: re.Match[str]) -> str:
        named = file.parent / match[2]
        return f'url("{_as_data(named)}")' if named.is_file() and "leaflet" not in name else 'url("data:,")'

    return _ADDRESS.sub(carried, text)


def _as_data(file: Path) -> str:
    kind = "font/woff2" if file.suffix == ".woff2" else guess_type(file.name)[0]
    return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"


@cache
def _read_json(name: str) -> object:
    found: object = json.loads((ASSETS / name).read_text(encoding="utf-8"))
    return found
