"""On every page a collection whose texts are Markdown, LaTeX and directives of Streamlit is shown as text."""

import json

import pytest

from flows.stories.shelf import shelf
from geodata.load import load_atlas
from tests.app.explore import Explore, seen
from tests.app.sources import Sources
from tests.conftest import TWO_DOCUMENTS
from tests.laced import MARKDOWN, PICTURE, QUOTE, STORY, TITLE, lace

# Elements whose text Streamlit shows as it is, or that have their own tests: HTML and our components.
PLAIN = {"html", "bidi_component", "code", "arrow_data_frame", "selectbox", "multiselect", "link_button"}
PAGES = {
    "explore": {},
    "places": {"place": "gulf"},
    "compare": {},
    "table": {},
    "sources": {"document": "notice-2020"},
    "about": {"claim": "flow-hnd-mex"},
    "stories": {"story": STORY},
}


@pytest.fixture(scope="module")
def laced_folder(tmp_path_factory):
    return lace(tmp_path_factory.mktemp("laced") / "nine")


@pytest.fixture(scope="module")
def laced(laced_folder):
    return load_atlas([laced_folder, TWO_DOCUMENTS])


def texts(message):
    """Yield every text that an element holds."""
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            if hasattr(part, "ListFields"):
                yield from texts(part)
            elif isinstance(part, str) and field.name != "id":
                yield part


def read_as_markdown(app):
    """List the texts of the collection that stand unescaped where Streamlit reads Markdown."""
    waiting, found = [app._tree], []
    while waiting:
        element = waiting.pop()
        waiting += getattr(element, "children", {}).values()
        if getattr(element, "type", "") not in PLAIN and hasattr(
            getattr(element, "proto", None), "ListFields"
        ):
            found += [
                text for text in texts(element.proto) if "](https://outside" in text or "$\\frac" in text
            ]
    return found


@pytest.mark.parametrize(("page", "given"), PAGES.items())
def test_no_label_of_a_page_is_markdown(laced, page, given):
    reader = Explore(laced)
    reader.app.session_state["page_to_open"] = page
    reader.app.session_state["page_parameters"] = given
    reader.run()
    assert read_as_markdown(reader.app) == []


@pytest.mark.parametrize(
    "link", ["focus=route:HND~MEX", "focus=place:gulff", "documents=notice-2020&types=forced_labor"]
)
def test_no_label_of_a_story_is_markdown(laced, link):
    assert read_as_markdown(Explore(laced, link).app) == []


@pytest.mark.parametrize(
    ("document", "passage", "key"),
    [("notice-2021", "", "nearest_document"), ("notice-2020", "s900", "nearest_passage")],
)
def test_what_is_offered_instead_is_text(laced_folder, document, passage, key):
    page = Sources(document, passage, str(laced_folder))
    assert key in page.keys
    assert read_as_markdown(page.app) == []


def test_the_title_of_a_claim_is_text(laced_folder):
    page = Sources("study-2021", "", str(laced_folder))
    assert read_as_markdown(page.app) == []
    assert MARKDOWN in page.seen


def test_a_label_that_is_not_escaped_is_caught(laced, monkeypatch):
    monkeypatch.setattr("flows.ui.filters.as_label", lambda text: text)
    assert read_as_markdown(Explore(laced).app)


def test_a_quotation_is_shown_whole(laced):
    page = Explore(laced, "focus=route:HND~MEX")
    assert any(QUOTE in seen(body) for body in page.html)


def test_the_laced_story_is_told(laced):
    assert [(found.file.id, found.problems) for found in shelf(laced) if found.file.id == STORY] == [
        (STORY, ())
    ]


def handed_out(reader, name):
    """Return what the page hands to one of its components, as a browser would show it."""
    (found,) = [part.proto for part in reader.app.get("bidi_component") if part.proto.component_name == name]
    return found.json


def test_a_story_and_its_place_in_the_list_are_text(laced):
    listed = json.loads(handed_out(Explore(laced).tell(act="open", page="stories"), "atlas_picture"))["svg"]
    assert "<img" not in listed
    assert TITLE in seen(listed)
    assert f"{MARKDOWN} {PICTURE}" in seen(listed)
    (told,) = json.loads(
        handed_out(Explore(laced).tell(act="open", page="stories", story=STORY), "atlas_story")
    )
    (chapter,) = told["chapters"]
    for body in (chapter["html"], *told["slides"].values()):
        assert "<img" not in body
        assert "<script" not in body
        assert "href='https://outside" not in body
    assert TITLE in seen(chapter["html"])
    # Of Markdown a story knows words in asterisks alone.
    assert "$\\frac{1}{2}$ ~~gone~~ <img src=x" in seen(chapter["html"])
