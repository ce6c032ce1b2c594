"""The flow diagram of a selection: origins on the left, destinations on the right."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.palette import read_palette
from flows.scene.forms import Stripe, family, stripes_of
from flows.scene.names import label, place_name
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.templates import render
from geodata.model.atlas import Atlas

# Bands that an eye can follow; the best documented routes come first.
_MOST = 40
# Pixels: of the whole, at least; and of a node with the gap below it.
_LEAST_HEIGHT, _NODE = 240, 26
# Room for the names of destinations, which stand outside.
_MARGIN = 170

Bands = Mapping[tuple[str, str], list[Route]]


def show_diagram(atlas: Atlas, scene: Scene) -> None:
    """Show the routes of ``scene`` as a Sankey diagram: a band a form, as wide as its documents."""
    bands = bands_of(scene)
    words = _lead(len(bands)) if bands else _("No route of this selection joins two named places.")
    st.html(render("part_heading", title=_("Flow diagram"), lead=words))
    if not bands:
        return
    nodes = max(len({pair[end] for pair in bands}) for end in (0, 1))
    colours = read_palette().of("dark" if st.context.theme.type == "dark" else "light")
    st.echarts_chart(
        diagram(atlas, bands, colours, asked=scene.selection.types),
        key="diagram",
        height=max(_LEAST_HEIGHT, nodes * _NODE),
        alt=_(
            "Flow diagram of the routes in this selection; the matrix of origins by destination says the same"
        ),
    )


def _lead(shown: int) -> str:
    words = _(
        "Routes between two named places. Each form of trafficking has a band of its own, in its color "
        "on the map; its width is the number of documents that name the form there."
    )
    most = _("Drawn are the {n} best documented pairs.").format(n=_MOST)
    return f"{words} {most}" if shown == _MOST else words


def bands_of(scene: Scene) -> Bands:
    """Gather the routes of ``scene`` by origin and destination, the best documented pairs first."""
    found: dict[tuple[str, str], list[Route]] = defaultdict(list)
    for route in scene.routes:
        if route.stops[0] and route.stops[-1]:
            found[route.stops[0], route.stops[-1]].append(route)
    best = sorted(found.items(), key=lambda band: (-_documents(band[1]), band[0]))
    return dict(best[:_MOST])


def _documents(routes: list[Route]) -> int:
    return len({document for route in routes for document in route.evidence.documents})


def diagram(
    atlas: Atlas, bands: Bands, colours: Mapping[str, str], *, asked: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Build the diagram of ``bands``, a link for each form among the types ``asked`` for.

    ``colours`` are those of the theme, by their keys in the palette.
    """
    names = {ident: place_name(atlas.gazetteer[ident]) for pair in bands for ident in pair}
    origins, ends = (dict.fromkeys(pair[end] for pair in bands) for end in (0, 1))
    grey = {"color": colours["ink_muted"]}
    # A trailing space keeps a place that is origin and destination two nodes: the diagram knows no cycles.
    nodes = [{"name": names[ident], "itemStyle": grey, "label": {"position": "left"}} for ident in origins]
    nodes += [{"name": f"{names[ident]} ", "itemStyle": grey} for ident in ends]
    links = [
        {"source": names[one], "target": f"{names[other]} ", **_link(stripe, colours)}
        for (one, other), routes in bands.items()
        for stripe in stripes_of((claim for route in routes for claim in route.evidence.claims), asked)
    ]
    series = {
        "type": "sankey",
        "data": nodes,
        "links": links,
        "left": _MARGIN,
        "right": _MARGIN,
        "top": 4,
        "bottom": 4,
        "nodeGap": 8,
        "nodeWidth": 10,
        "lineStyle": {"opacity": 0.5},
        "label": {"color": colours["ink"], "fontSize": 13},
        "emphasis": {"focus": "adjacency"},
    }
    return {"animation": False, "tooltip": {"trigger": "item"}, "series": [series]}


def _link(stripe: Stripe, colours: Mapping[str, str]) -> dict[str, Any]:
    return {
        "value": stripe.documents,
        "lineStyle": {"color": colours[f"type_{family(stripe.form)}"]},
        # {b} are the two places, which the diagram escapes; the words are ours.
        "tooltip": {"formatter": f"{{b}} · {label('types', stripe.form)}: {{c}}"},
    }
