"""The entries of the layer of tiers in the legend."""

from typing import Any

from flows.i18n import translate as _
from flows.scene.names import label
from flows.scene.tiers import caution, judgement
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import terms


def tier_key(atlas: Atlas) -> dict[str, Any]:
    """Return the legend of the layer: what each fill means, whose judgement it is, and its caution.

    ``caution`` holds the words that go with the layer, and the note that they open.
    """
    words, note = caution(atlas)
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
        "caution": {"words": words, "focus": f"note:{note}" if note else ""},
    }
