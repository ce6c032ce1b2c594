"""The chapter on blind audits: their scores by eye, and those that ship with the figures of their files."""

import csv

import pytest

from flows.narrative.audits import Audited, read_audited
from flows.narrative.blind_audits import lead, scores
from geodata.load import default_collections


def row(seed, field, yes, no, **cells):
    counts = {"yes": str(yes), "partly": "0", "no": str(no), "unread": "0"}
    draw = {"collection": "made-up", "day": "2026-11-27", "sample": "10", "seed": seed, "coder": ""}
    return draw | {"field": field, "turned": ""} | counts | cells


def two_audits(*corrections):
    history = [
        row("1", "statement", 8, 0, unread="2"),
        row("1", "origin", 9, 1, turned="0"),
        row("2", "statement", 10, 0),
        row("2", "origin", 8, 2, turned="0"),
        row("2", "types", 3, 1),
    ]
    cells = [{"column": column, "seeds": seeds} for column, seeds in corrections]
    return Audited(history=history, corrections=cells)


def test_scores_stand_by_audit_and_over_all_of_them(nine):
    (told,) = scores([two_audits()], nine)
    assert told.columns == ("Field", "Seed 1", "Seed 2", "All, with the 95 % interval", "Answers")
    assert told.rows == (
        ("statement", "0.800", "1.000", "0.900 (0.699 to 0.972)", "20"),
        ("origin", "0.900", "0.800", "0.850 (0.640 to 0.948)", "20"),
        ("types", "–", "0.750", "0.750 (0.301 to 0.954)", "4"),
    )


def test_what_stays_weak_and_what_could_not_be_read_is_said(nine):
    (told,) = scores([two_audits()], nine)
    drawn, weak = told.said
    assert drawn == (
        "2 audits asked about 20 claims, counted each time that they were drawn; the last is of 2026-11-27. "
        "The passages of 2 could not be read."
    )
    assert weak == (
        "Below 0.95 in every audit, with the answers that agree: origin (17 of 20) and types (3 of 4)."
    )


def test_corrections_are_counted_by_the_audits_before_them(nine):
    audited = two_audits(("year", "2"), ("types", "1"), ("settings", "1"), ("types", "1"))
    (told,) = scores([audited], nine)
    assert told.said[-1] == (
        "3 cells corrected after the audits of seed 1: types 2, settings 1. "
        "1 cell corrected after the audits of seed 2: year 1."
    )
    assert "in those alike: 4 cells so far." in lead([audited])[-1]
    assert "a reading of all claims" not in lead([audited])[-1]


def test_what_a_reading_of_all_claims_corrected_is_counted_apart(nine):
    audited = two_audits(("year", ""), ("types", "1"), ("settings", ""))
    (told,) = scores([audited], nine)
    assert told.said[-1] == (
        "1 cell corrected after the audits of seed 1: types 1. "
        "2 cells corrected after all claims were read again: year 1, settings 1."
    )
    assert "Of these, 2 cells followed a reading of all claims" in lead([audited])[-1]


@pytest.mark.parametrize(
    ("turned", "said"),
    [
        ("0", "No direction was found the wrong way round."),
        ("2", "2 directions were found the wrong way round."),
        ("", "no audit has asked about yet."),
    ],
)
def test_directions_are_told_where_an_audit_counted_them(turned, said):
    audited = Audited(history=[row("1", "origin", 9, 1, turned=turned)], corrections=[])
    assert lead([audited])[-1].endswith(said)


def test_a_history_with_cells_that_are_no_numbers_breaks_nothing(nine):
    odd = Audited(
        history=[row("", "types", "many", "", turned="x"), row("1", "types", 1, 0)],
        corrections=[{"column": "", "seeds": ""}],
    )
    assert [told.rows for told in scores([odd], nine)] == [
        (("types", "1.000", "1.000 (0.207 to 1.000)", "1"),)
    ]
    assert scores([Audited(history=[row("1", "types", 0, 0)], corrections=[])], nine) == ()
    assert lead([odd])


def test_the_audits_that_ship_are_told_with_the_figures_of_their_files(both_collections):
    folders = [folder for folder in default_collections() if (folder / "coding" / "audits.csv").is_file()]
    audits = [read_audited(folder) for folder in folders]
    assert len(audits) == 2
    cells = 0
    for folder, told in zip(folders, scores(audits, both_collections), strict=True):
        with (folder / "coding" / "audits.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert told.columns[1:5] == tuple(f"Seed {seed}" for seed in (7, 11, 13, 17))
        for field, *each, together, answers in told.rows:
            own = [found for found in rows if found["field"] == field]
            assert [found["precision"] for found in own] == [share for share in each if share != "–"]
            asked = sum(int(found[verdict]) for found in own for verdict in ("yes", "partly", "no", "unread"))
            assert answers == str(asked)
            assert together.startswith(f"{sum(int(found['yes']) for found in own) / asked:.3f} (")
        with (folder / "coding" / "audit_corrections.csv").open(encoding="utf-8", newline="") as file:
            cells += len(list(csv.DictReader(file)))
    assert f"{cells} cells so far" in lead(audits)[-1]
    assert lead(audits)[-1].endswith("No direction was found the wrong way round.")
