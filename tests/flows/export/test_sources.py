"""The lists of sources, as reference managers and LaTeX read them."""

import dataclasses
import json
import re
import types

from hypothesis import given, settings

from flows.export.sources import bibtex_bytes, csl_bytes
from flows.query.selection import Selection
from tests.flows.export.conftest import NOTHING, WORDS


def titled(atlas, title):
    """Return an atlas whose study has another title and address."""
    study = dataclasses.replace(
        atlas.documents["study-2021"], title=title, url=f"https://example.org/{title}"
    )
    documents = types.MappingProxyType({**atlas.documents, "study-2021": study})
    return dataclasses.replace(atlas, documents=documents)


def test_bibtex_lists_each_source_once(nine, written):
    text = written(bibtex_bytes, nine).decode()
    assert re.findall(r"^@techreport\{(.+),$", text, re.MULTILINE) == ["notice-2020", "study-2021"]
    assert "  author = {{A. Student}},\n  title = {{A study of cases}},\n" in text
    assert "  year = {2021},\n  url = {https://example.org/study}," in text


def test_bibtex_begins_with_what_the_file_is(nine, written):
    text = written(bibtex_bytes, nine, Selection(sectors=frozenset({"mining"}))).decode()
    assert text.splitlines()[:4] == [
        "% filter: all forms, in mining",
        "% contents: 1 of 9 claims from 1 document.",
        "% date: 2026-11-21",
        "% version: 0.3.0",
    ]
    assert text.splitlines()[4].startswith("% caveat: Lines show")
    assert "study-2021" not in text


def test_signs_of_latex_are_written_out(nine, written):
    text = written(bibtex_bytes, titled(nine, "50% & {more}_")).decode()
    assert r"{{50\% \& \textbraceleft{}more\textbraceright{}\_}}" in text


@settings(deadline=None)
@given(title=WORDS)
def test_no_title_breaks_an_entry(nine, written, title):
    text = written(bibtex_bytes, titled(nine, title), Selection(documents=frozenset({"study-2021"}))).decode()
    comment, entry = text.split("\n@techreport{")
    assert "@" not in comment
    assert entry.count("{") + 1 == entry.count("}")


def test_csl_lists_each_source_as_an_item(nine, written):
    items = json.loads(written(csl_bytes, nine))
    assert [item["id"] for item in items] == ["notice-2020", "study-2021"]
    assert items[1] | {"custom": ""} == {
        "id": "study-2021",
        "type": "report",
        "title": "A study of cases",
        "author": [{"literal": "A. Student"}],
        "publisher": "The University",
        "issued": {"date-parts": [[2021]]},
        "URL": "https://example.org/study",
        "language": "en",
        "license": "All rights reserved",
        "note": "Made up.",
        "custom": "",
    }


def test_each_item_tells_what_the_file_is(nine, written):
    (item,) = json.loads(written(csl_bytes, nine, Selection(sectors=frozenset({"mining"}))))
    assert item["custom"]["filter"] == "all forms, in mining"
    assert item["custom"]["caveat"].startswith("Lines show")


def test_an_empty_selection_has_no_sources(nine, written):
    assert json.loads(written(csl_bytes, nine, NOTHING)) == []
    text = written(bibtex_bytes, nine, NOTHING).decode()
    assert "% contents: No claim fits this filter, so this file is empty." in text
    assert "@" not in text
