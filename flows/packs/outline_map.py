"""The outline map of a worksheet: land and borders in black and white, its places by their numbers."""

from flows.packs.content import Pack
from flows.packs.lesson import Lesson
from flows.packs.painting import Drawing, Painters, PictureWords, Sheet

# Wide and low, so that the questions have room on the same page.
_SHEET = Sheet(width=900, height=560, margin=0, column=0, window=(720, 448))


def outline_of(lesson: Lesson, pack: Pack) -> Drawing:
    """Draw the outline map of a lesson."""
    shown = pack.map
    with Painters(shown.scene.atlas) as painters:
        return painters.draw(
            shown.scene,
            shown.request,
            PictureWords(),
            bounds=lesson.bounds,
            sheet=_SHEET,
            numbers=lesson.places,
        )
