"""The story of a focus: sentences with citation numbers, and the claims behind them."""

import pytest
from hypothesis import given

from flows.narrative.story import story_of
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import load_atlas
from tests.conftest import NINE
from tests.flows.asking import requests
from tests.flows.made_up import atlas_of, flow, note, role

MEXICO = "What is said of Mexico stands in"
ATLAS = load_atlas([NINE])


def told(atlas, focus, **asked):
    return story_of(Focus.from_text(focus), compose(atlas, Selection.from_values(asked)), atlas)


def sentences(story):
    return [(told.text, story.numbers(told.claims)) for told in story.sentences]


def test_the_story_of_mexico_on_nine_claims(nine):
    story = told(nine, "country:MEX")
    assert story.title == "Mexico"
    assert [claim.id for claim in story.own] == [
        "role-mex-source",
        "role-mex-destination",
        "flow-hnd-mex",
        "flow-hnd-mex-study",
        "flow-gtm-mex-usa",
        "flow-mex-mex",
    ]
    *told_of_it, forms, sectors, sources = sentences(story)
    assert told_of_it == [
        ("Mexico is reported as a source of people who are trafficked.", (1,)),
        ("Mexico is named as a destination.", (2,)),
        ("Routes to Mexico begin in Honduras.", (3, 4)),
        ("Routes pass through Mexico.", (5,)),
        ("People are exploited inside Mexico, without crossing its border.", (6,)),
    ]
    assert (forms, sectors, sources) == (
        ("The forms most named are forced labor (1 of 2 documents) and sex trafficking (1).", (3, 5)),
        ("The sector most named is agriculture (1 document).", (5,)),
        (
            f"{MEXICO} 2 documents of 2020–2021; 4 of 6 claims are from “A notice on trafficking”.",
            (1, 2, 3, 4, 5, 6),
        ),
    )


def test_what_is_said_of_the_region_stands_apart(nine):
    story = told(nine, "country:PER")
    assert [claim.id for claim in story.own] == ["hotspot-madre-de-dios"]
    assert [claim.id for claim in story.regional] == ["note-debts"]
    assert story.numbers(story.regional) == (2,)


def test_the_story_of_the_united_states_in_the_two_documents(shipped):
    story = told(shipped, "country:USA")
    stated, *others = [text for text, _numbers in sentences(story) if "routes" in text.casefold()]
    assert stated == "Routes to the United States begin in Latin America."
    (hedged,) = others
    assert hedged == (
        "It is inferred that routes to the United States begin in El Salvador, Guatemala, Honduras, India, "
        "Mexico, the Philippines and Thailand (from one sentence)."
    )
    assert [claim.kind for claim in story.own].count("flow") == 8


def test_a_region_tells_of_itself_and_not_of_its_members(shipped):
    story = told(shipped, "region:latin_america")
    assert len(story.own) == 21
    assert list(dict.fromkeys(claim.kind for claim in story.own)) == ["role", "flow", "context"]
    assert ("People from Latin America are exploited inside the region.", (10,)) in sentences(story)
    assert ("People are taken from one country of Latin America to another.", (11,)) in sentences(story)
    assert {claim.id for claim in story.own if claim.places == ("MEX", "USA")} == set()


def test_a_name_with_an_article_begins_its_sentence_with_a_capital(gazetteer):
    atlas = atlas_of(gazetteer, role("USA"), flow("USA~DOM"))
    story = told(atlas, "country:USA")
    assert story.title == "United States"
    assert [text for text, _numbers in sentences(story)] == [
        "The United States is named as a source of people who are trafficked.",
        "Routes from the United States lead to the Dominican Republic.",
        "What is said of the United States stands in 1 document of 2020: “The title of paper-2020”.",
    ]


def test_silence_is_told_with_care(nine):
    story = told(nine, "country:BRA")
    assert (story.own, story.sentences) == ((), ())
    assert story.no_evidence_note.startswith("No claim in this selection is about Brazil.")


def test_a_finding_keeps_the_numbers_that_its_claims_have_among_all_findings(both_collections):
    first, forms = (told(both_collections, f"finding:{ident}") for ident in ("destination", "forms"))
    assert first.title == "The best documented destination"
    assert first.numbers(first.own) == tuple(range(1, len(first.own) + 1))
    assert forms.numbers(forms.own)[0] > 1
    assert forms.numbers(forms.own)[-1] > len(first.own)


def test_all_notes_of_a_theme_are_told_at_once(nine, gazetteer):
    atlas = atlas_of(gazetteer, note(id="a"), note(id="b", document="other"), note(theme="data_gaps"))
    story = told(atlas, "theme:organized_crime")
    assert (story.title, [claim.id for claim in story.own]) == ("Organized crime", ["a", "b"])
    assert sentences(story) == [("On this theme 2 notes are about whole regions (2 documents).", (1, 2))]
    assert told(nine, "theme:data_gaps").no_evidence_note.startswith("Nothing in this selection shows it.")
    assert told(nine, "theme:nonsense").no_evidence_note == "The atlas knows nothing by this name."
    assert told(nine, "finding:nonsense").no_evidence_note == "The atlas knows nothing by this name."


def test_the_end_that_most_documents_name_comes_first(gazetteer):
    claims = [flow("MEX~ARG"), flow("MEX~USA"), flow("MEX~USA", id="again", document="other")]
    (lead, *_rest) = told(atlas_of(gazetteer, *claims), "country:MEX").sentences
    assert lead.text == "Routes from Mexico lead to the United States and Argentina."
    assert [pointer.focus for pointer in lead.pointers] == ["country:USA", "country:ARG"]


@pytest.mark.parametrize(
    ("focus", "title", "own"),
    [
        ("route:HND~MEX", "Honduras → Mexico", ["flow-hnd-mex", "flow-hnd-mex-study"]),
        ("hotspot:PE-MDD.Madre-de-Dios", "Madre de Dios", ["hotspot-madre-de-dios"]),
        ("note:note-debts", "Debts to smugglers · at risk", ["note-debts"]),
        ("claim:role-mex-source", "Mexico: source", ["role-mex-source"]),
    ],
)
def test_marks_have_the_claims_behind_them(nine, focus, title, own):
    story = told(nine, focus)
    assert (story.title, [claim.id for claim in story.own], story.no_evidence_note) == (title, own, "")


@pytest.mark.parametrize(
    ("focus", "title", "silence"),
    [
        ("country:XXX", "XXX", "The atlas knows nothing by this name."),
        ("route:BRA~PER", "BRA → PER", "The atlas knows nothing by this name."),
        ("hotspot:nowhere", "nowhere", "The atlas knows nothing by this name."),
        ("claim:nobody", "nobody", "The atlas knows nothing by this name."),
    ],
)
def test_what_the_atlas_does_not_show_is_said_to_be_so(nine, focus, title, silence):
    story = told(nine, focus)
    assert (story.title, story.no_evidence_note, story.own) == (title, silence, ())


def test_a_filter_silences_the_route_that_it_hides(nine):
    story = told(nine, "route:HND~MEX", sectors=["mining"])
    assert (story.own, story.no_evidence_note) == ((), "Nothing in this selection shows it. Clear a filter.")


@given(requests(ATLAS))
def test_no_sentence_stands_without_its_citation(request):
    if request.focus is None:
        return
    story = story_of(request.focus, compose(ATLAS, request.selection), ATLAS)
    cards = (*story.own, *story.regional)
    assert len({claim.id for claim in cards}) == len(cards)
    for told in story.sentences:
        assert story.numbers(told.claims)
        assert set(told.claims) <= set(story.own)
