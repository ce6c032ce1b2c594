"""The list of the sources as text."""

from flows.export.references import references_bytes
from flows.query.selection import Selection
from tests.flows.export.conftest import NOTHING


def test_sources_are_paragraphs_by_author_with_their_addresses(nine, written):
    title, *sources, stamp, end = written(references_bytes, nine).decode().split("\n\n")
    assert (title, end) == ("Sources", "")
    assert sources == [
        "A. Student (2021). A study of cases. The University. https://example.org/study",
        "The Notice Office (2020). A notice on trafficking.",
    ]
    assert stamp.startswith("filter: all forms; contents: 9 of 9 claims from 2 documents; date: 2026-11-21")


def test_only_those_of_the_selection_are_listed(nine, written):
    text = written(references_bytes, nine, Selection(sectors=frozenset({"mining"}))).decode()
    assert "A study of cases" not in text
    assert "No claim fits this filter" in written(references_bytes, nine, NOTHING).decode()
