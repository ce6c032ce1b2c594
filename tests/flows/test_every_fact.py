"""From every fact to a mark of the map or a note, and from there to its card."""

import csv
import json

import pytest

from flows.maps.marks_file import marks_of
from flows.narrative.cards import card_html
from flows.narrative.claim_focus import focus_of
from flows.narrative.story import story_of
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import default_collections, load_atlas

NARRATIVES = next(path for path in default_collections() if path.name == "country-narratives")
KINDS = {"route": "routes", "hotspot": "hotspots", "note": "notes", "country": "places"}


@pytest.fixture(scope="module")
def atlas():
    return load_atlas()


def dropped():
    with (NARRATIVES / "coding" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return {row["claim_id"] for row in csv.DictReader(file) if row["action"] == "drop"}


def test_the_facts_are_all_there_but_for_those_left_out_with_a_reason(atlas):
    facts = {claim.id for claim in atlas.claims if claim.collection == "country-narratives"}
    assert len(facts) == 818
    assert dropped() == {"cn-0290", "cn-0380"}
    assert not facts & dropped()


def test_every_claim_leads_to_a_mark_and_the_mark_to_its_card(atlas):
    scene, tables = compose(atlas, Selection()), json.loads(marks_of(atlas).body)
    order = {kind: {mark["id"] for mark in tables[kind]} for kind in KINDS.values()}
    stories = {}
    for claim in atlas.claims:
        if claim.kind == "context" and claim.theme == "framing":
            continue  # says nothing of its own; the reader shows it with the reason
        focus = Focus.from_text(focus_of(claim, atlas.gazetteer))
        assert focus is not None, claim.id
        if focus.kind != "region":
            assert focus.id in order[KINDS[focus.kind]], claim.id
        if str(focus) not in stories:
            stories[str(focus)] = {told.id for told in story_of(focus, scene, atlas).own}
        assert claim.id in stories[str(focus)], claim.id


def test_every_card_can_be_written(atlas):
    for number, claim in enumerate(atlas.claims, start=1):
        html = card_html(atlas, claim, number)
        assert f"[{number}]" in html
        assert ("<blockquote>" in html) == (claim.passage is not None), claim.id
