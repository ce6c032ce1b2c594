"""The page of stories: all to choose from, one told with its chapters, and those that cannot be told."""

import json
import re
import shutil
from html import unescape
from urllib.parse import parse_qs

import pytest

from flows.packs.formats import PACK_FORMATS
from geodata.load import default_collections, load_atlas
from tests.app.explore import Explore


def shown(reader, name):
    """Return what the page hands to one of its components."""
    (found,) = [part.proto for part in reader.app.get("bidi_component") if part.proto.component_name == name]
    return json.loads(found.json)


@pytest.fixture(scope="module")
def reader(both_collections):
    return Explore(both_collections, "types=forced_labor").tell(act="open", page="stories")


def test_every_story_is_offered_with_its_length_and_a_small_map(reader):
    listed = shown(reader, "atlas_picture")["svg"]
    assert listed.count("<article>") == listed.count("<svg") == 7
    assert "6 chapters · 7 minutes" in listed
    assert '{"page": "stories", "story": "three-roles"}' in unescape(listed)
    assert "cannot be told" not in listed


def test_a_story_is_downloaded_as_a_pack_once_the_choice_is_open(both_collections):
    reader = Explore(both_collections).tell(act="open", page="stories")
    reader.app.session_state["story_download"] = True
    reader.app.run()
    assert not reader.app.exception
    assert "Five ways to misread this map" in reader.app.selectbox(key="story_to_download").options
    reader.app.selectbox(key="story_to_download").set_value("three-roles").run()
    assert not reader.app.exception
    offered = "".join(element.proto.body for element in reader.app.get("html"))
    assert offered.count("data-atlas-pack=") == len(PACK_FORMATS)
    assert offered.count("page=stories&amp;story=three-roles") == len(PACK_FORMATS)


def test_a_story_is_told_with_a_command_for_each_chapter(both_collections):
    reader = Explore(both_collections).tell(act="open", page="stories", story="three-roles")
    (told,) = shown(reader, "atlas_story")
    assert [chapter["id"] for chapter in told["chapters"]] == [
        "the-ring",
        "all-three",
        "inside",
        "out",
        "one-country",
    ]
    last = told["chapters"][-1]
    assert last["command"]["selection"] == {"collections": ["country-narratives"], "places": ["GTM"]}
    assert last["command"]["bounds"] == [-125, 4, -66, 42]
    assert last["progress"] == "5 of 5 · about 1 minute"
    assert parse_qs(last["explore"].removeprefix("./?")) == {
        "story": ["three-roles"],
        "chapter": ["one-country"],
        "collections": ["country-narratives"],
        "places": ["GTM"],
    }
    assert last["html"].count("<article class='atlas-claim'>") == 3
    # The question opens the story, and its answer stands in the chapter that settles it, no earlier.
    answered = ["The answer:" in chapter["html"] for chapter in told["chapters"]]
    assert answered == [False, True, False, False, False]
    assert "Before you begin:" in told["chapters"][0]["html"]


def test_a_story_keeps_the_filters_of_the_other_pages_and_shows_none(both_collections):
    reader = Explore(both_collections).choose("types", "forced_labor")
    reader.tell(act="open", page="stories", story="three-roles").run()
    assert reader.keys == []
    reader.tell(act="open", page="explore")
    assert reader.sent["command"]["selection"] == {"types": ["forced_labor"]}


def test_an_unknown_story_is_said_to_be_one_and_all_are_offered(both_collections):
    reader = Explore(both_collections).tell(act="open", page="stories", story="<b>none")
    assert "No story that can be told is called “<b>none”." in unescape("".join(reader.html))
    assert "<b>none" not in "".join(reader.html)
    assert shown(reader, "atlas_picture")["svg"].count("<article>") == 7


