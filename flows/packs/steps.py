"""The steps of making a pack: each is told before it begins, and whoever is told can end the making there."""

from collections.abc import Callable

from flows.i18n import translate as _

# Takes a step in words; what it raises ends the making, of which nothing is kept.
Tell = Callable[[str], None]


def untold(_step: str) -> None:
    """Tell nobody."""


def waiting() -> str:
    """Say that another reader's pack comes first."""
    return _("Waiting for its turn")


def gathering() -> str:
    """Say that what a pack holds is gathered."""
    return _("Gathering what the documents say")


def drawing_map(number: int = 1, every: int = 1) -> str:
    """Say which of some maps is drawn."""
    if every == 1:
        return _("Drawing the map")
    return _("Drawing map {n} of {all}").format(n=number, all=every)


def setting_text() -> str:
    """Say that text is written and pages are set."""
    return _("Setting the text")


def writing_file() -> str:
    """Say that the file is written, which is the last step."""
    return _("Writing the file")
