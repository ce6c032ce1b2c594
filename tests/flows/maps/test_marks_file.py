import json
import re

from flows.maps.marks_file import KINDS, frame_address, marks_of
from tests.architecture.tree import ROOT
from tests.flows.made_up import atlas_of, flow


def test_each_mark_has_its_place_in_the_order_of_the_file(nine):
    marks, tables = marks_of(nine), json.loads(marks_of(nine).body)
    in_file = [(kind, mark["id"]) for kind in KINDS for mark in tables[kind]]
    assert len(in_file) == marks.count
    assert [marks.order[kind][ident] for kind, ident in in_file] == list(range(marks.count))


def test_the_file_is_made_once_and_named_by_its_content(nine, gazetteer):
    assert marks_of(nine) is marks_of(nine)
    one, other = atlas_of(gazetteer, flow("HND~MEX")), atlas_of(gazetteer, flow("HND~MEX"))
    assert marks_of(one).hash == marks_of(other).hash != marks_of(nine).hash
    assert frame_address(nine) == f"atlas/map.html?language=en&marks={marks_of(nine).hash}"


def test_the_file_of_the_two_documents_is_small(shipped):
    assert len(marks_of(shipped).body) < 150_000


def test_the_browser_reads_the_marks_in_the_same_order():
    script = (ROOT / "assets" / "web" / "map" / "state.js").read_text(encoding="utf-8")
    assert tuple(json.loads(re.search(r"const KINDS = (\[.*?\]);", script)[1])) == KINDS
