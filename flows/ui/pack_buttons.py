"""The buttons that make a briefing pack: each is made when its button is pressed and not before."""

import streamlit as st

from flows.i18n import translate as _
from flows.packs.formats import PACK_FORMATS, pack_file_name
from flows.query.links import Request, write_link, write_page
from flows.templates import render
from geodata.model.stories import Story


def show_pack_buttons(request: Request, *, part: str, date: str, story: Story | None = None) -> None:
    """Show a button for each format of packs of a request, or of a story; ``part`` stands in the file's name.

    What is being made is told below them and can be cancelled there; the page goes on.
    """
    words = {
        "cancel": _("Cancel"),
        "cancelled": _("Cancelled: nothing was saved."),
        "made": _("Made: {file}"),
        "failed": _("The file could not be made. Try again."),
    }
    buttons = [
        {
            "asked": asked_for(name, request, story),
            "file_name": pack_file_name(name, date, part),
            "making": found.making(),
            "purpose": found.purpose(),
            "label": found.label(),
        }
        for name, found in PACK_FORMATS.items()
        if story or not found.of_story
    ]
    st.html(render("pack_buttons", words=words, buttons=buttons))


def asked_for(name: str, request: Request, story: Story | None = None) -> str:
    """Return the query that asks for a pack in the format ``name``."""
    told = f"page=stories&{write_page({'story': story.id})}" if story else ""
    return "&".join(filter(None, (f"format={name}", told, write_link(request))))
