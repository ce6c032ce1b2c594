"""The filters of a map that stands alone: each facet with its values as buttons, and their words."""

from typing import Any

from flows.i18n import translate as _
from flows.query.offered import PILL_FACETS, offered_values
from flows.scene.names import collection_name, facet_titles, label, search_remedy
from flows.scene.scene import Scene


def own_filters(scene: Scene) -> list[dict[str, Any]]:
    """Return the filters of the map's own card: each facet with its values, in the order of the page."""
    titles, collections = facet_titles(), scene.atlas.collections
    found = []
    for facet in PILL_FACETS:
        values = offered_values(facet, scene.atlas, scene.index, scene.selection.chosen(facet))
        if len(values) > 1:
            labels = (
                collection_name(collections[value]) if facet == "collections" else label(facet, value)
                for value in values
            )
            pairs = [{"value": value, "label": text} for value, text in zip(values, labels, strict=True)]
            found.append({"facet": facet, "title": titles[facet], "values": pairs})
    return found


def filter_words() -> dict[str, str]:
    """Return the words of the card that holds the filters."""
    return {
        "filters": _("Filters"),
        "reset": _("Show everything"),
        "search": _("Words of claims and quotations"),
        "no_search": search_remedy(),
        "shown": _("{routes} routes, {hotspots} hotspots and {roles} country roles shown"),
    }
