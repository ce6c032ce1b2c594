"""The words of the map: its legend, whose entries are switches, and the texts of its cards."""

from typing import Any

from flows.i18n import language_in_use, translate_count
from flows.i18n import translate as _
from flows.maps.tiers import tier_key
from flows.scene.forms import FORMS
from flows.scene.names import label, label_in_text
from flows.scene.telling import UNCONFIRMED
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import Role
from geodata.vocabulary.terms import slugs, term, with_descendants

# Layers that the legend can hide, beside the three roles.
LAYERS = (*Role, "routes", "hotspots", "notes", "dots")


def legend(atlas: Atlas) -> dict[str, Any]:
    """Return the entries of the legend: switches of forms, layers and sectors, keys of lines, land and tiers.

    A form or sector that no claim of the atlas names is left out.
    """
    used = frozenset(slug for claim in atlas.claims for slug in claim.types)
    types = [_switch("types", slug, term("types", slug).colour) for slug in FORMS if _held(slug, used)]
    route = _("Documents name a movement between these places")
    dots = _("Alleged, at risk, or where migrants were going: drawn as thin dots when switched on")
    hotspot = _("Documents say that something concentrates here")
    layers = [
        *(_switch("roles", role, f"role-{role}") for role in Role),
        {"value": "routes", "label": _("Route"), "css_class": "route", "meaning": route},
        {"value": "hotspots", "label": _("Hotspot"), "css_class": "hotspot", "meaning": hotspot},
        {"value": "dots", "label": _("Alleged, at risk, onward"), "css_class": "dots", "meaning": dots},
    ]
    lines = [
        {"css_class": "one", "label": _("1")},
        {"css_class": "few", "label": _("2–3")},
        {"css_class": "many", "label": _("4 or more")},
        {"css_class": "dashed", "label": _("reported or inferred")},
        {"css_class": "side", "label": _("several forms lie side by side")},
    ]
    return {
        "types": types,
        "layers": layers,
        "sectors": _sectors(atlas),
        "lines": lines,
        "land": _land(),
        "tiers": tier_key(atlas),
    }


def _sectors(atlas: Atlas) -> list[dict[str, str]]:
    """Return a switch for each sector that a claim of the atlas names, with the name of its icon."""
    used = frozenset(slug for claim in atlas.claims for slug in claim.sectors)
    return [
        {**_switch("sectors", slug, "sector"), "symbol": term("sectors", slug).symbol}
        for slug in slugs("sectors")
        if slug in used
    ]


def _land() -> list[dict[str, str]]:
    return [
        {"css_class": "1", "label": _("1")},
        {"css_class": "2", "label": _("2–3")},
        {"css_class": "3", "label": _("4 or more")},
        {"css_class": "out", "label": _("not in this selection")},
        {"css_class": "unnamed", "label": _("country that no document names")},
    ]


def words() -> dict[str, str]:
    """Return the other words of the map's page, in the language in use."""
    return {
        "language": language_in_use(),
        "whole_map": _("Whole map"),
        "map_label": _(
            "Marks of the map: arrow keys step from one to the nearest, Enter opens it, Esc closes it; "
            "plus and minus zoom, Shift with an arrow moves the map."
        ),
        "legend": _("Legend"),
        "colour_means": _("Color: form of trafficking"),
        "width_means": _("Width: number of documents"),
        "land_means": _("Land: documents that name the country"),
        "shape_means": _("Ring, near ▲ ◆ ■: what a place is named as"),
        "sectors_mean": _("Hotspot: sectors that are named"),
        "how_to_switch": _("A press shows only this, a press again all; with Ctrl it is left out."),
        "leave_out": _("Leave out what I press"),
        "crowd": _(
            "Where more than {most} routes are drawn each is one thin line, in the color of the form that "
            "most documents name."
        ),
        "notes": _("Said of the whole region"),
        "note_sectors": _("Sectors that these notes name"),
        "no_notes": _("No note in this selection."),
        # Behind the name of a mark: what it rests on, by assertion; or the hedge of its sources.
        **{assertion: label_in_text("assertion", assertion) for assertion in UNCONFIRMED},
        "hedged": _("reported or inferred"),
        "also_named": _("also named: {forms}"),
        "one_document": translate_count("{n} document", "{n} documents", 1),
        "many_documents": translate_count("{n} document", "{n} documents", 2).replace("2", "{n}"),
    }


def layer_words() -> dict[str, str]:
    """Return what the map says where its data does not come."""
    return {
        "failed": _("The map could not be loaded. What is told beside it does not depend on it."),
        "again": _("Try again"),
    }


def _held(slug: str, used: frozenset[str]) -> bool:
    return bool(used & with_descendants(slug))


def _switch(facet: str, slug: str, css_class: str) -> dict[str, str]:
    found = term(facet, slug)
    meaning = _(found.legend or found.definition)
    return {"value": slug, "label": label(facet, slug), "css_class": css_class, "meaning": meaning}
