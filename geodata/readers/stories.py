"""The folder `stories` of a collection: one TOML file a story. A slip in one leaves all else as it is."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.model.stories import (
    Answer,
    Bounds,
    Chapter,
    OpeningQuestion,
    Story,
    StoryFile,
    chapter_address,
)
from geodata.problems import CONTROL, Report, in_quotation_marks, named_signs
from geodata.readers.csv_files import decode, read_bytes
from geodata.readers.data_package import STORIES, label
from geodata.readers.names import OWN, closest_remedy, is_side_file
from geodata.schema.columns import IDENT

ENDING = ".toml"
# Far more than anybody listens to; what is longer would only keep a reader of it waiting.
LONGEST_FILE = 200_000
MOST_CHAPTERS, _MOST_ANSWERS, _MOST_USED = 40, 8, 20
LONGEST = {"title": 120, "text": 4_000, "note": 2_000, "selection": 2_000, "focus": 250}
LONGEST_OTHER = 600
LONGEST_TALK = 180  # minutes
_SIDES = 4
_HEADS = {"chapters": "[[chapters]]", "answers": "[[question.answers]]"}

_STORY = ("title", "summary", "audience", "minutes", "age", "uses", "question", "chapters")
_QUESTION = ("ask", "settled", "answers")
_ANSWER = ("text", "right")
_CHAPTER = ("id", "title", "text", "selection", "focus", "bounds", "question", "note")


def read_stories(folder: Path, collection: str) -> tuple[StoryFile, ...]:
    """Read every story of a collection's folder, in the order of their files; a workbook has none."""
    paths = (folder / STORIES).iterdir() if (folder / STORIES).is_dir() else ()
    wanted = sorted(path for path in paths if not is_side_file(path.name) and not path.name.startswith(OWN))
    return tuple(_read(path, f"{label(folder)}/{STORIES}/{path.name}", collection) for path in wanted)


def _read(path: Path, file: str, collection: str) -> StoryFile:
    report = Report()
    content = None
    if path.suffix == ENDING:
        content = read_bytes(path, file, report)
    else:
        remedy = f"Save a story as TOML, or begin the name with {OWN} to keep it for yourself."
        report.note(file, "a file of this kind is not read as a story.", remedy, value=path.name)
    story = None
    if content is not None and is_short(content, file, report):
        story = understood(content, path.stem, collection, file=file, report=report)
    if not IDENT.fullmatch(path.stem):
        report.note(file, "the file's name is no id.", "Use letters A to Z, digits and _ ~ . - only.")
    return StoryFile(
        id=path.stem,
        file=file,
        collection=collection,
        story=None if report.problems else story,
        problems=report.problems,
    )


def is_short(content: bytes, file: str, report: Report) -> bool:
    """Tell whether the content of a story's file is no larger than is read; noted where it is."""
    if len(content) > LONGEST_FILE:
        report.note(file, f"the story is larger than {LONGEST_FILE // 1_000} KB.", "Make two of it.")
    return len(content) <= LONGEST_FILE


def understood(content: bytes, ident: str, collection: str, *, file: str, report: Report) -> Story | None:
    """Return as much of a story as the content of its file says, or nothing where that is not TOML.

    Every problem in it is noted; ``file`` is its name there. Of too long a list the beginning is read.
    """
    found = _toml(content, file, report)
    return None if found is None else _story(ident, collection, _Entries(file, found, report))


