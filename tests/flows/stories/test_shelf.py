"""All stories of an atlas: those that ship can be told; one that cannot is listed with its reasons."""

import shutil

import pytest
from typer.testing import CliRunner

from flows.__main__ import app
from flows.stories.chapter_text import count_words, sentences_of
from flows.stories.checks import FEWEST_WORDS, MOST_WORDS
from flows.stories.shelf import shelf
from geodata.load import default_collections, load_atlas
from tests.conftest import TWO_DOCUMENTS

SHIPPED = [
    "counting-and-ranking",
    "five-misreadings",
    "forced-crime",
    "labor-export",
    "migration-debt-border",
    "three-roles",
    "uninspected-work",
]


@pytest.fixture
def copies(tmp_path):
    """Copies of the shipped collections, whose stories a test may spoil."""
    return [shutil.copytree(folder, tmp_path / folder.name) for folder in default_collections()]


def test_every_shipped_story_can_be_told(both_collections):
    shelved = shelf(both_collections)
    assert [found.file.id for found in shelved] == SHIPPED
    assert [problem.sentence() for found in shelved for problem in found.problems] == []
    assert all(found.story for found in shelved)


def test_every_shipped_sentence_rests_on_a_claim_or_speaks_of_the_map(both_collections):
    chapters = [chapter for found in shelf(both_collections) for chapter in found.story.chapters]
    told = [sentence for chapter in chapters for sentence in sentences_of(chapter.text)]
    assert all(sentence.cites or sentence.about_map for sentence in told)
    # Stories are told from the documents: what is said of the map is the smaller part.
    assert sum(bool(sentence.cites) for sentence in told) > 2 * len(told) / 3
    assert all(FEWEST_WORDS <= count_words(chapter.text) <= MOST_WORDS for chapter in chapters)


def test_a_story_whose_collection_is_not_loaded_is_listed_and_not_told(two_documents):
    by_id = {found.file.id: found for found in shelf(two_documents)}
    assert by_id["five-misreadings"].story is not None
    lacking = by_id["three-roles"]
    assert (lacking.story, lacking.problems, lacking.lacks) == (None, (), ("country-narratives",))
    (said,) = lacking.sentences()
    assert said.endswith("three-roles.toml: not checked; it cites country-narratives, which is not loaded.")


def test_a_broken_story_is_listed_with_its_reasons_and_the_others_are_told(copies):
    file = copies[1] / "stories" / "three-roles.toml"
    file.write_text(file.read_text("utf-8").replace("@cn-0310", "@cn-9310"), encoding="utf-8")
    (copies[1] / "stories" / "odd.toml").write_text("title = ", encoding="utf-8")
    by_id = {found.file.id: found for found in shelf(load_atlas(copies))}
    assert [name for name, found in by_id.items() if found.story is None] == ["odd", "three-roles"]
    assert 'chapter 5 (one-country): there is no claim "cn-9310".' in by_id["three-roles"].sentences()[0]
    assert "the file is not TOML" in by_id["odd"].sentences()[0]


def test_two_stories_of_one_name_are_both_named(copies):
    (copies[0] / "stories").mkdir()
    shutil.copy(copies[1] / "stories" / "five-misreadings.toml", copies[0] / "stories")
    broken = [found for found in shelf(load_atlas(copies)) if found.story is None]
    assert [found.file.id for found in broken] == ["five-misreadings"] * 2
    assert all("another story is called" in found.sentences()[0] for found in broken)


def test_check_tells_of_every_story(tmp_path):
    told = CliRunner().invoke(app, ["check"])
    assert told.exit_code == 0
    counted = [line for line in told.stdout.splitlines() if "/stories/" in line]
    assert len(counted) == len(SHIPPED)
    assert counted[1].startswith("western-hemisphere/stories/five-misreadings.toml: 5 chapters, 21 sentences")
    alone = CliRunner().invoke(app, ["check", str(TWO_DOCUMENTS)])
    assert (alone.exit_code, alone.stdout.count("not checked")) == (0, 5)


def test_check_names_every_problem_of_a_story_and_fails(copies, tmp_path):
    file = copies[1] / "stories" / "five-misreadings.toml"
    text = file.read_text("utf-8").replace("@crs-flow-latin-america-usa", "@crs-flow", 1)
    file.write_text(text.replace("[-200, -56, 30, 60]", "[30, -56, -200, 60]"), encoding="utf-8")
    report = tmp_path / "report.txt"
    checked = CliRunner().invoke(app, ["check", *map(str, copies), "--report", str(report)])
    assert checked.exit_code == 1
    assert [line.split(": ")[0] for line in checked.stderr.splitlines()] == [
        "western-hemisphere/stories/five-misreadings.toml, chapter 1 (width)",
        "western-hemisphere/stories/five-misreadings.toml, chapter 4 (route)",
    ]
    assert report.read_text("utf-8") == checked.stderr
