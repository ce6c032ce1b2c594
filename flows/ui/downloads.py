"""Download: what is in focus, the selection or everything as a file, made only when it is asked for."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from flows.export.folding import fold_words
from flows.export.formats import FORMATS, SOURCE_LISTS, file_name
from flows.export.scope import in_focus
from flows.export.stamp import Stamp, stamp_of
from flows.i18n import language_in_use, use_language
from flows.i18n import translate as _
from flows.narrative.story import story_of
from flows.query.folding import can_fold
from flows.query.links import Request
from flows.query.selection import Selection
from flows.scene.scene import Scene, compose
from flows.templates import render
from flows.ui.labels import as_label
from geodata.model.atlas import Atlas

KEY, PART, WORDS = "download", "download_part", "download_words"
_FOCUS, _SELECTION, _EVERYTHING = "focus", "selection", "everything"
# What each part is called in the name of a file.
_NAMED = {_FOCUS: "focus", _SELECTION: "selection", _EVERYTHING: "all"}


def show_download_button(atlas: Atlas, scene: Scene, request: Request) -> None:
    """Show a button that opens the choice of what to download, and a download for each format.

    The choice is made when it is open only: a run of the page would take longer by all its buttons.
    """
    opened = st.popover(_("Download"), icon=":material/download:", key=KEY, on_change="rerun")
    with opened:
        st.caption(_("Each file tells the filter, the day, the version and the caveat."))
        if opened.open:
            _show_choice(atlas, scene, request)


def _show_choice(atlas: Atlas, scene: Scene, request: Request) -> None:
    from flows.ui.pack_buttons import show_pack_buttons  # not before the choice is opened

    focus = request.focus
    story = story_of(focus, scene, atlas) if focus else None
    words = {_SELECTION: _("This selection"), _EVERYTHING: _("Everything")}
    if story and story.own:
        words = {_FOCUS: _("In focus: {name}").format(name=as_label(story.title))} | words
    part = st.radio(
        _("What to download"), list(words), format_func=words.__getitem__, key=PART, horizontal=True
    )
    taken, name, asked = scene, "", replace(request, focus=None)
    if part == _EVERYTHING:
        taken, asked = compose(atlas, Selection()), Request(selection=Selection(), fold=request.fold)
    elif part == _FOCUS and focus and story:
        taken, name, asked = in_focus(atlas, scene, focus), story.title, request
    stamp = stamp_of(atlas, taken, focus=name)
    st.caption(stamp.contents)
    fold = request.fold and _stays_folded(taken)
    written, said = fold_words(taken, stamp) if fold else (taken, stamp)
    if said.folded:
        st.caption(said.folded)
    st.caption(_("Briefing pack, made when its button is pressed"))
    show_pack_buttons(replace(asked, fold=fold), part=_NAMED[part], date=stamp.date)
    st.html(render("draft_offer"))
    st.caption(_("Claims and sources"))
    with st.container(gap=None):
        for form in FORMATS:
            of_sources = form in SOURCE_LISTS
            _show_download(
                atlas, taken if of_sources else written, stamp if of_sources else said, form, _NAMED[part]
            )


def _stays_folded(scene: Scene) -> bool:
    """Tell whether what the reader folds away on the page stays so in files: unless it is asked for here."""
    if not any(map(can_fold, scene.claims)):
        return False
    return not st.checkbox(_("With the evidence about sexual exploitation of children"), key=WORDS)


def _show_download(atlas: Atlas, scene: Scene, stamp: Stamp, name: str, part: str) -> None:
    words, purpose = format_words()[name]
    refused = FORMATS[name].whole and bool(stamp.folded)
    whole = _("It holds the documents as a whole: nothing can be folded away in it")
    st.download_button(
        words,
        writer(atlas, scene, name, stamp),
        file_name=file_name(name, stamp, part),
        mime=FORMATS[name].media_type,
        key=f"{KEY}_{name}",
        help=whole if refused else purpose,
        on_click="ignore",
        type="tertiary",
        disabled=refused,
    )


def writer(atlas: Atlas, scene: Scene, name: str, stamp: Stamp) -> Callable[[], bytes]:
    """Return what makes the file of a format; it speaks the language of now, in whatever thread it runs."""
    language = language_in_use()

    def write() -> bytes:
        use_language(language)
        return FORMATS[name].write(atlas, scene, stamp)

    return write


def format_words() -> dict[str, tuple[str, str]]:
    """Return the words on the button of each format, and what the format is for."""
    return {
        "csv": (_("Table (CSV)"), _("One row a claim, for scripts and most spreadsheets")),
        "csv-excel": (
            _("Table for Excel (CSV)"),
            _("The same table with a byte order mark, by which Excel reads accents rightly"),
        ),
        "xlsx": (
            _("Workbook (XLSX)"),
            _("First a sheet in words with citations, then one sheet a kind of claim; loads again"),
        ),
        "geojson": (_("Map data (GeoJSON)"), _("One feature a claim, for maps on the web")),
        "gpkg": (_("Map layers (GeoPackage)"), _("One layer a kind of claim, styled for QGIS")),
        "references": (_("Sources (text)"), _("The list of the documents, to read, print or paste")),
        "bibtex": (_("Sources (BibTeX)"), _("The list of the documents, for LaTeX")),
        "csl": (_("Sources (CSL-JSON)"), _("The list of the documents, for reference managers")),
        "datapackage": (_("Collection (Data Package)"), _("Tables and texts as they ship; loads again")),
    }
