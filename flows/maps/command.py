"""The command that a filter or a focus sends to the map that is already drawn."""

from typing import Any

from flows.query.links import Request
from flows.query.selection import FACETS, Selection


def map_command(request: Request, *, bring: int = 0) -> dict[str, Any]:
    """Build the command that shows ``request``: what the reader asks, whatever the number of routes.

    Returns JSON-ready values: ``selection`` (values by facet, ``years`` first and last; what restricts
    nothing is left out), ``focus``, ``hide``, ``top``, ``tiers``, ``view`` and ``bring`` (a number that
    grows each time the map is to move to the focus).
    """
    return {
        "selection": asked(request.selection),
        "focus": str(request.focus or ""),
        "hide": sorted(request.hide),
        "top": request.top,
        "tiers": request.tiers,
        "view": request.view,
        "bring": bring,
    }


def asked(selection: Selection) -> dict[str, list[str] | list[int]]:
    """Return the values of each facet that restricts something, JSON-ready."""
    chosen: dict[str, list[str] | list[int]] = {
        facet: sorted(selection.chosen(facet)) for facet in FACETS if selection.chosen(facet)
    }
    if selection.years:
        chosen["years"] = list(selection.years)
    return chosen
