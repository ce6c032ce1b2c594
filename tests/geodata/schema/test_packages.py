"""Other people's validator finds in a collection what our own reader finds, by the descriptor alone."""

import pytest

from geodata.build import descriptors
from geodata.load import default_collections
from tests.offline_frictionless import problems


@pytest.mark.parametrize("folder", default_collections(), ids=lambda folder: folder.name)
def test_the_collections_that_ship_are_valid_packages(folder):
    assert problems(folder / descriptors.DESCRIPTOR) == []


def test_reader_and_validator_find_the_same_wrong_cells(spoiled, monkeypatch, tmp_path):
    monkeypatch.setattr(descriptors, "PAGE", tmp_path / "COLUMNS.md")
    descriptors.main([str(spoiled.folder)])
    package = spoiled.folder / descriptors.DESCRIPTOR
    assert problems(package) == spoiled.sentences() == []
    wrong = [
        ("roles", 2, "role", "sorce"),
        ("roles", 2, "year", "20"),
        ("roles", 3, "statement", ""),
        ("roles", 3, "place", "MEX|USA"),
        ("flows", 2, "types", "forced_labour"),
        ("flows", 3, "magnitude", "huge"),
        ("flows", 4, "id", "a b"),
        ("flows", 5, "origin_label", "x" * 1001),
        ("hotspots", 2, "precision", ""),
        ("documents", 3, "url", "javascript:alert(1)"),
        ("documents", 3, "sha256", "abc"),
    ]
    for table, row, column, cell in wrong:
        spoiled.set(table, row, **{column: cell})
    descriptors.main([str(spoiled.folder)])  # the tables have every optional column by now
    expected = {(table, row, column) for table, row, column, _cell in wrong}
    assert set(problems(package)) == expected
    found = set()
    for sentence in spoiled.sentences():
        address, _, message = sentence.partition(": ")
        file, _, row = address.partition(", row ")
        found.add((file.removeprefix("nine/").removesuffix(".csv"), int(row), message.split()[0]))
    assert found == expected
