"""Claims beside a text: a small map of their marks, and a card each with a button to the map."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from flows.i18n import language_in_use, translate_count
from flows.i18n import translate as _
from flows.maps.mini import mini_map
from flows.narrative.cards import card_html
from flows.narrative.claim_focus import focus_of, title_of
from flows.narrative.coverage import why_framing
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state
from geodata.compute_once import OnceByKey
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim

_MORE_CARDS = 10
_MAPS_KEPT = 128
_PICTURE = Path(__file__).parents[3] / "assets" / "web" / "built" / "picture.js"


def show_mini_map(atlas: Atlas, claims: Sequence[Claim], *, key: str) -> None:
    """Show the marks of these claims on a small map; nothing where they have no place."""
    asked = tuple(claim.id for claim in claims), language_in_use()
    svg = atlas.derived(_mini_maps).get(asked, lambda: mini_map(claims, atlas.gazetteer))
    if svg:
        show_picture(svg, key=key)


def show_picture(svg: Html, *, key: str) -> None:
    """Show a drawing, or a long table, which Streamlit's own HTML element would strip or search."""
    mount = st.components.v2.component(
        "atlas_picture",
        html=render("mount", css_class="atlas-picture"),
        js=_picture(),
        isolate_styles=False,
    )
    mount(key=key, data={"svg": svg})


@cache
def _picture() -> str:
    return _PICTURE.read_text(encoding="utf-8")


def _mini_maps(_atlas: Atlas) -> OnceByKey[tuple[tuple[str, ...], str], Html]:
    return OnceByKey(_MAPS_KEPT)


def show_claims(atlas: Atlas, scene: Scene, claims: Sequence[Claim], numbers: Sequence[int]) -> None:
    """Show a card for each claim, the first few at once; ``numbers`` are their places in the document."""
    shown = st.session_state.get(state.SHOWN, state.FIRST_CARDS)
    kept = {claim.id for claim in scene.claims}
    for claim, number in list(zip(claims, numbers, strict=True))[:shown]:
        _show_claim(atlas, claim, number, kept=claim.id in kept)
    if len(claims) > shown:
        more = min(_MORE_CARDS, len(claims) - shown)
        st.button(
            translate_count("Show {n} more", "Show {n} more", more), key="more-claims", on_click=_show_more
        )


def _show_claim(atlas: Atlas, claim: Claim, number: int, *, kept: bool) -> None:
    fold = state.folds()
    with st.container(key=f"claim-{claim.id}"):
        st.html(render("claim_title", title=title_of(claim, atlas.gazetteer)))
        st.html(card_html(atlas, claim, number, fold=fold))
        why = why_framing(claim)
        if why:
            st.html(render("line", css_class="passage-why", text=why, live=False))
        else:
            words = _("Show on the map") if kept else _("Clear the filters and show on the map")
            st.button(
                words,
                key=f"show-{claim.id}",
                icon=":material/map:",
                on_click=_show_on_map,
                args=(focus_of(claim, atlas.gazetteer),),
                kwargs={"loosen": not kept},
            )


def _show_on_map(focus: str, *, loosen: bool) -> None:
    """Open the map at a focus; where the filters would hide it, loosen them (which can be undone)."""
    if loosen:
        state.reset()
    state.set_focus(focus, bring=True)
    state.go("explore")


def _show_more() -> None:
    st.session_state[state.SHOWN] = st.session_state.get(state.SHOWN, state.FIRST_CARDS) + _MORE_CARDS
