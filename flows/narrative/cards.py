"""Evidence cards: what is shown of a claim, its statement, its exact words and its citation."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import full_citation, paraphrased, source_line
from flows.narrative.cited_sentence import CitedSentence, Part, parts_of
from flows.narrative.claim_focus import focus_of, title_of
from flows.narrative.place_sentences import topic_titles
from flows.narrative.quoting import cut_after, cut_before
from flows.narrative.story import Story
from flows.narrative.text_fragments import found_by, locator_link, reading_note
from flows.query.folding import can_fold
from flows.query.word_index import WordIndex
from flows.query.word_marks import marked_spans
from flows.scene.forms import family, forms_named
from flows.scene.names import label
from flows.templates import Html, render
from geodata.annotation.anchoring import context
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RankingClaim
from geodata.model.documents import Document
from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import term

# Characters of the document on either side of a quotation: enough to see what it stands in.
_CONTEXT = 160
# Runs of citation numbers behind a sentence; the rest is counted.
_RUNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TermButton:
    """A term of the vocabulary on a card; one that has a family of colours is a pill."""

    facet: str
    slug: str
    words: str
    definition: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text, the editorial mark behind it, if any, and whether a search has found it."""

    text: str
    mark: str = ""
    found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The exact words of a claim, with what stands around them."""

    before: Sequence[Stretch]
    words: Sequence[Stretch]
    after: Sequence[Stretch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card shows of a claim.

    ``number`` is its citation number, ``families`` are the colours of its forms, ``folded`` hides its words.
    ``locator`` opens the page of a cited source at the sentence, ``found_by`` is what to find it by, and
    ``reading`` says so where the source was not read there, or not whole.
    """

    id: str
    number: int
    title: str
    focus: str
    families: Sequence[str]
    terms: Sequence[TermButton]
    statement: Sequence[Stretch]
    quotation: Quotation | None
    source: str
    locator: str
    found_by: str
    reading: str
    citation: str
    folded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A sentence in parts, with the citation numbers behind it, in words such as "[1–4, 7]".

    ``card`` is the claim whose card the numbers lead to, ``nth`` its place among the cards.
    """

    parts: Sequence[Part]
    cited: str
    numbers: Sequence[int]
    card: str
    nth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The sentences that tell of one topic, under its title."""

    title: str
    sentences: Sequence[Cited]


def card_of(
    atlas: Atlas, claim: Claim, number: int, *, fold: bool = False, searches: Collection[str] = ()
) -> Card:
    """Return the card of a claim; ``fold`` hides what is on children, what ``searches`` find is marked."""
    document = atlas.documents[claim.document]
    return Card(
        id=claim.id,
        number=number,
        title=title_of(claim, atlas.gazetteer),
        focus=focus_of(claim, atlas.gazetteer),
        families=_families(claim),
        terms=list(_terms(claim)),
        statement=list(_marked(atlas, searches, Stretch(text=claim.statement))),
        quotation=_quotation(atlas, claim, searches),
        source=source_line(document, claim),
        locator=locator_link(document, claim),
        found_by=found_by(claim),
        reading=reading_note(claim),
        citation=full_citation(atlas, claim),
        folded=fold and can_fold(claim),
    )


def card_html(atlas: Atlas, claim: Claim, number: int, *, fold: bool = False) -> Html:
    """Write the card of a claim without its title."""
    return render("untitled_card", card=card_of(atlas, claim, number, fold=fold))


def _families(claim: Claim) -> Sequence[str]:
    # A placement in a tier is about a government, and no form of trafficking could be named in it.
    return () if isinstance(claim, RankingClaim) else [family(form) for form in forms_named(claim.types)]


def _terms(claim: Claim) -> Iterator[TermButton]:
    if not isinstance(claim, RankingClaim):
        for slug in claim.types:
            yield _term("types", slug, family(slug))
    for slug in claim.sectors:
        if slug != UNSPECIFIED:
            yield _term("sectors", slug, "sector")
    if isinstance(claim, FlowClaim) and claim.magnitude:
        yield _tag("magnitude", claim.magnitude)
    if not isinstance(claim, RankingClaim):
        yield _tag("assertion", claim.assertion)
    yield _tag("certainty", claim.certainty)


