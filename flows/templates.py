"""HTML, made by the templates in `assets/templates/`: Python hands them values, and each value is escaped.

What a template made is `Html`, the only text that another template takes as it is. It is made here and
nowhere else, so no text of a collection can become markup on its way to a reader.
"""

import json
import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.ext import Extension
from markupsafe import Markup

from flows.asset_urls import ASSETS
from flows.i18n import translate, translate_count

FOLDER = ASSETS / "templates"

# HTML that a template made.
Html = Markup
NOTHING = Html("")


class _OneLine(Extension):
    """Take the line ends of a template away, which are for its author: a reader would see some as spaces.

    Between elements and statements a line end is nothing, elsewhere, as between attributes, one space.
    """

    _BETWEEN = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])|^\s+|\s+$")
    _WITHIN = re.compile(r"\s*\n\s*")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — as Jinja calls it
        return self._WITHIN.sub(" ", self._BETWEEN.sub("", source))


@cache
def environment() -> Environment:
    """Return what reads the templates; each is compiled when it is first used."""
    found = Environment(
        autoescape=True,
        auto_reload=False,
        cache_size=-1,  # all of them
        extensions=[_OneLine],
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
    )
    found.globals |= {"_": translate, "translate_count": translate_count, "style_sheet": style_sheet}
    found.filters["json"] = json.dumps
    return found


def style_sheet(name: str) -> Html:
    """Return a style sheet of `assets/` in one line: Streamlit looks at each line of HTML in each run."""
    return Html((ASSETS / name).read_text(encoding="utf-8").replace("\n", " "))


@cache
def _template(name: str) -> Template:
    return environment().get_template(f"{name}.html")


def prepare_templates() -> None:
    """Compile every template, so that no reader waits for it: two milliseconds each."""
    for name in environment().list_templates():
        environment().get_template(name)


def render(name: str, **values: object) -> Html:
    """Fill in the template `assets/templates/<name>.html`; `UndefinedError` where it needs another value."""
    return Html(_template(name).render(values))
