"""The words of the map: its legend, whose entries are switches, and the texts of its cards."""

from functools import cache
from typing import Any

from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.maps.tiers import tier_key
from flows.scene.names import label
from geodata.vocabulary.enums import Role
from geodata.vocabulary.terms import slugs, term, with_descendants

# The legend's types: every one that has no parent, so that each mark answers to a switch; and forced
# criminality, which has a colour of its own. Children follow their parent.
SWITCHED_TYPES = (
    "sex_trafficking",
    "forced_labor",
    "forced_criminality",
    "child_soldiering",
    "forced_marriage",
    "organ_removal",
    "other",
    "unspecified",
)
# Layers that the legend can hide, beside the three roles.
LAYERS = (*Role, "routes", "hotspots", "notes", "dots")


def switches() -> list[dict[str, str]]:
    """Return the types that the legend switches, in the order of the bits of a mark."""
    return list(_switches())


@cache
def _switches() -> tuple[dict[str, str], ...]:
    return tuple({"type": slug, "family": term("types", slug).colour} for slug in SWITCHED_TYPES)


@cache
def type_order() -> tuple[str, ...]:
    """Return all types in the order of the bits of a mark: those of the switches first."""
    return (*SWITCHED_TYPES, *(slug for slug in slugs("types") if slug not in SWITCHED_TYPES))


def legend(used: frozenset[str]) -> dict[str, Any]:
    """Return the entries of the legend: type switches, layer switches and the key of the lines.

    ``used`` holds the types that claims of the atlas name: a switch without any claim is left out.
    """
    types = [
        _switch("types", slug, term("types", slug).colour) for slug in SWITCHED_TYPES if _held(slug, used)
    ]
    route = _("Documents name a movement between these places")
    dots = _("Alleged, at risk, or where migrants were going: drawn as thin dots when switched on")
    hotspot = _("Documents say that something concentrates here")
    layers = [
        *(_switch("roles", role, f"role-{role}") for role in Role),
        {"value": "routes", "label": _("Route"), "look": "route", "meaning": route},
        {"value": "hotspots", "label": _("Hotspot"), "look": "hotspot", "meaning": hotspot},
        {"value": "dots", "label": _("Alleged, at risk, onward"), "look": "dots", "meaning": dots},
    ]
    lines = [
        {"look": "one", "label": _("1")},
        {"look": "few", "label": _("2–3")},
        {"look": "many", "label": _("4 or more")},
        {"look": "dashed", "label": _("reported or inferred")},
        {"look": "several", "label": _("several forms")},
        {"look": "unnamed", "label": _("country that no document names")},
    ]
    return {"types": types, "layers": layers, "lines": lines, "tiers": tier_key()}


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


def _held(slug: str, used: frozenset[str]) -> bool:
    return bool(used & with_descendants(slug))


def _switch(facet: str, slug: str, look: str) -> dict[str, str]:
    found = term(facet, slug)
    meaning = _(found.legend or found.definition)
    return {"value": slug, "label": label(facet, slug), "look": look, "meaning": meaning}
