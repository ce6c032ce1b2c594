"""Scripts, styles and data as elements of a page that asks nothing of anyone."""

import json
import re
from base64 import b64encode
from functools import cache
from gzip import compress
from mimetypes import guess_type
from pathlib import Path

from flows.asset_urls import ASSETS
from flows.palette import css_variables
from flows.templates import Html

# Fonts that the map writes with; the others of the style sheet are for the page around it.
_FONT = "source-sans-3-latin-wght-normal.woff2"
_ADDRESS = re.compile(r"""url\((["']?)([^"')]+)\1\)""")
_FACE = re.compile(r"@font-face\s*{[^}]*}")


def head_styles() -> Html:
    """Write both palettes as CSS variables."""
    light, dark = css_variables("light"), css_variables("dark")
    return Html(f'<style>:root {{ {light} }} :root[data-theme="dark"] {{ {dark} }}</style>')


def inline_style(text: str) -> Html:
    """Write a style sheet as an element of the page."""
    return Html(f"<style>{text}</style>")


@cache
def inline_script(name: str) -> Html:
    """Write a script of ``assets/`` as an element of the page."""
    text = (ASSETS / name).read_text(encoding="utf-8")
    inside = text.replace("</script", r"<\/script")  # or it would end the element that it stands in
    return Html(f"<script>{inside}</script>")


def in_script(content: object) -> Html:
    """Write a value as JSON that may stand in a script: ``<`` is escaped there."""
    return Html(json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c"))


def plain_data(name: str, content: object) -> Html:
    """Write a value as JSON in an element of the page, with ``name`` as its id."""
    return Html(f'<script type="application/json" id="{name}">{in_script(content)}</script>')


def packed_data(name: str, content: bytes) -> Html:
    """Write a JSON file as an element of the page, packed, with ``name`` as its id."""
    packed = b64encode(compress(content, mtime=0)).decode()
    return Html(f'<script type="application/gzip" id="{name}">{packed}</script>')


def style_text(name: str) -> str:
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
