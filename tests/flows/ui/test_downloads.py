"""What the page offers to take away: the selection or everything, in every format."""

import pytest
from streamlit.testing.v1 import AppTest

from flows.export.formats import FORMATS
from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.ui.downloads import format_words, writer

MINING = Selection(sectors=frozenset({"mining"}))


def page():
    from flows.query.selection import Selection
    from flows.scene.scene import compose
    from flows.ui.downloads import show_take_away
    from geodata.load import load_atlas
    from tests.conftest import NINE

    atlas = load_atlas([NINE])
    show_take_away(atlas, compose(atlas, Selection(sectors=frozenset({"mining"}))))


@pytest.fixture
def shown():
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state["take_away"] = True
    return app.run()


def said(shown):
    return [caption.value for caption in shown.caption]


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
    shown.radio(key="take_away_part").set_value("everything").run()
    assert not shown.exception
    assert said(shown)[1] == "9 of 9 claims from 2 documents."


def test_a_file_is_made_only_when_it_is_asked_for(nine, monkeypatch):
    made = []
    scene = compose(nine, MINING)
    monkeypatch.setattr("flows.ui.downloads.FORMATS", {"csv": Recorded(made)})
    write = writer(nine, scene, "csv", stamp_of(nine, scene))
    assert made == []
    assert write() == b"written"
    assert made == [scene]


class Recorded:
    """A format that remembers what it wrote."""

    def __init__(self, made):
        self.made = made

    def write(self, _atlas, scene, _stamp):
        self.made.append(scene)
        return b"written"
