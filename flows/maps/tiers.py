"""The layer of tiers on the map: its part of the command, and its entries in the legend."""

from typing import Any

from flows.i18n import translate as _
from flows.scene.names import label
from flows.scene.scene import Scene
from flows.scene.tiers import caution, judgement, tiers_in
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import terms


def tier_command(atlas: Atlas, scene: Scene, year: int | None) -> dict[str, Any]:
    """Build the part of the map's command that shows the tiers of ``year``; empty when the layer is off.

    ``tiers`` holds the tier of each country that the scene's claims place in that year; ``caution``
    the words that go with it, and the note that they open.
    """
    if year is None:
        return {}
    words, note = caution(atlas)
    return {
        "tiers": tiers_in(scene.claims, year),
        "tier_year": year,
        "caution": {"words": words, "focus": f"note:{note}" if note else ""},
    }


def tier_key() -> dict[str, Any]:
    """Return the legend of the layer: what each fill means, and whose judgement it is."""
    return {
        "title": _("Fill: tiers of {year}"),
        "entries": [
            {
                "value": found.slug,
                "label": label("tier", found.slug),
                "short": _(found.short),
                "meaning": _(found.definition),
            }
            for found in terms("tier")
        ],
        "none": _("no placement held"),
        "silent": _("No placement of this year in this selection."),
        "judgement": judgement(),
    }
