"""Buttons in HTML that we write ourselves: the page's script tells the session when one is pressed."""

import json
from html import escape


def open_button(words: str, page: str, *, looks: str = "", title: str = "", **parameters: str) -> str:
    """Write a button that opens a page of the app, such as ``open_button("Peru", "places", place="PER")``.

    ``looks`` are its CSS classes, ``title`` what is said of it when the mouse rests on it.
    """
    target = escape(json.dumps({"page": page, **parameters}), quote=True)
    return _button(words, f"data-atlas-open='{target}'", looks, title)


def focus_button(words: str, focus: str, *, looks: str = "", title: str = "") -> str:
    """Write a button that looks at a mark on the map; ``focus`` is its ``kind:id``, or "" for no mark."""
    return _button(words, f"data-atlas-focus='{escape(focus, quote=True)}'", looks, title)


def term_button(words: str, facet: str, slug: str, *, looks: str = "", title: str = "") -> str:
    """Write a button that opens the glossary at a term of the vocabulary."""
    return open_button(words, "about", looks=looks, title=title, term=f"{facet}-{slug}")


def _button(words: str, act: str, looks: str, title: str) -> str:
    said = f" title='{escape(title, quote=True)}'" if title else ""
    classes = f" class='{looks}'" if looks else ""
    return f"<button type='button' {act}{said}{classes}>{escape(words)}</button>"
