"""What is said where the atlas would stand, when its collections cannot be loaded."""

from flows.i18n import translate as _


def unread_collections() -> str:
    """Say that nothing is shown, and who names the problems, in words for readers and for whoever serves."""
    return _(
        "The collections could not be loaded, so nothing is shown. “python -m flows check” names "
        "every problem."
    )
