"""The chapters about the atlas say what a reader has to know before trusting a map."""

import csv

import pytest

from flows.narrative.about import chapters
from geodata.load import default_collections


@pytest.fixture(scope="module")
def words(both_collections):
    def words_of(ident):
        (found,) = [chapter for chapter in chapters(both_collections) if chapter.id == ident]
        return " ".join(found.paragraphs)

    return words_of


def test_each_chapter_has_an_address_of_its_own_a_title_and_something_to_say(both_collections):
    found = chapters(both_collections)
    idents = [chapter.id for chapter in found]
    assert len(set(idents)) == len(idents)
    assert all(chapter.title and all(chapter.paragraphs) for chapter in found)


def test_the_second_reading_is_told_with_the_figures_of_its_files(words):
    (folder,) = [path for path in default_collections() if path.name == "country-narratives"]

    def rows(name):
        with (folder / "coding" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    corrections = [row for row in rows("corrections.csv") if "2" in row["passes"].split("|")]
    refused = sum(row["action"] == "refuse" for row in corrections)
    loosened = sum(row["action"] in {"weaken", "reword"} for row in corrections)
    additions = rows("additions.csv")
    taken = sum(row["decision"] != "refuse" for row in additions)
    other = sum(row["decision"] in {"weaken", "reword"} for row in additions)
    assert f"{497 - refused} changes and {taken} claims were taken, {loosened} and {other}" in words(
        "second-reading"
    )
    assert f"{len(additions)} further claims" in words("second-reading")


def test_audits_are_said_to_be_missing(words):
    assert "No audit has been scored yet." in words("audits")


def test_smuggling_is_told_from_trafficking(words):
    assert "Smuggling is helping someone to cross a border unlawfully" in words("trafficking")
    assert "Nobody has to cross a border for it" in words("trafficking")


def test_the_limits_boundaries_and_licences_are_named(words):
    assert "It cannot say how many people are exploited" in words("limits")
    assert "Natural Earth" in words("place")
    assert "Web Mercator" in words("place")
    assert "MIT" in words("credits")
