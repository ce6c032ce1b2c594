"""The page of one place: its story, its routes and hotspots, and what no document says of it."""

from collections import Counter
from collections.abc import Iterator

import streamlit as st

from flows.i18n import translate as _
from flows.narrative.cards import by_topic
from flows.narrative.cited_sentence import CitedSentence
from flows.narrative.claim_focus import focus_of, place_focus
from flows.narrative.profile import Profile, profile_of
from flows.narrative.sentences import hotspot_sentence
from flows.narrative.story import Story, story_of
from flows.query.focus import Focus
from flows.query.links import Request
from flows.scene.hotspots import hotspots_from
from flows.scene.matrices import Matrix
from flows.scene.names import label, place_in_text, place_name
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from flows.ui.card_list import show_cards
from flows.ui.labels import as_label
from flows.ui.tier_layer import caution_of
from flows.ui.views.all_places import show_all_places
from flows.ui.views.claims_shown import show_mini_map
from flows.ui.views.matrix import matrix_html
from flows.ui.views.place_lists import lists_of, tiers_of, unnamed_values
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import FocusKind, PlaceKind
from geodata.vocabulary.terms import slugs

_CHOICE = "place_choice"
# Words of a link as they are shown back: longer ones are cut.
_SHOWN = 60
# What is told, and the map beside it.
_COLUMNS = (3, 2)
# What the select box offers before everything else that claims name.
_WHOLE = frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION})


def show_places(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show the chosen place, or the one in focus; without either, a map and a list of all places.

    One that is unknown is said to be so, with the nearest.
    """
    asked = state.parameter("place") or _in_focus(request.focus)
    place = atlas.gazetteer.get(asked)
    with st.container(key="place_page"):
        _show_choice(atlas, scene, place.id if place else "")
        if not asked:
            show_all_places(atlas, scene)
        elif place is None:
            _show_unknown(atlas, asked)
        else:
            _show_place(atlas, scene, place)


def _in_focus(focus: Focus | None) -> str:
    return focus.id if focus and focus.kind in {FocusKind.COUNTRY, FocusKind.REGION} else ""


def _show_choice(atlas: Atlas, scene: Scene, chosen: str) -> None:
    claimed = {ident for claim in scene.claims for ident in claim.places}
    known = [p for p in atlas.gazetteer if p.kind in _WHOLE or p.id in claimed or p.id == chosen]
    names = {place.id: place_title(place, atlas.gazetteer) for place in sorted(known, key=place_name)}
    st.session_state[_CHOICE] = chosen or None
    st.selectbox(
        _("Country, territory, region or part of one"),
        list(names),
        key=_CHOICE,
        index=None,
        format_func=names.__getitem__,
        placeholder=_("Choose a place"),
        on_change=_open_chosen,
    )


def _open_chosen() -> None:
    if st.session_state[_CHOICE]:
        state.go("places", place=st.session_state[_CHOICE])


def place_title(place: Place, places: Gazetteer) -> str:
    """Name a place with what it is part of: "Madre de Dios (Peru)"."""
    parent = places.get(place.parent)
    return f"{place_name(place)} ({place_name(parent)})" if parent else place_name(place)


def _show_unknown(atlas: Atlas, asked: str) -> None:
    words = _("The atlas knows no place “{place}”.").format(place=asked[:_SHOWN])
    st.html(render("notice", text=words, offer="", target=None))
    nearest = atlas.gazetteer.closest(asked[:_SHOWN])
    if nearest:
        st.button(
            _("Open {place} instead").format(place=as_label(place_name(nearest))),
            key="nearest_place",
            on_click=state.go,
            args=("places",),
            kwargs={"place": nearest.id},
        )


def _show_place(atlas: Atlas, scene: Scene, place: Place) -> None:
    region = place.kind is PlaceKind.REGION
    story = story_of(Focus(kind=FocusKind.REGION if region else FocusKind.COUNTRY, id=place.id), scene, atlas)
    profile = profile_of(place.id, scene, atlas)
    left, right = st.columns(_COLUMNS, gap="large")
    with left:
        st.html(_told(place, story, profile, atlas))
    with right:
        if story.own:
            show_mini_map(atlas, story.own, key="place_map")
        on_map = _on_map(place, story, atlas)
        st.button(
            _("Show on the map"),
            key="place_on_map",
            icon=":material/map:",
            on_click=state.look_on_map,
            args=(on_map,),
        )
        tiers, silent = tiers_of(profile, story, atlas), list(unnamed_values(profile))
        st.html(render("place_aside", tiers=tiers, caution=caution_of(atlas), silent=silent))
    if profile.crossing:
        title = _("Types by sector")
        st.html(render("part_heading", title=title, lead=""))
        also = f"places={place.id}"
        st.html(matrix_html(crossing_of(profile), atlas, title, also=also))
    show_cards(atlas, story.own, _("Evidence") if story.own else "")
    if story.regional:
        title, numbers = _("Said of the region"), story.numbers(story.regional)
        show_cards(atlas, story.regional, title, numbers=numbers, key="regional")


def _told(place: Place, story: Story, profile: Profile, atlas: Atlas) -> Html:
    kind = label("place_kind", place.kind)
    parent = atlas.gazetteer.get(place.parent)
    if parent:
        kind = _("{kind} of {place}").format(kind=kind, place=place_in_text(parent))
    return render(
        "place",
        kind=kind,
        title=place_name(place),
        told=by_topic(story, [*story.sentences, *_hotspots(place, story, atlas)]),
        no_evidence_note=story.no_evidence_note,
        lists=lists_of(profile, atlas),
    )


def _hotspots(place: Place, story: Story, atlas: Atlas) -> Iterator[CitedSentence]:
    """Tell of the hotspots of a part of a country; those of a whole one are a list of their own."""
    for hotspot in () if place.kind in _WHOLE else hotspots_from(story.own):
        yield CitedSentence(text=hotspot_sentence(hotspot, atlas.gazetteer), claims=hotspot.evidence.claims)


def _on_map(place: Place, story: Story, atlas: Atlas) -> str:
    """Return what the map looks at: a country or region itself, of a part of one the first mark there."""
    if place.kind in _WHOLE or not story.own:
        return place_focus(place.parent or place.id, atlas.gazetteer)
    return focus_of(story.own[0], atlas.gazetteer)


def crossing_of(profile: Profile) -> Matrix:
    """Build the matrix of types by sectors of a place, with the rows and columns that claims name."""
    counts = Counter(profile.crossing)
    return Matrix(
        row_facet="types",
        column_facet="sectors",
        rows=tuple(slug for slug in slugs("types") if any(kind == slug for kind, _sector in counts)),
        columns=tuple(slug for slug in slugs("sectors") if any(sector == slug for _kind, sector in counts)),
        cells=dict(counts),
    )
