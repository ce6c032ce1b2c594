"""The data file of the map, as the browser gets it."""

import gzip

from flows.maps.marks_file import frame_address, marks_of
from tests.flows.made_up import atlas_of, flow


def test_the_file_is_made_once_and_named_by_its_content(nine, gazetteer):
    assert marks_of(nine) is marks_of(nine)
    one, other = atlas_of(gazetteer, flow("HND~MEX")), atlas_of(gazetteer, flow("HND~MEX"))
    assert marks_of(one).hash == marks_of(other).hash != marks_of(nine).hash
    assert frame_address(nine) == f"atlas/map.html?language=en&marks={marks_of(nine).hash}"


def test_the_file_of_both_collections_is_small_on_the_wire(both_collections):
    assert len(gzip.compress(marks_of(both_collections).body)) < 100_000
