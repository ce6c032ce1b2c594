"""What the two documents say of the region without naming a place on a map, as exact facts."""

import csv
import json
from pathlib import Path

import pytest

from geodata.load import load_atlas
from geodata.model.claims import ContextClaim

FOLDER = Path(__file__).parents[2] / "geodata" / "collections" / "western-hemisphere"
HIGH_RISK = {"afro_descendant", "indigenous", "lgbtqi", "ethnic_minorities", "migrants", "refugees"}


@pytest.fixture(scope="module")
def notes():
    return load_atlas([FOLDER]).of_kind(ContextClaim)


@pytest.mark.parametrize(
    ("claim", "form", "sector", "groups"),
    [
        ("tip-note-girls-sex-trafficking", "child_sex_trafficking", "unspecified", {"girls"}),
        ("tip-note-child-street-begging", "forced_begging", "begging", {"children"}),
        ("tip-note-child-soldiering", "child_soldiering", "unspecified", {"children"}),
        ("tip-note-forced-drug-transport", "forced_criminality", "illicit_drugs", {"women", "men"}),
        ("tip-note-forced-extortion", "forced_criminality", "unspecified", {"women", "men"}),
        ("tip-note-forced-lookouts", "forced_criminality", "unspecified", {"women", "men"}),
        ("tip-note-forced-violence", "forced_criminality", "unspecified", {"women", "men"}),
    ],
)
def test_practices_of_organized_crime(notes, claim: str, form: str, sector: str, groups: set[str]):
    (note,) = [note for note in notes if note.id == claim]
    assert (note.theme, note.place, note.types, note.sectors) == (
        "organized_crime",
        "americas",
        (form,),
        (sector,),
    )
    assert set(note.groups) == groups


def test_only_the_drugs_are_the_drug_sector(notes):
    assert [note.id for note in notes if "illicit_drugs" in note.sectors] == [
        "tip-note-forced-drug-transport"
    ]


def test_groups_at_high_risk(notes):
    (note,) = [note for note in notes if note.id == "tip-note-groups-at-high-risk"]
    assert (set(note.groups), note.assertion, note.types) == (HIGH_RISK, "at_risk", ("unspecified",))


def test_migrants_are_at_risk_of_both_forms(notes):
    (note,) = [note for note in notes if note.id == "tip-note-migrants-at-risk"]
    assert set(note.types) == {"sex_trafficking", "forced_labor"}
    assert (note.assertion, set(note.groups)) == ("at_risk", {"migrants", "refugees"})


def test_recruitment_online_is_of_children(notes):
    (note,) = [note for note in notes if "online" in note.settings]
    assert (note.types, note.groups) == (("child_sex_trafficking",), ("children",))


def test_the_caribbean_is_said_to_lack_capacity(notes):
    assert [(note.id, note.theme) for note in notes if note.place == "caribbean"] == [
        ("tip-note-caribbean-capacity", "criminal_justice")
    ]


def test_figures_of_the_world_stay_with_the_world(notes):
    estimates = {n.id: (n.place, n.certainty) for n in notes if n.theme == "global_estimate"}
    assert estimates == {
        "crs-note-global-estimate": ("", "reported"),
        "crs-note-identified-africa": ("africa", "stated"),
        "crs-note-identified-europe": ("europe", "stated"),
        "crs-note-problem-in-latin-america": ("latin_america", "stated"),
    }


def test_the_politics_of_rankings_are_opinions(notes):
    assert {(n.place, n.certainty) for n in notes if n.theme == "rankings"} == {
        ("latin_america", "reported"),
        ("latin_america", "reported"),
        ("CUB", "reported"),
        ("americas", "reported"),
    }


@pytest.mark.parametrize(
    ("theme", "count"),
    [
        ("protection_gaps", 15),
        ("criminal_justice", 11),
        ("data_gaps", 2),
        ("definitions", 2),
        ("complicity", 1),
    ],
)
def test_gaps_in_protection_justice_and_data(notes, theme: str, count: int):
    assert len([note for note in notes if note.theme == theme]) == count


def test_what_is_not_drawn_says_why(notes):
    framing = [note for note in notes if note.theme == "framing"]
    assert len(framing) == 9
    assert all(note.note.endswith(".") for note in framing)


def test_hedged_words_are_not_stated(notes):
    hedges = (" may ", " might ", " can ", "maintain that", "contend that", "have noted", "Others say")
    hedged = {note.id for note in notes if any(hedge in note.passage.quote for hedge in hedges)}
    assert hedged == {note.id for note in notes if note.certainty != "stated"}


def test_the_data_package_describes_every_table_as_it_is():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert package["name"] == "western-hemisphere"
    tables = {r["path"]: r["schema"]["fields"] for r in package["resources"] if r.get("type") == "table"}
    assert {str(path.relative_to(FOLDER)) for path in FOLDER.glob("**/*.csv")} == set(tables)
    for path, fields in tables.items():
        with (FOLDER / path).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in fields], path


def test_no_note_says_who_or_what_its_sentence_does_not(notes):
    told = {note.id: note for note in notes}
    assert told["tip-note-forced-criminality"].theme == "exploitation"
    for name in ("tip-note-labor-inspection", "tip-note-informal-worksites"):
        assert told[name].types == ("unspecified",)
    moved = told["tip-note-victims-on-the-move"]
    assert (moved.assertion, moved.certainty) == ("at_risk", "reported")
    stranded = told["tip-note-stranded-migrants"]
    assert (stranded.groups, stranded.settings) == (("migrants", "refugees"), ("border_crossing",))


@pytest.mark.parametrize(
    ("subject", "claims"),
    [
        (
            "Organized crime groups",
            [
                *("tip-note-child-street-begging", "tip-note-child-soldiering", "tip-note-forced-violence"),
                *("tip-note-forced-drug-transport", "tip-note-forced-extortion", "tip-note-forced-lookouts"),
            ],
        ),
        ("Many governments", ["tip-note-penalties", "tip-note-child-sex-trafficking-law"]),
        ("Governments", ["tip-note-labor-protection-procedures"]),
    ],
)
def test_a_quote_holds_the_subject_that_the_statement_names(notes, subject: str, claims: list[str]):
    quotes = {note.id: note.passage.quote for note in notes}
    assert all(quotes[claim].startswith(subject) for claim in claims)
