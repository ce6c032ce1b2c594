"""The page of a pack as folium wrote it, kept in `assets/web/pack.html`: a map with its data inside.

`python -m flows.maps.pack_template` writes the file anew after a change of `flows.maps.page`; why such a page
is kept stands in `flows.maps.frame_template`.
"""

import re
from functools import cache
from html import escape
from typing import Any

from flows.asset_urls import ASSETS
from flows.i18n import language_in_use
from flows.maps.inlining import in_script
from flows.templates import Html

TEMPLATE = ASSETS / "web" / "pack.html"
# Where the map stands in the body.
MAP = Html('<div class="folium-map" id="map_atlas"></div>')
# The ids of the elements that hold the data, and of the one in which the filters come to stand.
GROUND, MARKS, WORDS, FILTERS = "atlas-ground", "atlas-marks", "atlas-words", "atlas-filters"
_OPTIONS = ("filters", "asked", "words")
_GAP = re.compile(r'"__(filters|asked|words)__"|__(language|title|head|body)__')


@cache
def _page() -> str:
    return TEMPLATE.read_text(encoding="utf-8")


def pack_template(title: str, head: str, body: Html, options: dict[str, Any]) -> str:
    """Fill the template in, in the language in use.

    ``head`` is HTML for the page's head, ``body`` holds `MAP`; ``options`` are the ``filters`` of the map,
    what is ``asked`` at first, and the map's ``words``.
    """
    filled: dict[str, str] = {name: in_script(options[name]) for name in _OPTIONS}
    filled |= {"language": language_in_use(), "title": escape(title), "head": head, "body": str(body)}
    return _GAP.sub(lambda found: filled[found[1] or found[2]], _page())


def make_template() -> str:
    """Let folium write the page, with gaps for what is filled in."""
    from branca.element import Element

    from flows.maps.first_view import FIRST_VIEW
    from flows.maps.page import CONTAINER, NO_ZOOM, MapLayer, empty_map

    atlas_map = empty_map()
    # folium's own names are made of chance; the page is to be the same each time.
    atlas_map._id = "atlas"  # noqa: SLF001 - there is no other way to name it
    # folium's own scripts and styles would be asked from outside hosts.
    atlas_map.default_js, atlas_map.default_css = [], []
    sources = {"ground": f"#{GROUND}", "marks": f"#{MARKS}", "word_index": f"#{WORDS}"}
    gaps = {name: f"__{name}__" for name in _OPTIONS}
    layer = MapLayer({**sources, "home": FIRST_VIEW, "filters_in": f"#{FILTERS}", **gaps})
    layer._id = "atlas"  # noqa: SLF001 - for the same reason
    layer.add_to(atlas_map)
    figure: Any = atlas_map.get_root()
    figure.title = "__title__"
    figure.header.add_child(Element("__head__"), name="pack_head", index=0)
    page = CONTAINER.sub("__body__", NO_ZOOM.sub("", figure.render()), count=1)
    page = page.replace("<html>", '<html lang="__language__">', 1)
    return "\n".join(line.rstrip() for line in page.splitlines() if line.strip()) + "\n"


if __name__ == "__main__":
    TEMPLATE.write_text(make_template(), encoding="utf-8")
