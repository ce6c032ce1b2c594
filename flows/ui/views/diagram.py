"""The flow diagram of a selection: origins on the left, destinations on the right."""

from collections import Counter
from typing import Any

import streamlit as st

from flows.language import translate as _
from flows.names import place_name
from flows.scene import Scene
from geodata.atlas import Atlas

# Bands that an eye can follow; the best documented routes come first.
_MOST = 40


def show_diagram(atlas: Atlas, scene: Scene) -> None:
    """Show the routes of ``scene`` as a Sankey diagram; a band's width is its number of documents."""
    spec = diagram(atlas, scene)
    if not spec["series"][0]["links"]:
        return
    st.echarts_chart(spec, key="diagram", height=640, alt=_("Flow diagram of the routes in this selection"))


def diagram(atlas: Atlas, scene: Scene) -> dict[str, Any]:
    """Build the diagram of the best documented routes between two named places."""
    bands: Counter[tuple[str, str]] = Counter()
    for route in scene.routes:
        if route.stops[0] and route.stops[-1]:
            bands[route.stops[0], route.stops[-1]] += route.evidence.strength
    chosen = bands.most_common(_MOST)
    names = {ident: place_name(atlas.gazetteer[ident]) for pair, _count in chosen for ident in pair}
    origins = dict.fromkeys(pair[0] for pair, _count in chosen)
    ends = dict.fromkeys(pair[1] for pair, _count in chosen)
    # A trailing space keeps a place that is origin and destination two nodes: the diagram knows no cycles.
    nodes = [{"name": names[ident]} for ident in origins] + [{"name": f"{names[ident]} "} for ident in ends]
    links = [
        {"source": names[one], "target": f"{names[other]} ", "value": count} for (one, other), count in chosen
    ]
    series = {
        "type": "sankey",
        "data": nodes,
        "links": links,
        "nodeGap": 6,
        "lineStyle": {"color": "source", "opacity": 0.35},
    }
    return {"tooltip": {"trigger": "item"}, "series": [series]}
