"""What the documents say, first: findings that follow the selection and are no stronger than their claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.narrative.findings import FINDINGS, claims_in_order, findings_of
from flows.narrative.rankings import first_of
from flows.narrative.wording import excess, not_ours
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.vocabulary.enums import Assertion, Certainty, Role, Theme
from tests.flows.asking import selections
from tests.flows.made_up import atlas_of, flow, hotspot, note, role

TO_THE_USA = "Routes lead to the United States"
RISK = "are said to be at risk of trafficking"
LEFT_OUT = "1 country or territory is named only by claims that the filters leave out."


def told(gazetteer, *claims, **chosen):
    scene = compose(atlas_of(gazetteer, *claims), Selection.from_values(chosen))
    return {finding.id: [said.text for said in finding.sentences] for finding in findings_of(scene)}


def by(document, claim, **parts):
    """Make a flow that another document names."""
    return flow(claim, id=f"{document}-{claim}", document=document, **parts)


def test_the_best_documented_destination_and_from_where(gazetteer):
    claims = [by("a", "HND~USA"), by("b", "HND~USA"), by("b", "MEX~USA"), by("c", "HND~MEX")]
    assert told(gazetteer, *claims)["destination"] == [
        f"{TO_THE_USA} from 2 places; 2 documents say so, more than of any other destination.",
        "They begin in Honduras (2 documents) and Mexico (1).",
    ]


def test_more_origins_than_a_sentence_holds_are_counted_and_the_best_documented_named(gazetteer):
    claims = [flow(f"{place}~USA") for place in ("GTM", "HND", "MEX", "SLV")]
    destination, origins = told(gazetteer, *claims, by("b", "MEX~USA"))["destination"]
    assert destination == f"{TO_THE_USA} from 4 places; 2 documents say so."
    assert origins == "Most documents name Mexico (2 documents) as origin."
    assert told(gazetteer, *claims)["destination"][1] == (
        "Among the origins are Guatemala (1 document), Honduras (1) and Mexico (1)."
    )


def test_destinations_that_are_named_alike_are_said_to_be(gazetteer):
    (destination, _origins) = told(gazetteer, flow("HND~USA"), flow("HND~MEX"))["destination"]
    assert destination == (
        "Routes lead to Mexico from 1 place; 1 document says so, as many as of 1 other destination."
    )


def test_forms_and_sectors_are_counted_in_documents_not_in_claims(gazetteer):
    sex, labor = ("sex_trafficking",), ("forced_labor",)
    claims = [by("a", f"{place}~USA", types=sex) for place in ("HND", "MEX", "GTM")]
    claims += [by(name, "HND~MEX", types=labor, sectors=("mining",)) for name in ("b", "c")]
    assert told(gazetteer, *claims)["forms"] == [
        "The forms most named are forced labor (2 of 3 documents) and sex trafficking (1).",
        "The sector most named is mining (2 documents).",
    ]


def test_under_a_filter_the_forms_are_those_asked_for(gazetteer):
    both = by("a", "HND~USA", types=("sex_trafficking", "forced_labor"))
    assert told(gazetteer, both, types=["forced_labor"])["forms"] == [
        "The form that is named is forced labor (1 of 1 document)."
    ]


def test_inside_and_on_the_way(gazetteer):
    claims = [flow("MEX~MEX"), by("b", "MEX~MEX"), flow("latin_america~latin_america"), flow("HND~GTM~USA")]
    inside, transit = told(gazetteer, *claims, role("GTM", Role.TRANSIT), role("PAN", Role.TRANSIT))["ways"]
    assert inside == "In 1 place people are exploited without crossing a border: Mexico (2 documents)."
    assert transit == "2 places are named as transit: Guatemala (1 document) and Panama (1)."


def test_what_is_said_of_whole_regions_leads_to_its_themes(gazetteer):
    notes = [note(id="a"), note(id="b"), note(theme=Theme.DATA_GAPS, document="another")]
    scene = compose(atlas_of(gazetteer, *notes), Selection())
    (region,) = [finding for finding in findings_of(scene) if finding.id == "region"]
    (said,) = region.sentences
    assert (
        said.text
        == "3 notes are about whole regions (2 documents), on organized crime (2) and gaps in data (1)."
    )
    assert [pointer.focus for pointer in said.pointers] == ["theme:organized_crime", "theme:data_gaps"]


def test_what_is_not_said(gazetteer):
    claims = [flow("HND~USA", types=("forced_labor",)), flow("HND~MEX")]
    scene = compose(atlas_of(gazetteer, *claims), Selection.from_values({"places": ["USA"]}))
    (silence,) = [finding for finding in findings_of(scene) if finding.id == "silence"]
    assert silence.uncited == f"No document names 32 countries or 21 territories. {LEFT_OUT}"
    assert told(gazetteer, *claims)["silence"] == ["On 1 of 2 routes no form of trafficking is named."]


def test_what_no_source_says_to_happen_is_told_in_its_own_verb(gazetteer):
    risk = {"assertion": Assertion.AT_RISK, "types": ("forced_labor",)}
    claims = [flow("HND~USA", **risk), flow("MEX~MEX", **risk), role("GTM", Role.TRANSIT, **risk)]
    assert "destination" not in told(gazetteer, *claims)
    found = told(gazetteer, *claims, assertion=["at_risk"])
    assert found["destination"] == [
        f"People who come to the United States from 1 place {RISK}; 1 document says so.",
        "They begin in Honduras (1 document, at risk).",
    ]
    assert found["forms"] == ["The form that is named is forced labor (1 of 1 document, at risk)."]
    assert found["ways"] == [
        f"People inside 1 place {RISK}: Mexico (1 document, at risk).",
        "1 place is named as transit (at risk): Guatemala (1 document, at risk).",
    ]


def test_nothing_is_found_where_nothing_is_left(gazetteer):
    assert told(gazetteer, flow("HND~USA"), places=["PER"]) == {}


def test_a_name_leads_only_where_more_documents_name_it():
    one = [(key, (flow("HND~USA", id=key),)) for key in "abcd"]
    two = ("z", (by("a", "HND~USA"), by("b", "HND~USA")))
    assert first_of([two, *one]) == ([two], True)
    assert first_of(one[:3]) == (one[:3], True)
    assert first_of(one) == (one[:3], False)


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("assertion", Assertion)
def test_no_finding_is_stronger_than_its_claims(gazetteer, assertion, certainty):
    parts = {"assertion": assertion, "certainty": certainty}
    claims = [
        *(flow(stops, **parts) for stops in ("HND~MEX~USA", "GTM~USA", "~USA", "HND~", "MEX~MEX")),
        *(role(place, Role.TRANSIT, **parts) for place in ("GTM", "PAN", "CRI", "NIC")),
        hotspot("PE-MDD", types=("forced_labor",), sectors=("mining",), **parts),
        note(**parts),
    ]
    scene = compose(atlas_of(gazetteer, *claims), Selection.from_values({"assertion": [assertion]}))
    sentences = [said for finding in findings_of(scene) for said in finding.sentences]
    assert len(sentences) == 8
    assert [said.text for said in sentences if excess(said.text, said.claims)] == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_asked_findings_are_cited_sound_and_in_our_voice(both_collections, data):
    scene = compose(both_collections, data.draw(selections(both_collections)))
    findings = findings_of(scene)
    assert [finding.id for finding in findings] == [f for f in FINDINGS if f in {x.id for x in findings}]
    shown = {claim.id for claim in scene.claims}
    for said in (said for finding in findings for said in finding.sentences):
        assert said.claims
        assert {claim.id for claim in said.claims} <= shown
        assert excess(said.text, said.claims) == ""
        assert not_ours(said.text) == []
        assert [pointer.words for pointer in said.pointers if pointer.words not in said.text] == []


def test_claims_are_numbered_as_the_findings_cite_them(both_collections):
    scene = compose(both_collections, Selection())
    findings = findings_of(scene)
    first = findings[0].sentences[0]
    numbered = claims_in_order(findings, scene)
    assert {claim.id for claim in numbered[: len(first.claims)]} == {claim.id for claim in first.claims}
    assert sorted(claim.id for claim in numbered) == sorted(claim.id for claim in scene.claims)
