"""The stories of an atlas: those that can be told, and those that cannot with the reasons."""

from collections import Counter
from dataclasses import dataclass

from flows.stories.chapter_text import sentences_of
from flows.stories.checks import story_problems
from geodata.model.atlas import Atlas
from geodata.model.stories import Story, StoryFile
from geodata.problems import Problem, Report, in_quotation_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedStory:
    """A story as it stands in the atlas: its file, what is wrong with it, and which collections it lacks."""

    file: StoryFile
    problems: tuple[Problem, ...] = ()
    lacks: tuple[str, ...] = ()

    @property
    def story(self) -> Story | None:
        """Return the story if it can be told."""
        return None if self.problems or self.lacks else self.file.story

    def sentences(self) -> tuple[str, ...]:
        """Say what a reader has to know of it in a list: how long it is, or why it cannot be told."""
        if self.lacks:
            names = ", ".join(self.lacks)
            return (f"{self.file.file}: not checked; it cites {names}, which is not loaded.",)
        if self.story is None:
            return tuple(problem.sentence() for problem in self.problems)
        told = sum(len(sentences_of(chapter.text)) for chapter in self.story.chapters)
        counted = f"{len(self.story.chapters)} chapters, {told} sentences"
        return (f"{self.file.file}: {counted}, each with what it rests on",)


def shelf(atlas: Atlas) -> tuple[ShelvedStory, ...]:
    """Return every story of an atlas, checked once, in the order of their files."""
    return atlas.derived(_shelved)


def _shelved(atlas: Atlas) -> tuple[ShelvedStory, ...]:
    named = Counter(found.id for found in atlas.stories)
    return tuple(_judged(found, atlas, repeated=named[found.id] > 1) for found in atlas.stories)


def _judged(found: StoryFile, atlas: Atlas, *, repeated: bool) -> ShelvedStory:
    report = Report()
    if repeated:
        message = f"another story is called {in_quotation_marks(found.id)} too."
        report.note(found.file, message, "Rename one of the files: the name stands in links.", value=found.id)
    problems = (*found.problems, *report.problems)
    if found.story is None:
        return ShelvedStory(file=found, problems=problems)
    lacks = tuple(name for name in found.story.uses if name not in atlas.collections)
    if lacks:
        return ShelvedStory(file=found, problems=problems, lacks=lacks)
    return ShelvedStory(file=found, problems=(*problems, *story_problems(found.story, found.file, atlas)))
