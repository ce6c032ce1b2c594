"""The words of the map: its legend, whose entries are switches, and the texts of its cards."""

from functools import cache
from typing import Any

from flows.language import language_in_use
from flows.language import translate as _
from flows.names import label
from geodata.vocabulary import Role, term, with_descendants

# The legend's types, each the head of a colour family; children follow their parent.
SWITCHED_TYPES = (
    "sex_trafficking",
    "forced_labor",
    "forced_criminality",
    "child_soldiering",
    "other",
    "unspecified",
)
# Layers that the legend can hide, beside the three roles.
LAYERS = (*Role, "routes", "hotspots", "notes")


def switches() -> list[dict[str, str]]:
    """Return the types that the legend switches, in the order of the bits of a mark."""
    return list(_switches())


@cache
def _switches() -> tuple[dict[str, str], ...]:
    return tuple({"type": slug} for slug in SWITCHED_TYPES)


def legend(used: frozenset[str]) -> dict[str, Any]:
    """Return the entries of the legend: type switches, layer switches and the key of the lines.

    ``used`` holds the types that claims of the atlas name: a switch without any claim is left out.
    """
    types = [
        {
            "value": slug,
            "label": label("types", slug),
            "look": term("types", slug).colour,
            "meaning": _meaning("types", slug),
        }
        for slug in SWITCHED_TYPES
        if used & with_descendants(slug)
    ]
    layers = [
        {
            "value": role,
            "label": label("roles", role),
            "look": f"role-{role}",
            "meaning": _meaning("roles", role),
        }
        for role in Role
    ]
    layers += [
        {
            "value": "routes",
            "label": _("Route"),
            "look": "route",
            "meaning": _("Documents name a movement between these places"),
        },
        {
            "value": "hotspots",
            "label": _("Hotspot"),
            "look": "hotspot",
            "meaning": _("Documents say that something concentrates here"),
        },
    ]
    lines = [
        {"look": "one", "label": _("1")},
        {"look": "few", "label": _("2–3")},
        {"look": "many", "label": _("4 or more")},
        {"look": "dashed", "label": _("reported or inferred")},
        {"look": "several", "label": _("several forms")},
        {"look": "unnamed", "label": _("country that no document names")},
    ]
    return {"types": types, "layers": layers, "lines": lines}


def words() -> dict[str, str]:
    """Return the other words of the map's page, in the language in use."""
    return {
        "language": language_in_use(),
        "legend": _("Legend"),
        "colour_means": _("Colour: form of trafficking"),
        "width_means": _("Width: number of documents"),
        "shape_means": _("Shape: what a place is named as"),
        "notes": _("Said of the whole region"),
        "more_notes": _("More themes"),
        "no_notes": _("No note in this selection."),
    }


def _meaning(facet: str, slug: str) -> str:
    return _(term(facet, slug).legend or term(facet, slug).definition)