def test_a_broken_story_is_listed_with_its_reason_and_is_not_told(tmp_path):
    folders = [shutil.copytree(folder, tmp_path / folder.name) for folder in default_collections()]
    file = folders[1] / "stories" / "three-roles.toml"
    file.write_text(file.read_text("utf-8").replace("@cn-0310", "@cn-<i>"), encoding="utf-8")
    reader = Explore(load_atlas(folders)).tell(act="open", page="stories", story="three-roles")
    listed = shown(reader, "atlas_picture")["svg"]
    assert listed.count("<article>") == 6
    assert "three-roles.toml, chapter 5 (one-country): " in listed
    assert "<i>" not in listed


def test_one_explores_from_a_chapter_and_goes_back_to_it(both_collections):
    reader = Explore(both_collections, "types=sex_trafficking")
    reader.tell(act="open", page="stories", story="three-roles")
    reader.tell(act="open", page="explore", story="three-roles", chapter="one-country")
    assert reader.sent["command"]["selection"] == {
        "collections": ["country-narratives"],
        "places": ["GTM"],
    }
    assert parse_qs(reader.sent["link"]) == {
        "story": ["three-roles"],
        "chapter": ["one-country"],
        "collections": ["country-narratives"],
        "places": ["GTM"],
    }
    (way,) = [body for body in reader.html if "<nav class='atlas-way-back'" in body]
    assert "Back to the story: One country in three roles" in way
    assert '{"page": "stories", "story": "three-roles", "chapter": "one-country"}' in unescape(way)
    reader.tell(act="open", page="stories", story="three-roles", chapter="one-country")
    assert shown(reader, "atlas_story")[0]["begin"] == "one-country"


def test_a_link_of_a_chapter_that_no_story_has_offers_no_way_back(both_collections):
    reader = Explore(both_collections, "story=three-roles&chapter=<b>none")
    assert "<nav class='atlas-way-back'" not in "".join(reader.html)
    assert reader.sent["link"] == ""


def test_the_caveat_of_the_map_opens_the_story_of_how_it_is_misread(both_collections, nine):
    (line,) = [body for body in Explore(both_collections).html if "<p class='atlas-caveat'" in body]
    assert '{"page": "stories", "story": "five-misreadings"}' in unescape(line)
    assert "five-misreadings" not in "".join(Explore(nine).html)


def test_each_number_of_a_citation_opens_a_card_of_its_chapter(both_collections):
    reader = Explore(both_collections).tell(act="open", page="stories", story="three-roles")
    for chapter in shown(reader, "atlas_story")[0]["chapters"]:
        cited = re.findall("data-evidence='(.*?)'", chapter["html"])
        assert cited
        assert set(cited) == set(re.findall("st-key-claim-([^']*)'", chapter["html"]))


def test_markup_in_a_story_is_text(tmp_path):
    folders = [shutil.copytree(folder, tmp_path / folder.name) for folder in default_collections()]
    file = folders[1] / "stories" / "three-roles.toml"
    hostile = "<img src=x onerror=alert(1)>"
    changed = (
        file.read_text("utf-8")
        .replace("How to read a ring", hostile)
        .replace("One region,", hostile)
        .replace("A country", f"{hostile} A country")
    )
    file.write_text(changed, encoding="utf-8")
    reader = Explore(load_atlas(folders)).tell(act="open", page="stories", story="three-roles")
    (told,) = shown(reader, "atlas_story")
    chapter = told["chapters"][0]
    assert "<img" not in chapter["html"]
    assert "<img" not in "".join(told["slides"].values())
    assert unescape(chapter["html"]).count(hostile) >= 1


def test_evidence_about_children_is_folded_where_a_reader_wants_that(both_collections):
    reader = Explore(both_collections)
    reader.app.toggle(key="fold_children").set_value(True)
    reader.run().tell(act="open", page="stories", story="forced-crime")
    told = shown(reader, "atlas_story")[0]["chapters"]
    assert "folded away. Open it" in told[1]["html"]


def test_an_atlas_without_stories_says_so(nine):
    reader = Explore(nine).tell(act="open", page="stories")
    assert "tell no story" in shown(reader, "atlas_picture")["svg"]
