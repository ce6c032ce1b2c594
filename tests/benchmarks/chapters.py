"""From the press that turns a story to the first frame of the next chapter, on its page and in a file."""

from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page

from flows.packs.content import pack_of
from flows.packs.formats import pack_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from geodata.model.atlas import Atlas
from geodata.model.stories import Story
from tests.benchmarks.browser import Button, Spot, new_page, time_press, visit
from tests.benchmarks.rounds import Act

HEADING = Spot(find=".atlas-chapter-text h2")
# Twice as long as the map glides: the next press finds it at rest.
AT_REST_MS = 1_000


def longest_story(atlas: Atlas) -> Story:
    """Return the story with most chapters."""
    return max((found.story for found in shelf(atlas) if found.story), key=lambda story: len(story.chapters))


def chapter_turn(page: Page, address: str, story: Story) -> Act:
    """Open a story; turn its chapters one after the other, to its end and back."""
    visit(page, address, HEADING)
    page.wait_for_timeout(AT_REST_MS)
    last = len(story.chapters) - 1
    places = cycle([*range(1, last + 1), *range(last - 1, -1, -1)])
    at = 0

    def act() -> float:
        nonlocal at
        before, at = at, next(places)
        button = Button(find=f".atlas-chapter > footer [data-step='{at - before}']")
        milliseconds = time_press(page, button, HEADING, story.chapters[at].title, settled=False)
        page.wait_for_timeout(AT_REST_MS)
        return milliseconds

    return act


def chapter_acts(browser: Browser, atlas: Atlas, home: str, folder: Path) -> tuple[Act, Act]:
    """Return what turns the longest story of an atlas: on its page, and in a file on disk."""
    story = longest_story(atlas)
    file = folder / "story.html"
    file.write_bytes(pack_bytes("html", pack_of(atlas, Request(selection=Selection()), story)))
    return (
        chapter_turn(new_page(browser), f"{home}/stories?story={story.id}", story),
        chapter_turn(new_page(browser), file.as_uri(), story),
    )
