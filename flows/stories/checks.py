"""The rules of a story: every problem of every chapter at once, each with its address and a remedy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from flows.narrative.focus_lookup import is_known, nearest
from flows.narrative.story import story_of
from flows.narrative.wording import HEDGES, VERBS, not_ours, telling_in
from flows.query.focus import Focus
from flows.scene.telling import Telling, telling_of
from flows.stories.chapter_text import ChapterSentence, count_words, sentences_of
from flows.stories.chapter_view import ChapterView, chapter_view
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.stories import Chapter, Story, chapter_address
from geodata.name_index import NameIndex, fold
from geodata.problems import Problem, Report, in_quotation_marks
from geodata.vocabulary.enums import Assertion, Certainty

# Words of a chapter: what is read aloud in half a minute to a minute.
FEWEST_WORDS, MOST_WORDS = 60, 120
FEWEST_ANSWERS = 2
# Where the map ends: `maxBounds` of its page. Longitudes of the map go on west of -180.
WEST, SOUTH, EAST, NORTH = -300.0, -75.0, 130.0, 84.0
# A sentence that cites the map alone speaks of one of these, and so of no person.
MAP_WORDS = (
    *("map", "maps", "atlas", "line", "lines", "route", "routes", "ring", "rings", "loop", "loops", "width"),
    *("colour", "colours", "color", "colors", "hatched", "dot", "dots", "dotted", "dash", "dashes", "dashed"),
    *("mark", "marks", "symbol", "symbols", "hotspot", "hotspots", "tier", "tiers", "card", "cards"),
    *("filter", "filters", "legend", "note", "notes", "claim", "claims", "chapter", "chapters", "story"),
    *("document", "documents", "quotation", "quotations", "switch"),
)
_MALFORMED = re.compile(r"\[\s*@[^\]]{0,60}\]?")


def story_problems(story: Story, file: str, atlas: Atlas) -> tuple[Problem, ...]:
    """Return everything in a story that breaks a rule; `file` is what problems call it."""
    report = Report()
    _note_question(story, file, report)
    _note_words(file, (story.title, story.summary, story.audience, story.age), report)
    known = atlas.derived(_names_of_claims)
    used, seen = {story.collection}, set[str]()
    for number, chapter in enumerate(story.chapters, start=1):
        address = chapter_address(file, number, chapter.id)
        if chapter.id in seen:
            report.note(address, "an earlier chapter has the same id.", "Give each its own id.")
        seen.add(chapter.id)
        reading = _Reading(address=address, chapter=chapter, atlas=atlas, report=report)
        reading.note_all(known)
        reading.note_collections({story.collection, *story.uses})
        used |= {claim.collection for claim in reading.claims}
    for name in sorted(set(story.uses) - used):
        message = f"it is said to use {in_quotation_marks(name)}, of which it cites no claim."
        report.note(file, message, "Take the name out of uses.", value=name)
    return report.problems


def sentence_problems(chapter: Chapter, atlas: Atlas) -> dict[ChapterSentence, tuple[Problem, ...]]:
    """Return what is wrong in each sentence of a chapter by itself: what it cites, and how strong it is."""
    return {
        sentence: report.problems
        for sentence in sentences_of(chapter.text)
        if (report := _read_alone(sentence, chapter, atlas)).problems
    }


def _read_alone(sentence: ChapterSentence, chapter: Chapter, atlas: Atlas) -> Report:
    report = Report()
    reading = _Reading(address="", chapter=chapter, atlas=atlas, report=report)
    reading.note_citations(sentence, atlas.derived(_names_of_claims))
    reading.note_strength(sentence)
    _note_words("", (sentence.text,), report)
    return report


def _names_of_claims(atlas: Atlas) -> NameIndex:
    return NameIndex((claim.id, (claim.id,)) for claim in atlas.claims)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Reading:
    """A chapter that is held to the rules."""

    address: str
    chapter: Chapter
    atlas: Atlas
    report: Report

    @cached_property
    def sentences(self) -> tuple[ChapterSentence, ...]:
        return sentences_of(self.chapter.text)

    @cached_property
    def view(self) -> ChapterView:
        return chapter_view(self.chapter, self.atlas)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims that the chapter cites and the atlas has, each once."""
        return self.behind(chain.from_iterable(sentence.cites for sentence in self.sentences))

    def behind(self, idents: Iterable[str]) -> tuple[Claim, ...]:
        found = (self.atlas.claim(ident) for ident in dict.fromkeys(idents))
        return tuple(claim for claim in found if claim is not None)

    def note_all(self, known: NameIndex) -> None:
        """Note whatever is wrong in the chapter by itself."""
        self.note_length()
        for sentence in self.sentences:
            self.note_citations(sentence, known)
            self.note_strength(sentence)
        self.note_selection()
        self.note_focus()
        self.note_bounds()
        for claim in () if self.view.unrecognised else self.claims:
            if why := self.view.obstacle(claim):
                message = f"the claim {in_quotation_marks(claim.id)} {why}."
                remedy = "Widen its selection, raise top, look at it with focus, or cite another claim."
                self.note(message, remedy, claim.id)
        chapter = self.chapter
        _note_words(self.address, (chapter.title, *self._told(), chapter.question, chapter.note), self.report)

    def _told(self) -> Iterator[str]:
        return (sentence.text for sentence in self.sentences)

    def note_length(self) -> None:
        count = count_words(self.chapter.text)
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            message = f"the text has {count} words, not {FEWEST_WORDS} to {MOST_WORDS}."
            self.note(message, "Divide the chapter." if count > MOST_WORDS else "Say more, or join two.")

    def note_citations(self, sentence: ChapterSentence, known: NameIndex) -> None:
        shown = in_quotation_marks(sentence.text)
        for found in _MALFORMED.finditer(sentence.text):
            message = f"{in_quotation_marks(found[0])} is no citation."
            self.note(message, "Write [@claim-id], several as [@one; @two].", found[0])
        for ident in sentence.cites:
            if self.atlas.claim(ident) is None:
                like = self.report.suggest("claim", ident, known.closest)
                remedy = f'Closest: "{like}".' if like else "Copy an id from a card of the atlas."
                self.note(f"there is no claim {in_quotation_marks(ident)}.", remedy, ident)
        if not sentence.words:
            self.note("a citation follows no sentence.", "Put it behind the words that it is about.")
        elif not sentence.cites and not sentence.about_map:
            self.note(f"the sentence {shown} cites nothing.", "Cite a claim, or mark it [@map].")
        elif not sentence.cites and not set(fold(sentence.text).split()).intersection(MAP_WORDS):
            message = f"the sentence {shown} is marked as about the map, but names nothing of it."
            self.note(message, "Cite a claim, or say of which mark, line or claim it speaks.")

    def note_strength(self, sentence: ChapterSentence) -> None:
        claims = self.behind(sentence.cites)
        if not claims:
            return
        most = telling_of(claims)
        if telling_in(sentence.text).exceeds(most):
            message = f"the sentence {in_quotation_marks(sentence.text)} says more than its claims."
            self.note(message, _weaker(most))

    def note_collections(self, named: set[str]) -> None:
        for name in sorted({claim.collection for claim in self.claims} - named):
            message = f"it cites the collection {in_quotation_marks(name)}, which the story does not name."
            self.note(message, f'Write uses = ["{name}"] at the top of the story.', name)

    def note_selection(self) -> None:
        for part in self.view.unrecognised:
            remedy = "Write the selection as in a link; focus and view have entries of their own."
            self.note(f"{in_quotation_marks(part)} is nothing that a selection knows.", remedy, part)
        if not self.view.unrecognised and not self.view.scene.claims:
            self.note("its selection shows nothing.", "Take a filter away.")

    def note_focus(self) -> None:
        text = self.chapter.focus
        focus = Focus.from_text(text)
        if not text:
            return
        if focus is None:
            remedy = "Write it as in a link: country:CUB, route:MEX~USA, note:… or claim:…"
            self.note(f"focus {in_quotation_marks(text)} is not understood.", remedy, text)
        elif not is_known(focus, self.atlas):
            like = nearest(focus, self.atlas)
            remedy = f'Closest: "{like[0]}" ({like[1]}).' if like else "Copy one from the link of the map."
            self.note(f"focus {in_quotation_marks(text)} is nothing that the atlas has.", remedy, text)
        elif not self.view.unrecognised and not story_of(focus, self.view.scene, self.atlas).own:
            message = f"its selection shows nothing of {in_quotation_marks(text)}, which is in focus."
            self.note(message, "Widen the selection, or look at something else.", text)

    def note_bounds(self) -> None:
        west, south, east, north = self.chapter.bounds
        if not (west < east and south < north):
            message = "bounds have their west and east, or south and north, the wrong way round."
            self.note(message, "Write west, south, east and north; Asia lies west of -180.")
        if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
            message = "bounds reach beyond the map."
            self.note(message, f"It ends at {WEST:g}, {SOUTH:g}, {EAST:g} and {NORTH:g} degrees.")

    def note(self, message: str, remedy: str, value: str = "") -> None:
        self.report.note(self.address, message, remedy, value=value)


