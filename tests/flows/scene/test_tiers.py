"""Tiers of one year: which placement counts, what goes to the map, how the link keeps the year."""

from itertools import pairwise
from typing import Any, get_args
from urllib.parse import parse_qsl

import pytest

from flows.maps.legend import LAYERS
from flows.maps.tiers import tier_key
from flows.palette import Theme, read_palette
from flows.query.links import Request, read_link, write_link
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.scene.tiers import CAUTION, caution, placement_name, ranked_years, tier_of, tiers_in
from geodata.load import load_atlas
from geodata.model.atlas import Atlas
from geodata.model.claims import ContextClaim, RankingClaim
from geodata.vocabulary.enums import Access
from geodata.vocabulary.enums import Theme as Subject
from geodata.vocabulary.terms import slugs
from tests.flows.colour_sight import contrast, difference
from tests.flows.made_up import _common, atlas_of, flow

TIERS = ("tier_1", "tier_2", "tier_2wl", "tier_3")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas()


def placed(place: str, value: str, **parts: Any) -> RankingClaim:
    ident = parts.pop("id", f"tier-{place}-{value}")
    own = {"place": place, "scheme": parts.pop("scheme", "tip_report"), "value": value}
    return RankingClaim(**_common(ident, parts), **own)


def known(facet: str, value: str) -> bool:
    return facet == "tiers" and value in {"2023", "2025"}


def test_only_placements_of_the_year_in_known_tiers_count():
    claims = [
        placed("PER", "2"),
        placed("BRA", "2WL"),
        placed("HTI", "Special"),
        placed("ARG", "1", year=2019),
        placed("CHL", "7"),
        placed("URY", "1", scheme="another_index"),
        flow("PER~BRA"),
    ]
    assert tiers_in(claims, 2020) == {"PER": "2", "BRA": "2wl", "HTI": "special"}


@pytest.mark.parametrize("turned", [False, True])
def test_where_claims_differ_the_text_reached_most_directly_counts(turned):
    relayed = placed("PER", "3", access=Access.RELAYED_BY_PRESS)
    official = placed("PER", "2", access=Access.OFFICIAL_PAGE_OR_COPY)
    claims = [official, relayed] if turned else [relayed, official]
    assert tiers_in(claims, 2020) == {"PER": "2"}


def test_a_placement_is_named_with_scheme_and_year():
    assert placement_name(placed("BRA", "2WL", year=2025)) == (
        "Tier 2 Watch List (Trafficking in Persons Report, 2025)"
    )
    assert placement_name(placed("BRA", "17th", scheme="Index of Something")) == (
        "17th (Index of Something, 2020)"
    )


def test_every_shipped_placement_has_a_tier_and_its_year_can_be_chosen(atlas):
    assert ranked_years(atlas) == (2025, 2024, 2023, 2014)
    claims = atlas.of_kind(RankingClaim)
    assert len(claims) == 33
    assert [claim.id for claim in claims if not tier_of(claim)] == []
    drawn = {(year, place) for year in ranked_years(atlas) for place in tiers_in(claims, year)}
    assert len(drawn) == 33


def test_a_year_has_the_placements_of_that_year(atlas):
    claims = compose(atlas, Selection()).claims
    assert tiers_in(claims, 2023) == {"BLZ": "2", "CAN": "1", "CHL": "1", "HND": "2", "PAN": "2"}
    peru = compose(atlas, Selection.from_values({"places": ["PER", "USA"]})).claims
    assert tiers_in(peru, 2025) == {"PER": "2"}
    assert tiers_in(compose(atlas, Selection(years=(2016, 2016))).claims, 2025) == {}


def test_the_caution_rests_on_a_sentence_about_rankings(atlas):
    words, note = caution(atlas)
    claim = atlas.claim(note)
    assert note == CAUTION
    assert isinstance(claim, ContextClaim)
    assert (claim.theme, claim.document) == (Subject.RANKINGS, "crs-rl33200")
    assert "foreign policy" in claim.passage.quote
    assert "RL33200" in words


def test_without_the_second_document_the_caution_does_not_speak_of_it(gazetteer):
    atlas = atlas_of(gazetteer, placed("PER", "2"))
    assert tier_key(atlas)["caution"] == {"words": "", "focus": ""}


def test_the_legend_explains_every_tier_and_whose_judgement_it_is(atlas):
    tiers = tier_key(atlas)
    assert [entry["value"] for entry in tiers["entries"]] == list(slugs("tier"))
    assert all(entry["meaning"].endswith(".") for entry in tiers["entries"])
    assert "U.S. government's own judgment" in tiers["judgement"]


def test_the_year_is_the_last_of_the_link_and_comes_back():
    request = Request(selection=Selection.from_values({}, years=(2020, 2025)), tiers=2023)
    assert write_link(request) == "years=2020-2025&tiers=2023"
    assert read_link(dict(parse_qsl(write_link(request))), known, LAYERS) == (request, ())


@pytest.mark.parametrize("text", ["1999", "2023|2025", "02023", "２０２３", "on", "-2023"])
def test_an_unknown_year_is_off_and_named(text):
    request, unrecognised = read_link({"tiers": text}, known, LAYERS)
    assert (request.tiers, unrecognised) == (None, (f"tiers={text}",))


@pytest.mark.parametrize("theme", get_args(Theme))
def test_marks_and_labels_are_read_on_every_tier(theme):
    colours = read_palette().of(theme)
    marks = [key for key in colours if key.startswith(("role_", "type_"))] + ["hotspot", "focus_ring"]
    faint = [(mark, tier) for mark in marks for tier in TIERS if contrast(colours[mark], colours[tier]) < 3]
    unread = [
        (ink, tier)
        for ink in ("ink", "ink_muted")
        for tier in TIERS
        if contrast(colours[ink], colours[tier]) < 4.5
    ]
    assert faint + unread == []


@pytest.mark.parametrize("theme", get_args(Theme))
def test_tiers_step_away_from_unplaced_land_evenly_and_are_told_apart(theme):
    colours = read_palette().of(theme)
    away = [difference(colours[tier], colours["land_1"]) for tier in TIERS]
    assert 0.02 < away[0] < away[1] < away[2] < away[3]
    # Half as much again as a trained eye just notices (0.02): neighbours on a map share an edge.
    assert min(difference(colours[a], colours[b]) for a, b in pairwise(TIERS)) >= 0.03
    # The lines of the hatch are drawn, not filled: they need the contrast of a mark.
    assert contrast(colours["tier_special"], colours["land_1"]) >= 3