def _toml(content: bytes, file: str, report: Report) -> dict[str, object] | None:
    text = decode(content, file, report)
    try:
        return None if text is None else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        report.note(file, f"the file is not TOML ({error}).", "Correct it there.")
        return None


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of one table, taken one by one; whatever is wrong with one is noted at its address."""

    address: str
    entries: Mapping[str, object]
    report: Report

    def text(self, name: str, *, needed: bool = True) -> str:
        """Return a text, without the white space around it."""
        found = self.entries.get(name, "")
        if not isinstance(found, str):
            self.note(f"{name} is not a text.", f'Write {name} = "…".')
            return ""
        most = LONGEST.get(name, LONGEST_OTHER)
        if needed and not found.strip():
            self.note(f"{name} is empty.", f'Write {name} = "…".')
        if len(found) > most:
            self.note(f"{name} has more than {most:,} characters.", "Shorten it.")
        if CONTROL.search(found):
            signs = named_signs(CONTROL, found)
            self.note(f"{name} holds {signs}, which no page can show.", "Take it out.")
        return found.strip()

    def ident(self, name: str) -> str:
        """Return an id that may stand in a link."""
        found = self.text(name)
        if found and not IDENT.fullmatch(found):
            remedy = "Use letters A to Z, digits and _ ~ . - only."
            self.note(f"{name} {in_quotation_marks(found)} is no id.", remedy)
            return ""
        return found

    def number(self, name: str, most: int) -> int:
        """Return a whole number from 1 on."""
        found = self.entries.get(name)
        if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= most:
            self.note(f"{name} is not a whole number from 1 to {most}.", f"Write {name} = 10, say.")
            return 1
        return found

    def flag(self, name: str) -> bool:
        """Return true or false, which is what an entry that is not there says."""
        found = self.entries.get(name, False)
        if not isinstance(found, bool):
            self.note(f"{name} is neither true nor false.", f"Write {name} = true, or leave it out.")
        return found is True

    def texts(self, name: str, most: int) -> tuple[str, ...]:
        """Return a list of ids, which may be missing."""
        found = self.entries.get(name, [])
        if not isinstance(found, list) or len(found) > most or not all(map(_is_ident, found)):
            self.note(f"{name} is not a list of names.", f'Write {name} = ["country-narratives"], say.')
            return ()
        return tuple(dict.fromkeys(found))

    def bounds(self, name: str) -> Bounds:
        """Return four numbers; whether they are possible is another question."""
        found = self.entries.get(name)
        if not isinstance(found, list) or len(found) != _SIDES or not all(map(_is_number, found)):
            self.note(f"{name} are not four numbers.", "Write west, south, east and north in degrees.")
            return (0.0, 0.0, 0.0, 0.0)
        west, south, east, north = map(float, found)
        return west, south, east, north

    def tables(self, name: str, most: int) -> list[Mapping[str, object]]:
        """Return a list of tables, of which there has to be one."""
        found = self.entries.get(name, [])
        if found == []:
            self.note(f"there are no {name}.", f"Begin each with {_HEADS[name]}.")
            return []
        if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
            self.note(f"{name} is not a list of tables.", f"Begin each with {_HEADS[name]}.")
            return []
        if len(found) > most:
            self.note(f"there are more than {most} {name}.", "Make two stories of it.")
        return found[:most]

    def table(self, name: str) -> Mapping[str, object]:
        """Return a table."""
        found = self.entries.get(name)
        if not isinstance(found, dict):
            self.note(f"{name} is not a table.", f"Begin it with [{name}].")
            return {}
        return found

    def note_others(self, known: Iterable[str]) -> None:
        """Note every entry that nobody reads, so that nothing is left out in silence."""
        names = tuple(known)
        for name in self.entries:
            if name not in names:
                message = f"{in_quotation_marks(name)} is no entry here."
                self.note(message, closest_remedy(name, names, "entries"))

    def note(self, message: str, remedy: str) -> None:
        """Note one problem at the address of these entries."""
        self.report.note(self.address, message, remedy)


def _is_ident(found: object) -> bool:
    return isinstance(found, str) and bool(IDENT.fullmatch(found))


def _is_number(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool) and math.isfinite(found)


def _story(ident: str, collection: str, entries: _Entries) -> Story:
    entries.note_others(_STORY)
    chapters = entries.tables("chapters", MOST_CHAPTERS)
    return Story(
        id=ident,
        collection=collection,
        title=entries.text("title"),
        summary=entries.text("summary"),
        audience=entries.text("audience"),
        minutes=entries.number("minutes", LONGEST_TALK),
        age=entries.text("age"),
        uses=entries.texts("uses", _MOST_USED),
        question=_question(entries),
        chapters=tuple(_chapter(number, found, entries) for number, found in enumerate(chapters, start=1)),
    )


def _question(story: _Entries) -> OpeningQuestion:
    entries = _Entries(f"{story.address}, question", story.table("question"), story.report)
    if not entries.entries:
        return OpeningQuestion(ask="", answers=(), settled="")
    entries.note_others(_QUESTION)
    answers = tuple(
        _answer(_Entries(f"{entries.address}, answer {number}", found, story.report))
        for number, found in enumerate(entries.tables("answers", _MOST_ANSWERS), start=1)
    )
    return OpeningQuestion(ask=entries.text("ask"), answers=answers, settled=entries.ident("settled"))


def _answer(entries: _Entries) -> Answer:
    entries.note_others(_ANSWER)
    return Answer(text=entries.text("text"), right=entries.flag("right"))


def _chapter(number: int, found: Mapping[str, object], story: _Entries) -> Chapter:
    named = found.get("id")
    known = named if isinstance(named, str) and IDENT.fullmatch(named) else ""
    entries = _Entries(chapter_address(story.address, number, known), found, story.report)
    entries.note_others(_CHAPTER)
    return Chapter(
        id=entries.ident("id"),
        title=entries.text("title"),
        text=entries.text("text"),
        selection=entries.text("selection", needed=False),
        focus=entries.text("focus", needed=False),
        bounds=entries.bounds("bounds"),
        question=entries.text("question", needed=False),
        note=entries.text("note", needed=False),
    )
