"""Take away: the selection or everything as a file, in each format, made only when it is asked for."""

from collections.abc import Callable

import streamlit as st

from flows.export.formats import FORMATS, file_name
from flows.export.stamp import Stamp, stamp_of
from flows.i18n import language_in_use, use_language
from flows.i18n import translate as _
from flows.query.selection import Selection
from flows.scene.scene import Scene, compose
from geodata.model.atlas import Atlas

KEY, PART = "take_away", "take_away_part"
_SELECTION, _EVERYTHING = "selection", "everything"


def show_take_away(atlas: Atlas, scene: Scene) -> None:
    """Show a button that opens the choice of what to take away and a download for each format.

    The choice is made when it is open only: a run of the page would take longer by all its buttons.
    """
    opened = st.popover(_("Take away"), icon=":material/download:", key=KEY, on_change="rerun")
    with opened:
        st.caption(_("Each file tells the filter, the day, the version and the caveat."))
        if opened.open:
            _show_choice(atlas, scene)


def _show_choice(atlas: Atlas, scene: Scene) -> None:
    part = st.radio(
        _("What to take away"),
        [_SELECTION, _EVERYTHING],
        format_func={_SELECTION: _("This selection"), _EVERYTHING: _("Everything")}.__getitem__,
        key=PART,
        horizontal=True,
    )
    whole = part == _EVERYTHING
    taken = compose(atlas, Selection()) if whole else scene
    stamp = stamp_of(atlas, taken)
    st.caption(stamp.contents)
    with st.container(gap=None):
        _show_downloads(atlas, taken, stamp, whole=whole)


def _show_downloads(atlas: Atlas, scene: Scene, stamp: Stamp, *, whole: bool) -> None:
    for name, (words, purpose) in format_words().items():
        st.download_button(
            words,
            writer(atlas, scene, name, stamp),
            file_name=file_name(name, stamp, whole=whole),
            mime=FORMATS[name].media_type,
            key=f"{KEY}_{name}",
            help=purpose,
            on_click="ignore",
            type="tertiary",
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
        "csv": (_("Table (CSV)"), _("One row a claim, for spreadsheets and scripts")),
        "xlsx": (_("Workbook (XLSX)"), _("One sheet a kind of claim, with the sources; loads again")),
        "geojson": (_("Map data (GeoJSON)"), _("One feature a claim, for maps on the web")),
        "gpkg": (_("Map layers (GeoPackage)"), _("One layer a kind of claim, styled for QGIS")),
        "bibtex": (_("Sources (BibTeX)"), _("The list of the documents, for LaTeX")),
        "csl": (_("Sources (CSL-JSON)"), _("The list of the documents, for reference managers")),
        "datapackage": (_("Collection (Data Package)"), _("Tables and texts as they ship; loads again")),
    }
