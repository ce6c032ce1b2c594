"""The buttons that download a briefing pack, which is made when its button is pressed and not before."""

from collections.abc import Callable
from urllib.parse import urlsplit

import streamlit as st

from flows.i18n import language_in_use
from flows.packs.content import pack_of
from flows.packs.formats import PACK_FORMATS, pack_bytes, pack_file_name
from flows.query.links import PAGES, Request
from geodata.model.atlas import Atlas
from geodata.model.stories import Story


def show_pack_buttons(
    atlas: Atlas, request: Request, *, part: str, date: str, story: Story | None = None
) -> None:
    """Show a button for each format of packs of a request, or of a story; ``part`` stands in the file's name.

    While a pack is made its button turns a wheel and the page goes on.
    """
    for name, found in PACK_FORMATS.items():
        if found.of_story and story is None:
            continue
        st.download_button(
            found.label(),
            pack_writer(atlas, request, name, story),
            file_name=pack_file_name(name, date, part),
            mime=found.media_type,
            key=f"pack_{name}",
            help=found.purpose(),
            on_click="ignore",
            type="tertiary",
        )


def pack_writer(atlas: Atlas, request: Request, name: str, story: Story | None = None) -> Callable[[], bytes]:
    """Return what makes a pack in the language of now, in whatever thread it runs."""
    language, address = language_in_use(), address_of(st.context.url)

    def write() -> bytes:
        return pack_bytes(name, pack_of(atlas, request, story, language=language, address=address))

    return write


def address_of(page: str | None) -> str:
    """Return where the atlas is read, of the address of one of its pages; "" where that is not known."""
    found = urlsplit(page or "")
    if found.scheme not in {"https", "http"} or not found.netloc:
        return ""
    folder, _sign, last = found.path.rpartition("/")
    path = f"{folder}/" if last in {"", *PAGES} else f"{found.path}/"
    return f"{found.scheme}://{found.netloc}{path}"
