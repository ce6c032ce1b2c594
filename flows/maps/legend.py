"""The words of the map: its legend, whose entries are switches, and the texts of its cards."""

from functools import cache
from typing import Any

from flows.language import language_in_use
from flows.language import translate as _
from flows.names import label
from geodata.vocabulary import Role, term

# The legend's types, each the head of a colour family; children follow their parent.
SWITCHED_TYPES = ("sex_trafficking", "forced_labor", "forced_criminality", "child_soldiering", "other", "unspecified")
# Layers that the legend can hide, beside the three roles.
LAYERS = (*Role, "routes", "hotspots", "notes")


def switches() -> list[dict[str, str]]:
    """Return the types that the legend switches, in the order of the bits of a mark."""
    return list(_switches())


@cache
def _switches() -> tuple[dict[str, str], ...]:
    return tuple({"type": slug} for slug in SWITCHED_TYPES)


def legend() -> dict[str, Any]:
    """Return the entries of the legend: type switches, layer switches and the key of the lines."""
    types = [
        {"value": slug, "label": label("types", slug), "look": term("types", slug).colour, "meaning": _meaning("types", slug)}
        for slug in SWITCHED_TYPES
    ]
    layers = [
        {"value": role, "label": label("roles", role), "look": f"role-{role}", "meaning": _meaning("roles", role)}
        for role in Role
    ]
    layers += [
        {"value": "routes", "label": _("Route"), "look": "route", "meaning": _("Documents name a movement between these places")},
        {"value": "hotspots", "label": _("Hotspot"), "look": "hotspot", "meaning": _("Documents say that something concentrates here")},
    ]
    lines = [
        {"look": "one", "label": _("1 document")},
        {"look": "few", "label": _("2–3 documents")},  # noqa: RUF001 — an en dash is meant
        {"look": "many", "label": _("4 or more")},
        {"look": "dashed", "label": _("reported or inferred")},
        {"look": "several", "label": _("several forms")},
    ]
    return {"types": types, "layers": layers, "lines": lines}


def words() -> dict[str, str]:
    """Return the other words of the map's page, in the language in use."""
    return {
        "language": language_in_use(),
        "legend": _("Legend"),
        "colour_means": _("Colour: form of trafficking"),
        "shape_means": _("Shape: what a place is named as"),
        "notes": _("Said of the whole region"),
        "no_notes": _("No note in this selection."),
    }


def _meaning(facet: str, slug: str) -> str:
    return _(term(facet, slug).legend or term(facet, slug).definition)
