"""A story is written beside the map: views as chapters, sentences that cite, and what is wrong in them."""

import base64
import json
import re
from html import unescape

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from flows.stories.draft_file import draft_text
from flows.stories.story_file import story_bytes
from tests.app.explore import Explore
from tests.flows.stories.hostile import HOSTILE

SIDES = [-120.0, -30.0, -40.0, 40.0]
TEXT = "draft_chapter_text_chapter-1"


class Author(Explore):
    """A reader who writes a story, in a browser that has kept some draft or none."""

    def __init__(self, atlas, link="", kept=""):
        super().__init__(atlas, link)
        self.tell(act="write", do="start").browser(found=kept)

    def do(self, what, **more):
        return self.tell(act="write", do=what, sides=SIDES, **more)

    def browser(self, **told):
        """Tell what the script of the page would: a draft that was kept, or a file that is loaded."""
        component = self.kept_component.id
        states = self.app._tree.get_widget_states()
        value = json.dumps([{"event": "told", "value": told}])
        name = f"$$STREAMLIT_INTERNAL_KEY_{component}__events"
        states.widgets.append(WidgetState(id=name, json_trigger_value=value))
        with self.loaded():
            self.app._run(states)
        assert not self.app.exception
        return self

    @property
    def kept_component(self):
        (found,) = [
            part.proto
            for part in self.app.get("bidi_component")
            if part.proto.component_name == "atlas_draft"
        ]
        return found

    @property
    def kept(self):
        return json.loads(self.kept_component.json)[0]

    def write(self, key, text):
        field = (
            self.app.text_area if "text_" in key or "_ask" in key or "answers" in key else self.app.text_input
        )
        field(key=key).set_value(text)
        return self.run()

    @property
    def chapters(self):
        """Return the chapters that are listed, with what is said of each."""
        (listed,) = [body for body in self.html if "<ol class='atlas-draft-chapters'" in body]
        items = re.findall("<li>(.*?)</li>", listed, re.DOTALL)
        return [unescape(re.search(">([^<]*)</button>", item)[1]) for item in items]

    @property
    def preview(self):
        (found,) = [body for body in self.html if "<section class='atlas-draft-preview" in body]
        return found


@pytest.fixture
def author(both_collections):
    return Author(both_collections, "types=forced_labor&focus=country:CUB").do("add")


def test_a_reader_who_does_not_write_has_no_part_for_it(both_collections):
    reader = Explore(both_collections)
    assert all(part.proto.component_name != "atlas_draft" for part in reader.app.get("bidi_component"))
    assert not [key for key in reader.keys if key.startswith("draft")]


def test_a_view_is_a_chapter_named_by_its_focus(author):
    assert author.chapters == ["Cuba"]
    assert author.kept["field"] == "draft_chapter_title_chapter-1"
    kept = json.loads(author.kept["draft"])
    assert (
        'selection = "types=forced_labor"\nfocus = "country:CUB"\nbounds = [-120, -30, -40, 40]'
        in kept["file"]
    )


def test_the_first_chapter_waits_for_what_the_browser_has_kept(both_collections):
    reader = Explore(both_collections, "focus=country:CUB")
    reader.tell(act="write", do="add", sides=SIDES)
    author = object.__new__(Author)
    author.__dict__ = reader.__dict__
    assert not author.kept["begun"]
    author.browser(found="")
    assert author.chapters == ["Cuba"]


def test_the_sentence_without_a_citation_is_marked_and_a_claim_is_cited_by_one_press(author):
    author.write(TEXT, "It is told. And so is this.")
    assert author.preview.count("<mark class='atlas-wrong'") == 2
    assert 'The sentence "It is told." cites nothing.' in unescape(author.preview)
    claim = author.cards[0]
    author.do("cite", claim=claim)
    assert author.app.text_area(key=TEXT).value == f"It is told. And so is this [@{claim}]."
    assert author.preview.count("<mark class='atlas-wrong'") <= 2
    assert 'The sentence "And so is this." cites nothing.' not in unescape(author.preview)
    assert f"st-key-claim-{claim}" in author.preview


def test_letters_typed_before_a_press_are_not_lost_with_it(author):
    author.app.text_area(key=TEXT).set_value("Typed.")
    author.do("cite", claim="map")
    assert author.app.text_area(key=TEXT).value == "Typed [@map]."


def test_undo_takes_back_a_text_a_move_and_a_deletion(author):
    author.write(TEXT, "First.")
    author.do("add")
    assert len(author.chapters) == 2
    author.press("draft_move_-1")
    author.press("draft_delete")
    assert len(author.chapters) == 1
    author.press("draft_undo")
    assert len(author.chapters) == 2
    author.press("draft_undo").press("draft_undo").press("draft_undo")
    assert author.chapters == ["Cuba"]
    assert author.app.text_area(key=TEXT).value == ""
    author.press("draft_redo")
    assert author.app.text_area(key=TEXT).value == "First."


