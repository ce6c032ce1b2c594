"""The words that stand on the sheets of every lesson."""

from flows.i18n import translate as _
from flows.packs.lesson import LESSON, Lesson


def settled_line(lesson: Lesson) -> str:
    """Say which chapter answers the opening question; "" where none is known."""
    return _("Settled by the chapter “{title}”.").format(title=lesson.settled) if lesson.settled else ""


def lesson_words() -> dict[str, str]:
    """Return these words by their use."""
    return {
        "page": _("Page {n} of {all}"),
        "lesson": _("A lesson of {n} minutes").format(n=LESSON),
        "aim": _("Aim"),
        "before": _("Before you begin:"),
        "needed": _("What you need"),
        "steps": _("Steps"),
        "minutes": _("Minutes"),
        "step": _("Step"),
        "what": _("What happens"),
        "test": _("Opening test"),
        "name": _("Name"),
        "day": _("Date"),
        "why": _("Why do you think so?"),
        "after": _("After the story"),
        "again": _("How would you answer now?"),
        "because": _("Which sentence, of which document, made you keep or change your answer?"),
        "worksheet": _("Worksheet"),
        "numbers": _("Write the name of each numbered place."),
        "shade": _("Shade the places that the story speaks of, and write their names."),
        "draw": _(
            "Draw an arrow for each route that the story tells of between these places; dash it where the "
            "document reports or infers it only."
        ),
        "outline": _("Outline map of the countries of this story, without names, to write and draw on."),
        "islands": _("Small empty circles stand for islands that are too small to draw."),
        "key": _("Key"),
        "own": _("The places that the chapters name."),
        "sources": _("Sources"),
        "link": _("The story in the atlas:"),
    }
