"""The file of a story that is being written: how it is named and written down, read again, and judged."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flows.stories.chapter_view import claims_cited
from flows.stories.checks import story_problems
from flows.stories.draft import is_empty, with_own_ids
from flows.stories.story_file import story_bytes
from geodata.model.atlas import Atlas
from geodata.model.stories import Chapter, Story, chapter_address
from geodata.name_index import fold
from geodata.problems import Problem, Report
from geodata.readers.data_package import STORIES
from geodata.readers.stories import ENDING, is_short, understood
from geodata.schema.columns import IDENT

# What a chapter is called until its title names it.
_UNNAMED = re.compile(r"chapter-\d+")
_NO_LETTERS = re.compile("[^a-z0-9]+")
_LONGEST_NAME = 60
_NAMELESS = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What is wrong in a draft: by the number of the chapter from 1, in its question, and in all the rest."""

    chapters: Mapping[int, tuple[str, ...]]
    question: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def number(self) -> int:
        """Return how many problems there are."""
        return len(self.whole) + len(self.question) + sum(map(len, self.chapters.values()))


def finished(story: Story, atlas: Atlas) -> Story:
    """Return a draft as its file says it: named by its titles, with the collections that it uses."""
    names = dict(_names(story.chapters))
    cited = {claim.collection for chapter in story.chapters for claim in claims_cited(chapter, atlas)}
    elsewhere = {name for name in story.uses if name not in atlas.collections}
    return replace(
        story,
        id=story.id or slug(story.title) or _NAMELESS,
        uses=tuple(sorted((cited | elsewhere) - {story.collection})),
        question=replace(story.question, settled=names.get(story.question.settled, story.question.settled)),
        chapters=tuple(replace(chapter, id=names[chapter.id]) for chapter in story.chapters),
    )


def file_of(story: Story) -> str:
    """Return where the file of a story lies in its collection."""
    return f"{STORIES}/{story.id}{ENDING}"


def judge(story: Story, atlas: Atlas) -> Judgment:
    """Hold a draft to the rules of stories: its file is read again, and checked as `check` does."""
    told = finished(story, atlas)
    file, report = file_of(told), Report()
    content = story_bytes(told)
    is_short(content, file, report)
    read = understood(content, told.id, told.collection, file=file, report=report)
    # How to mend an entry is said in TOML there, which is no author's concern.
    noted = [replace(problem, remedy="") for problem in report.problems]
    found: dict[str, list[str]] = {}
    for problem in (*noted, *(story_problems(read, file, atlas) if read else ())):
        address = problem.file.partition(", answer")[0]
        found.setdefault(address, []).append(_without_address(problem))
    addresses = [chapter_address(file, number, each.id) for number, each in enumerate(told.chapters, start=1)]
    return Judgment(
        chapters={
            number: tuple(found[address])
            for number, address in enumerate(addresses, start=1)
            if address in found
        },
        question=tuple(found.get(f"{file}, question", ())),
        whole=tuple(found.get(file, ())),
    )


def _without_address(problem: Problem) -> str:
    told = replace(problem, file="", row=None).sentence()
    return told[:1].upper() + told[1:]


def read_draft(content: bytes, name: str, atlas: Atlas) -> tuple[Story | None, tuple[Problem, ...]]:
    """Read a story file that an author loads; ``name`` is that of the file.

    Returns as much of the story as is understood, None where the file is none of a story, and every problem.
    """
    report, stem = Report(), name.removesuffix(ENDING)
    if not name.endswith(ENDING):
        report.note(name, "the file is no story.", f"Choose one whose name ends with {ENDING}.", value=name)
        return None, report.problems
    ident = stem if IDENT.fullmatch(stem) else ""
    story = None
    if is_short(content, name, report):
        story = understood(content, ident, _first(atlas), file=name, report=report)
    if story is None or is_empty(story):
        return None, report.problems
    lacking = [used for used in story.uses if used not in atlas.collections]
    for used in lacking:
        remedy = "Load that collection too: what is cited of it is not known here."
        report.note(name, f'it cites "{used}", which is not loaded.', remedy, value=used)
    story = with_own_ids(story)
    return replace(story, collection=_home(story, atlas)), report.problems


def draft_text(story: Story) -> str:
    """Write a draft as what a browser keeps: its file, and what only the place of a file says."""
    kept = {"id": story.id, "collection": story.collection, "file": story_bytes(story).decode()}
    return json.dumps(kept, ensure_ascii=False)


def kept_draft(text: str, atlas: Atlas) -> Story | None:
    """Read what a browser has kept; None where that is no draft."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or not isinstance(kept.get("file"), str):
        return None
    ident, home = str(kept.get("id", "")), str(kept.get("collection", ""))
    name = ident if IDENT.fullmatch(ident) else ""
    story = understood(kept["file"].encode("utf-8", "replace"), name, home, file="", report=Report())
    if story is None:
        return None
    story = with_own_ids(story)
    return story if home in atlas.collections else replace(story, collection=_home(story, atlas))


def slug(title: str) -> str:
    """Return a title as an id; "" where none of its letters can stand in one."""
    return _NO_LETTERS.sub("-", fold(title))[:_LONGEST_NAME].strip("-")


def _names(chapters: tuple[Chapter, ...]) -> Iterator[tuple[str, str]]:
    """Yield the id of each chapter and that of its file: by its title, where nobody has named it."""
    taken = {chapter.id for chapter in chapters}
    for chapter in chapters:
        name = slug(chapter.title)
        if _UNNAMED.fullmatch(chapter.id) and name and name not in taken:
            taken.add(name)
            yield chapter.id, name
        else:
            yield chapter.id, chapter.id


def _home(story: Story, atlas: Atlas) -> str:
    """Return the collection of a story: of those that it cites and does not name, the most cited."""
    cited = Counter(
        claim.collection
        for chapter in story.chapters
        for claim in claims_cited(chapter, atlas)
        if claim.collection not in story.uses
    )
    return cited.most_common(1)[0][0] if cited else _first(atlas)


def _first(atlas: Atlas) -> str:
    return next(iter(atlas.collections), "")
