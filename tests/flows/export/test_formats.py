"""The one list of formats: each writes a file, whole, filtered and empty."""

import json
import re

import pytest

from flows.export.formats import FORMATS, file_name, summary_line
from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from tests.flows.export.conftest import DAY, NOTHING

# How files of a format begin, so that other programs know them.
BEGINNINGS = {
    "csv": b"id,collection,",
    "csv-excel": b"\xef\xbb\xbfid,collection,",
    "xlsx": b"PK\3\4",
    "geojson": b'{"type": "FeatureCollection"',
    "gpkg": b"SQLite format 3\0",
    "references": b"Sources\n\n",
    "bibtex": b"% filter: ",
    "csl": b"[",
    "datapackage": b"PK\3\4",
}


def test_the_formats_are_those_of_the_command_line():
    from flows.__main__ import Table

    assert list(FORMATS) == list(BEGINNINGS) == list(Table.__args__)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("selection", [Selection(), Selection(sectors=frozenset({"mining"})), NOTHING])
def test_each_writes_what_it_says(nine, written, name, selection):
    content = written(FORMATS[name].write, nine, selection)
    assert content.startswith(BEGINNINGS[name])
    if FORMATS[name].text:
        content.decode("utf-8")
    if name in {"geojson", "csl"}:
        json.loads(content)


def test_no_two_formats_share_a_file_name(nine):
    stamp = stamp_of(nine, compose(nine, Selection()), DAY)
    names = [file_name(name, stamp, "all") for name in FORMATS]
    assert len(set(names)) == len(names)
    assert names[0] == "trafficking-flows-all-2026-11-21.csv"
    assert file_name("bibtex", stamp, "selection") == "trafficking-flows-sources-selection-2026-11-21.bib"


def test_what_was_written_is_told(nine):
    whole, none = compose(nine, Selection()), compose(nine, NOTHING)
    assert summary_line("csv", nine, whole) == "9 of 9 claims written."
    assert (
        summary_line("bibtex", nine, whole) == summary_line("references", nine, whole) == "2 sources written."
    )
    assert {summary_line(name, nine, none) for name in FORMATS} == {
        "No claim fits this filter, so this file is empty."
    }


def test_media_types_are_such():
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", found.media_type) for found in FORMATS.values())
