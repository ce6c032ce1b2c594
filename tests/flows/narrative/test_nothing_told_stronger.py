"""Nothing that the atlas tells of a place or a mark is stronger than the strongest of its claims."""

import pytest

from flows.narrative.claim_focus import title_of
from flows.narrative.rows import rows_of
from flows.narrative.sentences import hotspot_sentence, role_sentence, route_sentence
from flows.narrative.story import story_of
from flows.narrative.wording import HEDGES, VERBS, excess, telling_in
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.hotspots import hotspots_from
from flows.scene.names import tag_of
from flows.scene.roles import roles_from
from flows.scene.routes import routes_from
from flows.scene.scene import compose
from flows.scene.telling import UNCONFIRMED, Telling, telling_of
from geodata.load import load_atlas
from geodata.model.claims import FlowClaim
from geodata.vocabulary.enums import Assertion, Certainty, PlaceKind
from tests.conftest import NINE
from tests.flows.made_up import atlas_of, flow, hotspot, role

ATLASES = {"both collections": None, "the nine claims": [NINE]}


@pytest.fixture(scope="module", params=list(ATLASES.values()), ids=list(ATLASES))
def atlas(request):
    return load_atlas(request.param)


def selections(atlas):
    """Return the whole, and what rests on each assertion alone."""
    named = {claim.assertion for claim in atlas.claims}
    return [Selection(), *(Selection.from_values({"assertion": [one]}) for one in sorted(named))]


def stories(atlas, selection):
    scene = compose(atlas, selection)
    places = dict.fromkeys(place for claim in scene.claims for place in claim.places)
    regions = (ident for ident in places if atlas.gazetteer[ident].kind is PlaceKind.REGION)
    foci = [
        *(f"country:{ident}" for ident in places),
        *(f"region:{ident}" for ident in regions),
        *(f"route:{route.id}" for route in routes_from(scene.claims)),
        *(f"hotspot:{hotspot.id}" for hotspot in hotspots_from(scene.claims)),
    ]
    return {focus: story_of(Focus.from_text(focus), scene, atlas) for focus in foci}


def test_no_sentence_of_any_story_is_stronger_than_its_claims(atlas):
    stronger, told = [], 0
    for selection in selections(atlas):
        for focus, story in stories(atlas, selection).items():
            told += len(story.sentences)
            stronger += [
                (focus, found) for said in story.sentences if (found := excess(said.text, said.claims))
            ]
    assert stronger == []
    assert told


def test_no_end_of_a_route_is_told_stronger_than_its_own_claims(atlas):
    stronger = []
    for focus, story in stories(atlas, Selection()).items():
        kind, _, ident = focus.partition(":")
        for said in story.sentences if kind in {"country", "region"} else ():
            if said.topic in {"forms", "sources"}:  # which name no ends
                continue
            ends = {}
            for claim in said.claims:
                if isinstance(claim, FlowClaim) and ident not in claim.transit:
                    other = claim.destination if claim.origin == ident else claim.origin
                    ends.setdefault(other, []).append(claim)
            stronger += [(focus, end) for end, claims in ends.items() if excess(said.text, claims)]
    assert stronger == []


def test_no_row_of_the_table_is_stronger_than_its_claims(atlas):
    rows = rows_of(compose(atlas, Selection()), atlas, dots=True)
    marks = [row for row in rows if row.focus.partition(":")[0] != "note"]
    assert [row.sentence for row in marks if excess(row.sentence, row.evidence.claims)] == []
    faint = [row for row in marks if tag_of(row.evidence.claims)]
    assert [row.name for row in faint if not row.name.endswith(f" · {tag_of(row.evidence.claims)}")] == []


def test_every_mark_is_told_as_strongly_as_its_claims_and_no_less(atlas):
    places = atlas.gazetteer
    told = [
        *((route_sentence(route, places), route.evidence) for route in routes_from(atlas.claims)),
        *((role_sentence(role, places), role.evidence) for role in roles_from(atlas.claims)),
    ]
    # What is alleged is passed on, however the source says so.
    loosened = {Telling(assertion=Assertion.ALLEGED, certainty=Certainty.STATED)}
    for sentence, evidence in told:
        strength = telling_of(evidence.claims)
        assert telling_in(sentence) == strength or strength in loosened, sentence
    for found in hotspots_from(atlas.claims):
        assert excess(hotspot_sentence(found, places), found.evidence.claims) == ""


def test_every_title_of_an_unconfirmed_claim_has_its_tag(atlas):
    for claim in atlas.claims:
        tag = tag_of([claim])
        assert bool(tag) == (claim.assertion in UNCONFIRMED)
        assert not tag or title_of(claim, atlas.gazetteer).endswith(f" · {tag}")


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("assertion", Assertion)
def test_each_strength_has_words_of_its_own_for_every_mark(gazetteer, assertion, certainty):
    parts = {"assertion": assertion, "certainty": certainty}
    claims = [
        *(flow(stops, **parts) for stops in ("HND~MEX~USA", "HND~MEX", "~USA", "HND~", "MEX~MEX", "~MEX~")),
        *(role("USA", acts_as, **parts) for acts_as in ("source", "transit", "destination")),
        hotspot("PE-MDD", **parts),
    ]
    atlas = atlas_of(gazetteer, *claims)
    for focus, story in stories(atlas, Selection()).items():
        for said in story.sentences:
            assert excess(said.text, said.claims) == "", (focus, said.text)
    sentences = [row.sentence for row in rows_of(compose(atlas, Selection()), atlas, dots=True)]
    assert len(sentences) == len(claims)
    for sentence in sentences:
        assert not telling_in(sentence).exceeds(telling_of(claims)), sentence
        assert telling_in(sentence).assertion == telling_of(claims).assertion


def test_a_sentence_that_says_too_much_is_found():
    risk = flow("HND~ESP", assertion=Assertion.AT_RISK)
    hedged = flow("HND~ESP", certainty=Certainty.REPORTED)
    assert excess("A route leads from Honduras to Spain.", [risk]) == "A route leads from Honduras to Spain."
    assert excess("People from Honduras are said to be at risk of trafficking.", [risk]) == ""
    assert excess("People there are said to be at risk. People are exploited there.", [risk]) != ""
    assert excess("A route leads from Honduras to Spain.", [hedged]) != ""
    assert excess("It is reported that a route leads to Spain.", [hedged, risk]) == ""
    assert excess("It is alleged that people are exploited inside St. Lucia.", [risk]) != ""


def test_the_lists_cover_whatever_is_less_than_said_to_happen():
    assert set(VERBS) == set(UNCONFIRMED)
    assert set(HEDGES) == set(Certainty) - {Certainty.STATED}
