"""The stories as briefing packs, to be taken to a class or a room."""

import datetime as dt

import streamlit as st

from flows.i18n import translate as _
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from flows.ui import state
from geodata.model.atlas import Atlas

KEY, CHOSEN = "story_download", "story_to_download"


def show_story_downloads(atlas: Atlas) -> None:
    """Show a button that opens the choice of a story, and a download of it for each format of packs."""
    stories = {found.story.id: found.story for found in shelf(atlas) if found.story}
    if not stories:
        return
    opened = st.popover(_("Download a story"), icon=":material/download:", key=KEY, on_change="rerun")
    with opened:
        if not opened.open:
            return
        from flows.ui.pack_buttons import show_pack_buttons

        chosen = st.selectbox(
            _("Story"),
            list(stories),
            format_func=lambda ident: stories[ident].title,
            key=CHOSEN,
        )
        request = Request(selection=Selection(), fold=state.folds())
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        show_pack_buttons(request, part=chosen, date=today, story=stories[chosen])
