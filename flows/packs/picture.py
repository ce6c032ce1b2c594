"""The picture of a map in a pack."""

from flows.packs.parts import PackMap


def picture(shown: PackMap, *, width: float, height: float, dots_an_inch: int) -> bytes | None:  # noqa: ARG001 — what a painter is asked
    """Return a map as PNG of a width and a height in points; None where nothing can draw it."""
    return None
