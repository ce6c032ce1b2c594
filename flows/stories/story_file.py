"""A story as the content of its file, which `geodata.readers.stories` reads again."""

import re
from collections.abc import Iterator

from geodata.model.stories import Answer, Chapter, OpeningQuestion, Story

# What TOML takes in no text as it is: its own signs, control signs, and a line end that it would rewrite.
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_ESCAPED_IN_LINES = re.compile(r'\\|"(?="")|[\x00-\x08\x0b-\x1f\x7f]')
_SHORT = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
# Halves of surrogate pairs are no letters, and cannot be written.
_HALVES = re.compile("[\ud800-\udfff]")


def story_bytes(story: Story) -> bytes:
    """Return the content of a story's file; its id and its collection are told by where that lies."""
    text = "\n".join([*_story(story), ""])
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def _story(story: Story) -> Iterator[str]:
    yield f"title = {_text(story.title)}"
    yield f"summary = {_text(story.summary)}"
    yield f"audience = {_text(story.audience)}"
    yield f"minutes = {story.minutes}"
    yield f"age = {_text(story.age)}"
    yield f"uses = [{', '.join(map(_text, story.uses))}]"
    yield from _question(story.question)
    for chapter in story.chapters:
        yield from _chapter(chapter)


def _question(question: OpeningQuestion) -> Iterator[str]:
    yield from ("", "[question]")
    yield f"ask = {_text(question.ask)}"
    yield f"settled = {_text(question.settled)}"
    yield from ("answers = [", *map(_answer, question.answers), "]")


def _answer(answer: Answer) -> str:
    right = ", right = true" if answer.right else ""
    return f"  {{ text = {_text(answer.text)}{right} }},"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from ("", "[[chapters]]")
    yield f"id = {_text(chapter.id)}"
    yield f"title = {_text(chapter.title)}"
    yield f"selection = {_text(chapter.selection)}"
    yield f"focus = {_text(chapter.focus)}"
    yield f"bounds = [{', '.join(map(_degrees, chapter.bounds))}]"
    yield f"text = {_lines(chapter.text)}"
    yield from (f"question = {_text(chapter.question)}",) if chapter.question else ()
    yield from (f"note = {_text(chapter.note)}",) if chapter.note else ()


def _degrees(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _text(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _lines(text: str) -> str:
    """Write a text of several paragraphs as a person would, line by line."""
    return f'"""\n{_ESCAPED_IN_LINES.sub(_escape, text)}\n"""'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")
