"""The page of one place: its story, its routes and hotspots, and what no document says of it."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st

from flows.focus import Focus
from flows.language import translate as _
from flows.language import translate_count
from flows.links import Request
from flows.names import joined, label, place_name
from flows.narrative.mark_of import place_focus
from flows.narrative.profile import Group, Profile, profile_of
from flows.narrative.story import story_of
from flows.scene import Scene
from flows.ui import state
from flows.ui.cards import show_card
from flows.ui.cited import cited
from geodata.atlas import Atlas
from geodata.claims import Claim
from geodata.places import Place
from geodata.vocabulary import PlaceKind

_DEFAULT = "americas"


def show_places(atlas: Atlas, scene: Scene, _request: Request) -> None:
    """Show the chosen place; one that the gazetteer lacks is said to be so, with the nearest name."""
    asked = state.parameter("place", _DEFAULT)
    place = atlas.gazetteer.get(asked)
    _show_choice(atlas, place.id if place else _DEFAULT)
    if place is None:
        _show_unknown(atlas, asked)
        return
    with st.container(key="place_page"):
        _show_place(atlas, scene, place)


def _show_choice(atlas: Atlas, chosen: str) -> None:
    kinds = {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION}
    known = [place for place in atlas.gazetteer if place.kind in kinds or place.id == chosen]
    names = {place.id: place_name(place) for place in sorted(known, key=place_name)}
    st.session_state["place_choice"] = chosen
    st.selectbox(
        _("Country, territory or region"),
        list(names),
        key="place_choice",
        format_func=names.__getitem__,
        on_change=lambda: state.go("places", place=st.session_state["place_choice"]),
    )


def _show_unknown(atlas: Atlas, asked: str) -> None:
    nearest = atlas.gazetteer.closest(asked[:80])
    words = _("The atlas knows no place “{place}”.").format(place=asked[:80])
    st.html(f"<p class='atlas-notice'>{escape(words)}</p>")
    if nearest:
        st.button(
            _("Open {place} instead").format(place=place_name(nearest)),
            key="nearest_place",
            on_click=state.go,
            args=("places",),
            kwargs={"place": nearest.id},
        )


def _show_place(atlas: Atlas, scene: Scene, place: Place) -> None:
    focus = Focus.from_text(place_focus(place.id, atlas.gazetteer))
    story = story_of(focus, scene, atlas) if focus else None
    if story is None:
        return
    profile = profile_of(place.id, scene, atlas)
    told = " ".join(f"{escape(s.text)} {cited(story.numbers(s.claims))}" for s in story.sentences)
    st.html(
        f"<div class='atlas-prose'><h2>{escape(place_name(place))}</h2><p>{told}</p>"
        f"<p class='atlas-silence'>{escape(story.silence)}</p>"
        f"{_lists(profile, atlas)}{_silence(profile)}</div>"
    )
    st.button(_("Show on the map"), key="place_on_map", on_click=_on_map, args=(str(focus),))
    claims = (*story.own, *story.regional)
    shown = st.session_state[state.SHOWN]
    for number, claim in enumerate(claims[:shown], start=1):
        show_card(atlas, claim, number, fold=bool(st.session_state.get("fold_children")))
    if len(claims) > shown:
        more = translate_count("Show {n} more", "Show {n} more", min(state.MORE_CARDS, len(claims) - shown))
        st.button(more, key="more-place", on_click=state.show_more)


def _on_map(focus: str) -> None:
    state.look_at(focus, bring=True)
    state.go("explore")


def _lists(profile: Profile, atlas: Atlas) -> str:
    parts = [
        _group_list(_("Named as"), profile.roles, lambda role: label("roles", role)),
        _group_list(_("People come from"), profile.inflows, lambda ident: _place(ident, atlas)),
        _group_list(_("People are taken to"), profile.outflows, lambda ident: _place(ident, atlas)),
        _group_list(_("Routes that pass through"), profile.transit, lambda ident: _route(ident, atlas)),
        _group_list(_("Hotspots by sector"), profile.hotspots, lambda slug: label("sectors", slug)),
    ]
    if profile.internal:
        parts.append(
            _group_list(_("Inside"), [("", profile.internal)], lambda _ident: _("Within the place itself"))
        )
    if profile.tiers:
        rows = "".join(f"<li>{claim.year}: {escape(claim.statement)}</li>" for claim in profile.tiers)
        parts.append(f"<h3>{escape(_('Tier placements'))}</h3><ul>{rows}</ul>")
    return "".join(parts)


def _group_list(title: str, groups: Sequence[Group], name: Callable[[str], str]) -> str:
    if not groups:
        return ""
    rows = "".join(f"<li>{escape(name(key))} <span>{_strength(claims)}</span></li>" for key, claims in groups)
    return f"<h3>{escape(title)} <span>{len(groups)}</span></h3><ul>{rows}</ul>"


def _strength(claims: Iterable[Claim]) -> str:
    return translate_count("{n} document", "{n} documents", len({claim.document for claim in claims}))


def _place(ident: str, atlas: Atlas) -> str:
    place = atlas.gazetteer.get(ident)
    return place_name(place) if place else _("not named")


def _route(ident: str, atlas: Atlas) -> str:
    return " → ".join(_place(stop, atlas) for stop in ident.split("~"))


def _silence(profile: Profile) -> str:
    pattern = _("{facet}: {values}")
    lines = [
        pattern.format(facet=title, values=joined(label(facet, slug) for slug in slugs))
        for facet, title, slugs in (
            ("roles", _("Roles"), profile.silent["roles"]),
            ("types", _("Types"), profile.silent["types"]),
            ("sectors", _("Sectors"), profile.silent["sectors"]),
        )
        if slugs
    ]
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    lead = _("No claim of this selection names, for this place:")
    return (
        f"<h3>{escape(_('What no document says'))}</h3><p>{escape(lead)}</p><ul>{rows}</ul>" if lines else ""
    )
