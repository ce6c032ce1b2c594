"""Stories are read one by one: a slip in one is named with its file and chapter, and harms nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.load import check, examine, load_atlas
from geodata.readers.stories import read_stories

WHOLE = """
title = "A story"
summary = "What it is about."
audience = "Everybody"
minutes = 3
age = "For all ages."

[question]
ask = "Which?"
settled = "first"
answers = [{ text = "This" , right = true }, { text = "That" }]

[[chapters]]
id = "first"
title = "The first chapter"
text = "One sentence [@flow-hnd-mex]."
selection = "types=forced_labor"
focus = ""
bounds = [-120, -20.5, -60, 40]
"""


@pytest.fixture
def write(spoiled):
    """Write a story beside the nine claims and return what is said of it."""
    (spoiled.folder / "stories").mkdir()

    def written(text, name="a-story.toml"):
        (spoiled.folder / "stories" / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        (found,) = read_stories(spoiled.folder, "nine")
        return found

    return written


def said(found):
    return [problem.sentence() for problem in found.problems]


def test_a_story_is_read_whole(write, spoiled):
    found = write(WHOLE)
    assert said(found) == []
    story = found.story
    assert (story.id, story.collection, story.title, story.minutes) == ("a-story", "nine", "A story", 3)
    assert [(answer.text, answer.right) for answer in story.question.answers] == [
        ("This", True),
        ("That", False),
    ]
    assert [(chapter.id, chapter.bounds) for chapter in story.chapters] == [("first", (-120, -20.5, -60, 40))]
    assert load_atlas([spoiled.folder]).stories == (found,)


SLIPS = {
    'title = "A story"': ("title = 7", "a-story.toml: title is not a text."),
    'summary = "What it is about."': ('summary = " "', "a-story.toml: summary is empty."),
    "minutes = 3": ("minutes = 0", "a-story.toml: minutes is not a whole number from 1 to 180."),
    'age = "For all ages."': ('agee = "All"', 'a-story.toml: "agee" is no entry here. Closest: "age".'),
    'ask = "Which?"': ('ask = "Which?"\nhint = ""', 'question: "hint" is no entry here.'),
    "right = true": ('right = "yes"', "question, answer 1: right is neither true nor false."),
    'id = "first"': ('id = "the first"', 'chapter 1: id "the first" is no id.'),
    "bounds = [-120, -20.5, -60, 40]": (
        "bounds = [-120, nan, -60, 40]",
        "chapter 1 (first): bounds are not four numbers.",
    ),
    'title = "The first chapter"': ('title = "a\\u0000b"', "title holds U+0000, which no page can show."),
    'audience = "Everybody"': ("audience = [", "a-story.toml: the file is not TOML"),
}


@pytest.mark.parametrize(("right", "slip"), SLIPS.items())
def test_a_slip_is_named_with_file_and_chapter_and_the_atlas_is_there(write, spoiled, right, slip):
    wrong, told = slip
    found = write(WHOLE.replace(right, wrong, 1))
    assert found.story is None
    assert any(told in sentence for sentence in said(found)), said(found)
    assert all(sentence.startswith("nine/stories/a-story.toml") for sentence in said(found))
    problems, atlas = check([spoiled.folder])
    assert problems == ()
    assert atlas.stories == (found,)


def test_every_slip_is_named_at_once(write):
    text = WHOLE
    for right, (wrong, _told) in SLIPS.items():
        text = text if "[" in wrong else text.replace(right, wrong, 1)
    assert len(said(write(text))) >= len(SLIPS) - 2


def test_what_is_no_story_is_named_or_the_authors_own(write, spoiled):
    (spoiled.folder / "stories" / "_draft.toml").write_text("not yet", encoding="utf-8")
    found = write("# A story", name="story.md")
    (told,) = said(found)
    assert told == (
        "nine/stories/story.md: a file of this kind is not read as a story. "
        "Save a story as TOML, or begin the name with _ to keep it for yourself."
    )


def test_a_story_that_is_too_long_is_not_read(write):
    assert "larger than 200 KB" in said(write(WHOLE + "# " + "long " * 50_000))[0]


def test_stories_are_looked_at_where_claims_have_problems_too(write, spoiled):
    found = write("title = 3")
    spoiled.set("roles", 2, role="sorce")
    examined = examine([spoiled.folder])
    assert examined.atlas is None
    assert examined.stories == (found,)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_no_bytes_crash_the_reader(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    (folder / "stories").mkdir()
    (folder / "stories" / "any.toml").write_bytes(content)
    (found,) = read_stories(folder, "any")
    assert found.story is None
    assert found.problems
