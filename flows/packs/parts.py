"""The parts of a briefing pack: sentences with the numbers of their evidence, findings, chapters, a story."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.narrative.cards import Card, Cited, cited_in_short
from flows.query.links import Request
from flows.scene.scene import Scene
from flows.stories.chapter_text import Words
from geodata.model.stories import Bounds, OpeningQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSentence:
    """One sentence of a pack, its words with their stress, and the numbers of the evidence behind it.

    ``gap`` is what stands between it and the sentence before.
    """

    words: tuple[Words, ...]
    numbers: tuple[int, ...] = ()
    gap: str = ""

    @property
    def text(self) -> str:
        """Return the words as a reader sees them, without the numbers."""
        return "".join(part.text for part in self.words)

    @property
    def cited(self) -> str:
        """Return the numbers as "[1–4, 7]", of many the first; "" for a sentence without evidence."""
        return cited_in_short(self.numbers) if self.numbers else ""


def sentence_from(said: Cited) -> PackSentence:
    """Return a sentence of the page's panel as one of a pack."""
    words = (Words(text=part.words, stress="strong" if part.strong else "") for part in said.parts)
    return PackSentence(words=tuple(words), numbers=tuple(said.numbers), gap=" ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFinding:
    """What is found, under a title: its sentences, and the family of colours that it is shown in.

    ``uncited`` is what no claim could carry: of whom no document speaks, or a caution.
    """

    id: str
    title: str
    sentences: tuple[PackSentence, ...]
    family: str
    uncited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMap:
    """A map to draw: what is asked and shown, and in words what is seen on it.

    ``bounds`` is what it shows at least, None where nobody has said so. ``asked`` is the filter in words,
    ``shown`` a sentence that counts what is drawn, ``alternative`` stands for the map where it is not seen.
    """

    scene: Scene
    request: Request
    asked: str
    shown: str
    alternative: str
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChapter:
    """One chapter of a story with its map; ``settled`` is the answer to the story's question, where given.

    ``link`` opens it in the atlas; ``question`` is one for the class, ``note`` one for the speaker.
    """

    number: int
    id: str
    title: str
    paragraphs: tuple[tuple[PackSentence, ...], ...]
    question: str
    note: str
    settled: str
    map: PackMap
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStory:
    """A guided story: for whom it is, what it asks first, and its chapters."""

    id: str
    title: str
    summary: str
    audience: str
    minutes: int
    age: str
    question: OpeningQuestion
    chapters: tuple[PackChapter, ...]


def words_quoted(card: Card) -> str:
    """Return the exact words of a card's claim, editorial marks in brackets; "" where none are quoted."""
    if card.quotation is None:
        return ""
    return "".join(
        f"{stretch.text}[{stretch.mark}]" if stretch.mark else stretch.text
        for stretch in card.quotation.words
    )


def sentences_joined(sentences: Sequence[PackSentence]) -> str:
    """Return sentences as one text, each followed by its numbers."""
    told = (f"{said.gap}{said.text} {said.cited}".rstrip() for said in sentences)
    return "".join(told).strip()
