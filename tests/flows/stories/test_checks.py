"""Each rule of a story is broken once, and named with file and chapter; all at once where all are broken."""

from dataclasses import replace

import pytest

from flows.stories.checks import story_problems
from geodata.model.stories import Answer

FILE = "nine/stories/a.toml"
WIDTH = (
    "The 2015 report calls Latin America a primary source region for people trafficked to the United States "
    "[@crs-flow-latin-america-usa]."
)


@pytest.fixture(scope="module")
def story(two_documents):
    (found,) = (found for found in two_documents.stories if found.id == "five-misreadings")
    return found.story


@pytest.fixture
def problems_of(two_documents):
    def told(story):
        return [problem.sentence() for problem in story_problems(story, FILE, two_documents)]

    return told


@pytest.fixture
def changed(story, problems_of):
    """Return the problems of the story with its fifth chapter changed."""

    def told(**parts):
        last = replace(story.chapters[-1], **parts)
        return problems_of(replace(story, chapters=(*story.chapters[:-1], last)))

    return told


def adding(story, sentence):
    return {"text": f"{story.chapters[-1].text} {sentence}"}


def test_the_story_by_itself_breaks_no_rule(story, problems_of):
    assert problems_of(story) == []


SENTENCES = {
    "It says so [@crs-flow-latin-amerika-usa].": (
        'there is no claim "crs-flow-latin-amerika-usa". Closest: "crs-flow-latin-america-usa".'
    ),
    "Nobody knows.": 'the sentence "Nobody knows." cites nothing. Cite a claim, or mark it [@map].',
    "Many people suffer in mines [@map].": (
        'the sentence "Many people suffer in mines." is marked as about the map, but names nothing of it.'
    ),
    "It is so [@a b] [@crs-flow-latin-america-usa].": (
        '"[@a b]" is no citation. Write [@claim-id], several as [@one; @two].'
    ),
    "Smugglers exploit migrants for their debts [@tip-note-smuggling-debt].": (
        'says more than its claims. Say it with "at risk" or "exposed to trafficking".'
    ),
    "Governments count too few crimes [@tip-note-underreporting].": (
        'says more than its claims. Say it with "reported" or "alleged".'
    ),
    "Politics protects allies, it is reported [@crs-note-allies-never-sanctioned].": (
        'says more than its claims. Say it with "alleged" or "allegations", and with "reported" or "alleged".'
    ),
    "Mexico was a main country of origin [@crs-flow-mex-usa-2013].": (
        'says more than its claims. Say it with "inferred".'
    ),
    "Illegal migrants are rarely screened [@tip-note-migrants-rarely-screened].": (
        '"Illegal migrants" is not said in our own voice.'
    ),
}


@pytest.mark.parametrize(("sentence", "told"), SENTENCES.items())
def test_a_sentence_that_breaks_a_rule_is_named(story, changed, sentence, told):
    (found,) = changed(**adding(story, sentence))
    assert found.startswith(f"{FILE}, chapter 5 (identified): ")
    assert told in found


def test_a_weaker_sentence_than_its_claims_is_told_as_well(story, changed):
    weaker = (
        "It is alleged that people are at risk of trafficking to Europe [@crs-flow-latin-america-europe]."
    )
    assert changed(**adding(story, weaker)) == []


VIEWS = {
    "a claim outside the selection": (
        {"selection": "types=forced_labor"},
        'the claim "tip-note-migrants-rarely-screened" is not in its selection.',
    ),
    "an unknown value": (
        {"selection": "types=forced_labour"},
        '"types=forced_labour" is nothing that a selection knows.',
    ),
    "an unknown filter": ({"selection": "colour=red"}, '"colour=red" is nothing that a selection knows.'),
    "a focus in the selection": (
        {"selection": "focus=country:CUB"},
        "focus and view have entries of their own.",
    ),
    "nothing selected": ({"selection": "types=organ_removal"}, "its selection shows nothing."),
    "no focus at all": ({"focus": "Cuba"}, 'focus "Cuba" is not understood.'),
    "an unknown focus": ({"focus": "country:CUBA"}, 'Closest: "country:CUB" (Cuba).'),
    "a focus that is not shown": (
        {"selection": "places=CUB", "focus": "country:MEX"},
        'its selection shows nothing of "country:MEX", which is in focus.',
    ),
    "bounds the wrong way round": ({"bounds": (10, 0, -10, 5)}, "the wrong way round."),
    "bounds beyond the map": ({"bounds": (-400, -20, 0, 20)}, "bounds reach beyond the map."),
    "too short": ({"text": "The map is large [@map]."}, "the text has 4 words, not 60 to 120. Say more"),
    "too long": ({"text": "The map is large [@map]. " * 40}, "the text has 160 words, not 60 to 120. Divide"),
    "an id that is taken": ({"id": "width"}, "an earlier chapter has the same id."),
    "a question in others' words": (
        {"question": "What of sex workers?"},
        '"sex workers" is not said in our own',
    ),
}


@pytest.mark.parametrize(("parts", "told"), VIEWS.values(), ids=VIEWS)
def test_a_chapter_that_breaks_a_rule_is_named(changed, parts, told):
    assert any(told in sentence and "chapter 5" in sentence for sentence in changed(**parts))


def test_a_route_that_the_map_leaves_out_is_named(story, changed):
    text = f"{WIDTH} {story.chapters[-1].text}"
    assert changed(text=text) == []
    (found,) = changed(text=text, selection="collections=western-hemisphere&hide=routes")
    assert 'the claim "crs-flow-latin-america-usa" is not drawn by its map.' in found
    # A risk is listed, drawn or not.
    risk = "Migrants at the border are at risk [@tip-hotspot-us-mexico-border]."
    assert changed(**adding(story, risk)) == []


def test_the_words_of_an_answer_may_not_stand_before_its_chapter(story, problems_of):
    question = replace(story.question, settled="identified")
    (found,) = problems_of(replace(story, question=question))
    assert found == (
        f'{FILE}, chapter 1 (width): the words of the answer "More documents name it" stand here already. '
        'Keep them for the chapter "identified".'
    )


def test_a_question_has_one_right_answer_and_a_chapter_that_settles_it(story, problems_of):
    answers = (Answer(text="This"), Answer(text="That"))
    told = problems_of(replace(story, question=replace(story.question, answers=answers, settled="later")))
    assert told == [
        f"{FILE}, question: 0 of 2 answers are right. Give two answers or more, of which one is right.",
        (
            f'{FILE}, question: no chapter is called "later", which settles it. '
            "Chapters: width, hatched, tier, route, identified."
        ),
    ]


def test_collections_are_named_where_their_claims_are_cited(story, both_collections):
    cited = replace(
        story.chapters[-1],
        selection="",
        text=f"{story.chapters[-1].text} The report of 2025 lowered Colombia to Tier 2 [@cn-0193].",
    )
    unnamed = replace(story, chapters=(*story.chapters[:-1], cited))
    (found,) = story_problems(unnamed, FILE, both_collections)
    assert 'Write uses = ["country-narratives"] at the top of the story.' in found.sentence()
    assert story_problems(replace(unnamed, uses=("country-narratives",)), FILE, both_collections) == ()
    (found,) = story_problems(replace(story, uses=("country-narratives",)), FILE, both_collections)
    assert 'said to use "country-narratives", of which it cites no claim.' in found.sentence()


def test_everything_wrong_is_named_at_once(story, changed):
    every = " ".join(SENTENCES)
    told = changed(text=every, focus="Cuba", bounds=(10, 0, -10, 5), selection="colour=red")
    assert len(told) >= len(SENTENCES) + 3
