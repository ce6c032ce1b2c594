"""The map's page as folium wrote it, kept in `assets/web/map.html`.

To import folium takes a quarter of the time until the first map is painted, and tens of megabytes for as long
as the server runs. What it writes is the same each time but for a few addresses and words, which are filled
in here. `python -m flows.maps.frame_template` writes the file anew after a change of `flows.maps.page`.
"""

import json
from functools import cache
from html import escape
from urllib.parse import quote

from flows.asset_urls import ASSETS
from flows.i18n import language_in_use
from flows.maps.legend import layer_words
from flows.palette import css_variables

TEMPLATE = ASSETS / "web" / "map.html"
STYLES = ("leaflet_style", "fonts", "atlas_style")
_ADDRESSES = ("ground", "marks", "script", *STYLES)
# Letters that mean the same in an address, in HTML and in a script.
_SAFE = "/?=.&"


@cache
def _page() -> str:
    return TEMPLATE.read_text(encoding="utf-8")


def frame_template(addresses: dict[str, str], title: str) -> str:
    """Fill the template in, in the language in use.

    ``addresses`` names those of the data (``ground``, ``marks``), of the ``script`` and of `STYLES`.
    """
    filled = {name: quote(addresses[name], safe=_SAFE) for name in _ADDRESSES}
    filled |= {theme: css_variables(theme) for theme in ("light", "dark")}
    filled |= {name: _in_script(words) for name, words in layer_words().items()}
    page = _page()
    for name, words in (filled | {"title": escape(title), "language": language_in_use()}).items():
        page = page.replace(_placeholder(name), words)
    return page


def _in_script(text: str) -> str:
    """Write a text as the inside of a script's string."""
    return json.dumps(text)[1:-1].replace("<", r"\u003c")


def make_template() -> str:
    """Let folium write the page, with gaps for what is filled in."""
    from flows.maps.page import map_page

    page = map_page(
        ground=_placeholder("ground"),
        marks=_placeholder("marks"),
        scripts=[("atlas", _placeholder("script"))],
        styles=[(style, _placeholder(style)) for style in STYLES],
        title=_placeholder("title"),
        words={name: _placeholder(name) for name in layer_words()},
    )
    for theme in ("light", "dark"):
        page = page.replace(css_variables(theme), _placeholder(theme))
    page = page.replace(f'<html lang="{language_in_use()}">', f'<html lang="{_placeholder("language")}">')
    return "\n".join(line.rstrip() for line in page.splitlines() if line.strip()) + "\n"


def _placeholder(name: str) -> str:
    return f"__{name}__"


if __name__ == "__main__":
    TEMPLATE.write_text(make_template(), encoding="utf-8")