def _weaker(most: Telling) -> str:
    """Say with which words a sentence would be no stronger than its claims."""
    lists = []
    if most.assertion is not Assertion.DESCRIBED:
        lists.append(VERBS[most.assertion])
    if most.certainty is not Certainty.STATED:
        lists.append(HEDGES[most.certainty])
    choices = (" or ".join(map(in_quotation_marks, words)) for words in lists)
    return f"Say it with {', and with '.join(choices)}."


def _note_words(address: str, texts: Iterable[str], report: Report) -> None:
    for found in dict.fromkeys(chain.from_iterable(map(not_ours, texts))):
        message = f"{in_quotation_marks(found)} is not said in our own voice."
        report.note(address, message, "Speak of people first, and of what is done to them.", value=found)


def _note_question(story: Story, file: str, report: Report) -> None:
    question, address = story.question, f"{file}, question"
    right = [answer.text for answer in question.answers if answer.right]
    if len(question.answers) < FEWEST_ANSWERS or len(right) != 1:
        message = f"{len(right)} of {len(question.answers)} answers are right."
        report.note(address, message, "Give two answers or more, of which one is right.")
    _note_words(address, (question.ask, *(answer.text for answer in question.answers)), report)
    order = [chapter.id for chapter in story.chapters]
    if question.settled not in order:
        message = f"no chapter is called {in_quotation_marks(question.settled)}, which settles it."
        report.note(address, message, f"Chapters: {', '.join(order)}.", value=question.settled)
        return
    for number, chapter in enumerate(story.chapters[: order.index(question.settled)], start=1):
        for answer in question.answers:
            if _stands_in(answer.text, chapter):
                message = f"the words of the answer {in_quotation_marks(answer.text)} stand here already."
                remedy = f"Keep them for the chapter {in_quotation_marks(question.settled)}."
                report.note(chapter_address(file, number, chapter.id), message, remedy, value=answer.text)


def _stands_in(answer: str, chapter: Chapter) -> bool:
    """Tell whether one sentence of a chapter, its title or its question has all the words of an answer."""
    words = set(fold(answer).split())
    told = (*(sentence.text for sentence in sentences_of(chapter.text)), chapter.title, chapter.question)
    return any(words <= set(fold(sentence).split()) for sentence in told)
