"""Whatever value a template is given stays text: no element, no attribute and no link comes out of it."""

import json
import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from jinja2.meta import find_undeclared_variables

from flows.templates import FOLDER, Html, environment, render

HOSTILE = (
    "<img src=//outside.example onerror=alert(1)>'\"><script>alert(2)</script></style></title><!-- & &amp; "
    "![m](https://outside.example/m) [l](javascript:alert(3)) **b** `c` :red[d] :material/home: "
    "$\\frac{1}{2}$ {{ 7 * 7 }} {% raw %} \u202e\u2066\u200f =cmd|'/c'!A1"
)
PLAIN = "plain words"
NAMES = sorted(path.stem for path in FOLDER.glob("*.html"))


class Anything:
    """A value that can be read in every way a template may try, and always says the same."""

    def __init__(self, text, *, true):
        self._text, self._true = text, true

    def __str__(self):
        return self._text

    def __format__(self, _how):
        return self._text

    def __getattr__(self, name):
        if name.startswith("__"):  # __html__ above all: it says of itself that it is no markup
            raise AttributeError(name)
        return self

    def __call__(self, *_given, **_named):
        return self

    def __bool__(self):
        return self._true

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self, self))


def written(name, text, *, true=True):
    """Render a template with one text for every value that it asks for."""
    reading = environment().overlay()
    reading.filters = {**reading.filters, "json": lambda value: json.dumps(value, default=str)}
    reading.globals = {**reading.globals, "style_sheet": str}
    source = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    needed = find_undeclared_variables(reading.parse(source)) - set(reading.globals)
    return reading.from_string(source).render(dict.fromkeys(needed, Anything(text, true=true)))


class Structure(HTMLParser):
    """The elements of some HTML with the names of their attributes, and the values and texts apart."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.texts = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, [name for name, _value in attrs]))
        self.texts += [value or "" for _name, value in attrs]

    def handle_endtag(self, tag):
        self.elements.append((f"/{tag}", []))

    def handle_comment(self, data):
        self.elements.append(("comment", [data]))

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("true", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_hostile_values_change_no_element(name, true):
    hostile, plain = (written(name, text, true=true) for text in (HOSTILE, PLAIN))
    assert Structure(hostile).elements == Structure(plain).elements
    assert hostile.count("<") == plain.count("<")


@pytest.mark.parametrize("name", NAMES)
def test_hostile_values_are_shown_whole(name):
    if "<style>" in (FOLDER / f"{name}.html").read_text(encoding="utf-8"):
        return  # what stands in a style is a number or a colour of ours
    plain = "".join(Structure(written(name, PLAIN)).texts)
    hostile = "".join(Structure(written(name, HOSTILE)).texts)
    said = json.dumps(HOSTILE)[1:-1]
    assert hostile.count(HOSTILE) + hostile.count(said) * (said != HOSTILE) == plain.count(PLAIN)


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(UndefinedError, match="text"):
        render("line", css_class="atlas-asked", live=False)


def test_only_what_a_template_made_is_taken_as_it_is():
    inner = render("line", css_class="inner", text="<b>", live=False)
    assert isinstance(inner, Html)
    assert inner == "<p class='inner'>&lt;b&gt;</p>"
    assert "<p class='inner'>&lt;b&gt;</p>" in render("years", heading="", histogram=inner)
    assert "&lt;p class=&#39;inner&#39;&gt;" in render("years", heading="", histogram=str(inner))


def test_line_ends_of_a_template_are_for_its_author():
    read = environment().from_string(
        "<p\n  id='a'>\n  {% if 1 %}\n    {{ 'b' }} <i>c</i>\n  {% endif %}\n</p>\n"
    )
    assert read.render() == "<p id='a'>b <i>c</i></p>"


# What in a template could let a value out of the place that it stands in.
LOOSE = re.compile(
    r"\|\s*safe\b|autoescape|Markup|<script|\bon\w+='?\{\{|"  # not escaped, or read as a program
    r"=\s*\{\{(?=[^'\"]*>)"  # an attribute without quotation marks
)
SPOKEN = re.compile(r"[^\W\d_]{2,}")


def loose(source):
    return [found[0] for found in LOOSE.finditer(source)]


def unspoken(source):
    """List the words of a template that a translation cannot reach."""
    data = "".join(text for _line, kind, text in environment().lex(source) if kind == "data")
    shown = re.sub(r"<style>.*</style>", "", data, flags=re.DOTALL)
    return SPOKEN.findall(re.sub(r"<[^>]*>", "", shown))


@pytest.mark.parametrize("name", NAMES)
def test_no_value_can_leave_its_place_and_every_word_is_in_the_catalogue(name):
    source = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    assert loose(source) == []
    assert unspoken(source) == []


@pytest.mark.parametrize(
    "planted",
    ["{{ title|safe }}", "<a href={{ url }}>", "<script>let a = {{ b }}</script>", "<i onload='{{ a }}'>"],
)
def test_a_planted_way_out_is_caught(planted):
    assert loose(planted)


def test_a_planted_word_is_caught():
    assert unspoken("<p title='x'>{{ _('Evidence') }} Claims</p>") == ["Claims"]