def _tag(facet: str, slug: str) -> TermButton:
    return _term(facet, slug, "", label(facet, slug).lower())


def _term(facet: str, slug: str, colours: str, words: str = "") -> TermButton:
    return TermButton(
        facet=facet,
        slug=slug,
        words=words or label(facet, slug),
        definition=_(term(facet, slug).definition),
        family=colours,
    )


def _quotation(atlas: Atlas, claim: Claim, searches: Collection[str]) -> Quotation | None:
    document = atlas.documents[claim.document]
    if claim.passage is None or paraphrased(document):
        return None
    start, end = claim.passage.start, claim.passage.end
    before, after = context(document.text, start, end, width=_CONTEXT)
    first, last = start - len(before), end + len(after)
    return Quotation(
        before=[Stretch(text=cut_before(document, first)), *_stretches(document, first, start)],
        words=[
            marked
            for stretch in _stretches(document, start + 1, end - 1, first=start, last=end)
            for marked in _marked(atlas, searches, stretch)
        ],
        after=[*_stretches(document, end, last), Stretch(text=cut_after(document, last))],
    )


def _marked(atlas: Atlas, searches: Collection[str], stretch: Stretch) -> Iterator[Stretch]:
    """Cut a stretch where a search has found something."""
    at, text = 0, stretch.text
    for start, end in marked_spans(atlas.derived(WordIndex), searches, text) if searches else ():
        yield Stretch(text=text[at:start])
        yield Stretch(text=text[start:end], found=True)
        at = end
    yield replace(stretch, text=text[at:])


def _stretches(
    document: Document, start: int, end: int, *, first: int = -1, last: int = -1
) -> Iterator[Stretch]:
    """Yield a part of a document's text, cut at its editorial marks.

    Marks at ``start`` and ``end`` are shown; ``first`` and ``last`` widen the text, not the marks, so
    that a mark at the edge of a quotation stands outside it.
    """
    at = start if first < 0 else first
    for found in document.editorial:
        if start <= found.position <= end:
            yield Stretch(text=document.text[at : found.position], mark=found.mark)
            at = found.position
    yield Stretch(text=document.text[at : end if last < 0 else last])


def cited(numbers: Sequence[int]) -> str:
    """Write citation numbers as "[1–4, 7]"."""
    return f"[{', '.join(map(_run_in_words, _runs(numbers)))}]"


def cited_in_short(numbers: Sequence[int]) -> str:
    """Write citation numbers as "[1–4, 7]"; of many runs the first, and how many more numbers follow."""
    runs = _runs(numbers)
    more = sum(map(len, runs[_RUNS:]))
    if not more:
        return cited(numbers)
    first = ", ".join(map(_run_in_words, runs[:_RUNS]))
    return _("[{numbers} and {n} more]").format(numbers=first, n=more)


def cited_among(numbers: Sequence[int], known: Collection[int]) -> str:
    """Write those citation numbers that are known to a reader, and how many more there are; "" for none."""
    found = [number for number in numbers if number in known]
    more = len(numbers) - len(found)
    if not more:
        return cited(found) if found else ""
    if not found:
        return translate_count("[{n} claim]", "[{n} claims]", more)
    first = ", ".join(map(_run_in_words, _runs(found)))
    return _("[{numbers} and {n} more]").format(numbers=first, n=more)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run_in_words(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def with_numbers(story: Story, sentences: Sequence[CitedSentence]) -> list[Cited]:
    """Return sentences of a story, in parts, each with the citation numbers of its claims."""
    return [_cited(story, said) for said in sentences]


def _cited(story: Story, said: CitedSentence) -> Cited:
    card, nth = story.first_card(said.claims)
    numbers = story.numbers(said.claims)
    return Cited(parts=parts_of(said), cited=cited_in_short(numbers), numbers=numbers, card=card, nth=nth)


def by_topic(story: Story, sentences: Sequence[CitedSentence]) -> list[Topic]:
    """Gather the sentences of a story by topic, in their order."""
    titles = topic_titles()
    return [
        Topic(title=titles.get(topic, ""), sentences=with_numbers(story, list(group)))
        for topic, group in groupby(sentences, key=attrgetter("topic"))
    ]
