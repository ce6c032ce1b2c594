"""The map on the page: a frame that is made once, and a command for each change."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.maps.command import map_command
from flows.maps.marks_file import frame_address
from flows.query.links import Request, write_link, write_page
from flows.query.offered import PILL_FACETS, offered_values
from flows.scene.scene import index_of
from flows.templates import Html, render
from flows.ui import kept, state
from flows.ui.browser_events import handle_events
from flows.ui.push_html import push_channel
from flows.ui.told_chapter import way_back
from geodata.model.atlas import Atlas

_SCRIPT = Path(__file__).parents[2] / "assets" / "web" / "built" / "bridge.js"


@cache
def _bridge() -> str:
    return _SCRIPT.read_text(encoding="utf-8")


def show_map(atlas: Atlas, request: Request) -> None:
    """Show the map of what is asked; the frame stays, only the command changes."""
    command = _command(replace(request, view=st.session_state["view"]))
    number = push_channel().publish("map", command)
    _mount(
        render("map_host"),
        {
            "page": frame_address(atlas),
            "title": _("Map of the selection"),
            "link": _joined(way_back(atlas), request),
            "command": command | {"number": number},
        },
    )


def show_link(atlas: Atlas, request: Request, own: Mapping[str, str]) -> None:
    """Keep the link, with what the page was opened with, and the acts of the reader where there is no map."""
    index, selection = index_of(atlas), request.selection
    pills = {facet: offered_values(facet, atlas, index, selection.chosen(facet)) for facet in PILL_FACETS}
    with st.container(key="link_only"):
        _mount(
            render("mount", css_class="atlas-link"),
            {
                "link": _joined(own, request),
                "offered": pills,
                "command": _command(request) | {"number": push_channel().next_number()},
            },
        )


def _joined(own: Mapping[str, str], request: Request) -> str:
    """Write a link with what a page was opened with, and with what is asked."""
    return "&".join(part for part in (write_page(own), write_link(request)) if part)


def _command(request: Request) -> dict[str, Any]:
    """Build the command, with the session that gives it and the last act that it has heard of."""
    command = map_command(request, bring=st.session_state[state.ZOOM_COUNT])
    return command | {"session": push_channel().name, "heard": st.session_state[state.LAST_EVENT]}


def _mount(html: Html, data: dict[str, Any]) -> None:
    mount = st.components.v2.component(
        "atlas_map" if "page" in data else "atlas_link", html=html, js=_bridge(), isolate_styles=False
    )
    data["keep"] = kept.written()
    # In a list: Streamlit looks at the values of a mapping for data frames, and imports pandas for that.
    mount(key=state.MAP, data=[data], on_told_change=handle_events)
