"""Guided stories: chapters in words of our own that cite claims, each with its view of the map."""

from dataclasses import dataclass

from geodata.problems import Problem

# West, south, east and north in degrees of EPSG:4326, with longitudes of the map, which may be below -180.
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to choose; ``right`` is what the story shows."""

    text: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningQuestion:
    """What is asked before the first chapter; ``settled`` is the id of the chapter that answers it."""

    ask: str
    answers: tuple[Answer, ...]
    settled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One step of a story.

    ``text`` is Markdown that cites claims as ``[@claim-id]``. ``selection`` is written as in a link,
    ``focus`` is ``kind:id`` or empty, ``bounds`` is what the map shows at least. ``question`` is one for the
    class and ``note`` one for whoever speaks; both may be empty.
    """

    id: str
    title: str
    text: str
    selection: str
    focus: str
    bounds: Bounds
    question: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A guided story of a collection; ``uses`` names the other collections whose claims it cites.

    ``minutes`` is how long it takes to tell; ``age`` says for whom it is too hard, and why.
    """

    id: str
    collection: str
    title: str
    summary: str
    audience: str
    minutes: int
    age: str
    uses: tuple[str, ...]
    question: OpeningQuestion
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFile:
    """A story as its file was read: the story, or why there is none. A bad one never harms its collection."""

    id: str
    file: str
    collection: str
    story: Story | None
    problems: tuple[Problem, ...] = ()


def chapter_address(file: str, number: int, chapter: str) -> str:
    """Return what problems call a chapter; chapters count from 1."""
    return f"{file}, chapter {number} ({chapter})" if chapter else f"{file}, chapter {number}"
