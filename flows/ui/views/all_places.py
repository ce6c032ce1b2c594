"""What the page of places opens with: a map and a list of all places, by how much is said of each."""

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.places_map import places_map
from flows.narrative.place_rows import PlaceIndex, place_index
from flows.query.claim_places import places_by_claim
from flows.scene.drawn import documents_by_place
from flows.scene.scene import Scene
from flows.templates import render
from flows.ui.push_html import push_html
from flows.ui.views.claims_shown import show_picture
from geodata.model.atlas import Atlas

# The map, and the list beside it.
_COLUMNS = (2, 3)


def show_all_places(atlas: Atlas, scene: Scene) -> None:
    """Show every place that the selection names, and those of the hemisphere that it does not."""
    index = place_index(scene, atlas)
    st.html(render("page_heading", title=_("Places"), lead=_lead(index)))
    left, right = st.columns(_COLUMNS, gap="large")
    with right:
        push_html("all_places", render("places", index=index))
    with left:
        ever = frozenset().union(*places_by_claim(atlas).values())
        svg = places_map(documents_by_place(atlas, scene), ever, atlas.gazetteer)
        show_picture(svg, key="places_map")


def _lead(index: PlaceIndex) -> str:
    named = translate_count("{n} place", "{n} places", len(index.countries))
    return _(
        "By how much is said of each: {places} of the Americas, those that most documents name first. "
        "Numbers are documents and what they name, never people. ▲ named as source, ◆ transit, "
        "■ destination. A name, or a country on the map, opens its page."
    ).format(places=named)
