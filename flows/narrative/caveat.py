"""The caveat: what the marks mean and do not mean, under the map and in every export."""

from flows.i18n import translate as _


def caveat() -> str:
    """Say what the marks mean and do not mean, in one sentence."""
    return _(
        "Lines show what documents say, not how many people: wider means more documents, dashed means "
        "reported or inferred; a country without a mark is one that these documents do not name. "
        "Borders imply no position."
    )
