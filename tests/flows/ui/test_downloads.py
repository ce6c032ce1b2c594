"""What the page offers for download: the selection or everything, in every format."""

import re
from html import unescape
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from flows.export.formats import FORMATS
from flows.export.stamp import stamp_of
from flows.packs.formats import PACK_FORMATS
from flows.query.links import Request
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.ui.downloads import format_words, writer
from flows.ui.pack_buttons import asked_for

MINING = Selection(sectors=frozenset({"mining"}))

# A lesson is made of a story alone.
OF_A_SELECTION = [found for found in PACK_FORMATS.values() if not found.of_story]


def page():
    import streamlit as st

    from flows.query.focus import Focus
    from flows.query.links import Request
    from flows.query.selection import Selection
    from flows.scene.scene import compose
    from flows.ui.downloads import show_download_button
    from geodata.load import load_atlas
    from tests.conftest import NINE

    atlas = load_atlas([NINE])
    focus = Focus.from_text(st.session_state["focus"]) if "focus" in st.session_state else None
    request = Request(selection=Selection(sectors=frozenset({"mining"})), focus=focus)
    show_download_button(atlas, compose(atlas, request.selection), request)


@pytest.fixture
def shown():
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state["download"] = True
    return app.run()


def said(shown):
    return [caption.value for caption in shown.caption]


def packs(shown):
    """Return the words of each button that makes a pack, and what it asks for."""
    html = "".join(element.proto.body for element in shown.get("html"))
    found = re.findall(r"data-atlas-pack='([^']*)'[^>]*>([^<]*)</button>", html)
    return [(words, parse_qs(unescape(asked))) for asked, words in found]


def test_nothing_is_offered_before_it_is_opened():
    shown = AppTest.from_function(page, default_timeout=30).run()
    assert len(shown.get("download_button")) == 0
    assert len(said(shown)) == 1


def test_each_format_has_a_button_and_words():
    assert list(format_words()) == list(FORMATS)


def test_the_selection_is_offered_first_then_everything(shown):
    assert not shown.exception
    assert said(shown)[1] == "1 of 9 claims from 1 document."
    assert len(shown.get("download_button")) == len(FORMATS)
    shown.radio(key="download_part").set_value("everything").run()
    assert not shown.exception
    assert said(shown)[1] == "9 of 9 claims from 2 documents."


def test_what_is_in_focus_is_offered_first():
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state["download"], app.session_state["focus"] = True, "country:PER"
    shown = app.run()
    assert not shown.exception
    part = shown.radio(key="download_part")
    assert part.options == ["In focus: Peru", "This selection", "Everything"]
    assert (part.value, said(shown)[1]) == ("focus", "1 of 9 claims from 1 document.")


def test_a_focus_that_the_selection_does_not_show_is_not_offered():
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state["download"], app.session_state["focus"] = True, "country:HTI"
    assert app.run().radio(key="download_part").options == ["This selection", "Everything"]


def test_a_file_is_made_only_when_it_is_asked_for(nine, monkeypatch):
    made = []
    scene = compose(nine, MINING)
    monkeypatch.setattr("flows.ui.downloads.FORMATS", {"csv": Recorded(made)})
    write = writer(nine, scene, "csv", stamp_of(nine, scene))
    assert made == []
    assert write() == b"written"
    assert made == [scene]


def test_a_briefing_pack_is_offered_of_each_part(shown):
    assert [words for words, _asked in packs(shown)] == [found.label() for found in OF_A_SELECTION]
    assert packs(shown)[0][1] == {"format": ["html"], "sectors": ["mining"]}
    assert not shown.radio(key="download_part").set_value("everything").run().exception
    assert packs(shown)[0][1] == {"format": ["html"]}


def test_what_a_pack_is_asked_for_by_is_the_link_of_what_is_shown():
    request = Request(selection=MINING, hide=frozenset(), top=40, fold=True)
    assert asked_for("pptx", request) == "format=pptx&sectors=mining&show=dots&top=40&fold=children"


class Recorded:
    """A format that remembers what it wrote."""

    def __init__(self, made):
        self.made = made

    def write(self, _atlas, scene, _stamp):
        self.made.append(scene)
        return b"written"


def page_with_children():
    import streamlit as st

    from flows.query.links import Request
    from flows.query.selection import Selection
    from flows.scene.scene import compose
    from flows.ui.downloads import show_download_button
    from geodata.load import default_atlas

    atlas = default_atlas()
    asked = Selection(types=frozenset({st.session_state["asked"]}))
    request = Request(selection=asked, fold=st.session_state["fold_children"])
    show_download_button(atlas, compose(atlas, asked), request)


def opened_with_children(asked, *, fold):
    app = AppTest.from_function(page_with_children, default_timeout=60)
    app.session_state["download"], app.session_state["asked"] = True, asked
    app.session_state["fold_children"] = fold
    shown = app.run()
    assert not shown.exception
    return shown


def folded_in(shown):
    return sum("of children are folded away" in line for line in said(shown))


def data_package(shown):
    return next(
        button.proto for button in shown.get("download_button") if "Data Package" in button.proto.label
    )


def test_what_the_reader_folds_away_is_left_out_unless_it_is_asked_for():
    shown = opened_with_children("child_sex_trafficking", fold=True)
    assert folded_in(shown) == 1
    assert data_package(shown).disabled
    assert "nothing can be folded away" in data_package(shown).help
    shown.checkbox(key="download_words").set_value(True).run()
    assert folded_in(shown) == 0
    assert not data_package(shown).disabled


@pytest.mark.parametrize(("asked", "fold"), [("child_sex_trafficking", False), ("organ_removal", True)])
def test_nothing_is_asked_where_nothing_is_folded_away(asked, fold):
    shown = opened_with_children(asked, fold=fold)
    assert not shown.checkbox
    assert folded_in(shown) == 0