def test_an_opened_chapter_shows_its_view_on_the_map(author):
    author.choose("types", "sex_trafficking").do("add")
    author.do("open", chapter="chapter-1")
    assert author.sent["command"]["selection"] == {"types": ["forced_labor"]}
    assert author.app.text_input(key="draft_chapter_title_chapter-1").value == "Cuba"
    author.do("open", chapter="chapter-2")
    assert author.sent["command"]["selection"] == {"types": ["sex_trafficking"]}
    author.choose("types").do("view")
    assert 'selection = ""' in json.loads(author.kept["draft"])["file"]


def test_a_draft_that_the_browser_kept_is_gone_on_with(both_collections):
    story = both_collections.stories[0].story
    author = Author(both_collections, kept=draft_text(story))
    assert author.chapters == [chapter.title for chapter in story.chapters]
    assert author.app.text_input(key="draft_story_title").value == story.title
    assert json.loads(author.kept["draft"]) == json.loads(draft_text(story))
    assert "Nothing to mend" in author.app.caption[0].value or any(
        "Nothing to mend" in caption.value for caption in author.app.caption
    )


def test_a_question_with_its_answers_is_written_before_the_first_chapter(author):
    author.write("draft_first_ask", "Which?").write("draft_first_answers", "This\n\nThat\n")
    assert author.app.text_area(key="draft_first_answers").value == "This\n\nThat\n"
    author.app.selectbox(key="draft_first_right").set_value(1)
    author.app.selectbox(key="draft_first_settled").set_value("chapter-1")
    author.run()
    file = json.loads(author.kept["draft"])["file"]
    assert 'text = "This" },' in file
    assert 'text = "That", right = true },' in file
    assert "Which?" in author.preview


def test_a_story_file_is_loaded_and_loading_is_undone(author, both_collections):
    story = both_collections.stories[0].story
    content = base64.b64encode(story_bytes(story)).decode()
    author.browser(loaded={"name": f"{story.id}.toml", "content": content})
    assert author.chapters == [chapter.title for chapter in story.chapters]
    assert author.kept["loaded"] == f"{story.id}.toml was read."
    author.press("draft_undo")
    assert author.chapters == ["Cuba"]


@pytest.mark.parametrize(
    "loaded",
    [{}, {"name": 1, "content": 2}, {"name": "a.toml", "content": "?"}, {"name": "a.toml"}, "a", None],
)
def test_a_file_that_is_none_changes_nothing(author, loaded):
    author.browser(loaded=loaded)
    assert author.chapters == ["Cuba"]


def test_a_bad_file_is_said_to_be_one(author):
    content = base64.b64encode(b"[[chapters]]\nid = 'x y'\n").decode()
    author.browser(loaded={"name": "<b>.toml", "content": content})
    assert any(fault.startswith("<b>.toml, chapter 1: id ") for fault in author.kept["faults"])


def test_whatever_is_written_comes_out_as_letters(author):
    for text in HOSTILE:
        author.write(TEXT, text)
        author.write("draft_chapter_title_chapter-1", " ".join(text.split()))
        assert "<script" not in author.preview
        assert "<img" not in author.preview
        assert "href" not in author.preview.partition("atlas-behind")[0]
    author.write(TEXT, "It cost $5,000 to $10,000, ~800 #@*_‹ \u202ex\u202c.")
    assert "It cost $5,000 to $10,000, ~800 #@*_‹ \u202ex\u202c." in unescape(author.preview)


def test_a_draft_is_discarded_and_that_is_undone(author):
    author.press("draft_discard")
    assert author.kept["draft"] == ""
    author.press("draft_undo")
    assert author.chapters == ["Cuba"]


def test_the_part_is_closed_and_opened_again_as_it_was(author):
    author.do("close")
    assert all(part.proto.component_name != "atlas_draft" for part in author.app.get("bidi_component"))
    author.do("start")
    assert author.chapters == ["Cuba"]


@pytest.mark.parametrize(
    "act",
    [
        {"do": "open", "chapter": "none"},
        {"do": "cite", "claim": "<b>"},
        {"do": "cite"},
        {"do": ["add"]},
        {"do": "view", "sides": "no"},
    ],
)
def test_acts_of_no_page_of_ours_change_nothing(author, act):
    author.tell(act="write", **act)
    assert author.chapters == ["Cuba"]


def test_a_story_named_as_one_of_the_atlas_says_so(author):
    said = [caption.value for caption in author.app.caption]
    assert not any("has this name" in words for words in said)
    author.write("draft_story_title", "Three roles")
    said = [caption.value for caption in author.app.caption]
    assert any("stories/three" in words.replace("\\", "") for words in said)
    assert any("A story of another collection has this name too" in words for words in said)
    author.app.selectbox(key="draft_story_collection").set_value("western-hemisphere")
    author.run()
    assert any("takes the place of the story" in caption.value for caption in author.app.caption)


def test_another_session_goes_on_writing(author):
    assert author.sent["keep"]["writing"] is True
