"""Buttons in HTML that we write ourselves: the page's script tells the session when one is pressed."""

import json
from html import escape


def open_button(words: str, page: str, *, css_class: str = "", title: str = "", **parameters: str) -> str:
    """Write a button that opens a page of the app, such as ``open_button("Peru", "places", place="PER")``.

    ``css_class`` is its class or classes in CSS, ``title`` what is said of it when the mouse rests on it.
    """
    target = escape(json.dumps({"page": page, **parameters}), quote=True)
    return _button(words, f"data-atlas-open='{target}'", css_class, title)


def focus_button(words: str, focus: str, *, css_class: str = "", title: str = "") -> str:
    """Write a button that looks at a mark on the map; ``focus`` is its ``kind:id``, or "" for no mark."""
    return _button(words, f"data-atlas-focus='{escape(focus, quote=True)}'", css_class, title)


def term_button(words: str, facet: str, slug: str, *, css_class: str = "", title: str = "") -> str:
    """Write a button that opens the glossary at a term of the vocabulary."""
    return open_button(words, "about", css_class=css_class, title=title, term=f"{facet}-{slug}")


def _button(words: str, act: str, css_class: str, title: str) -> str:
    said = f" title='{escape(title, quote=True)}'" if title else ""
    classes = f" class='{css_class}'" if css_class else ""
    return f"<button type='button' {act}{said}{classes}>{escape(words)}</button>"
