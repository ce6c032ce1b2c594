import dataclasses
import types

from flows.export.claim_tables import claim_tables, degrees, place_rows, table_row
from geodata.gazetteer.places import Place
from geodata.vocabulary.enums import PlaceKind


def with_place(atlas, place):
    """Return an atlas with a place of its own, where its first claim is."""
    claim = dataclasses.replace(atlas.claims[0], place=place.id)
    return dataclasses.replace(atlas, claims=(claim,), gazetteer=atlas.gazetteer.with_places([place]))


def area(**parts):
    made = {"id": "lake", "name": "A lake", "kind": PlaceKind.AREA, "lon": -1e-05, "lat": 2.5}
    return Place(**(made | parts))


def test_claims_stand_in_the_tables_of_their_kinds(nine):
    tables = claim_tables(nine, nine.claims)
    assert {name: len(rows) for name, rows in tables.items()} == {
        "roles": 2,
        "flows": 4,
        "hotspots": 1,
        "context": 2,
        "rankings": 0,
    }


def test_what_a_source_does_not_name_is_an_empty_cell(nine):
    row = table_row(nine, nine.claim("role-mex-source"))
    assert [row[column] for column in ("types", "sectors", "groups", "settings")] == [""] * 4


def test_a_quote_that_stands_twice_is_told_apart(nine):
    notice = nine.documents["notice-2020"]
    twice = dataclasses.replace(notice, text=f"{notice.text} Once more: {notice.text}")
    atlas = dataclasses.replace(
        nine, documents=types.MappingProxyType({**nine.documents, "notice-2020": twice})
    )
    row = table_row(atlas, nine.claim("role-mex-destination"))
    assert row["prefix"] or row["suffix"]


def test_places_that_the_gazetteer_ships_are_left_out(nine):
    assert place_rows(nine, nine.claims) == []


def test_a_place_renamed_by_a_collection_goes_along_without_its_point(nine):
    border = dataclasses.replace(nine.gazetteer["border_MEX-USA"], name="U.S.–Mexico border")
    renamed = with_place(nine, border)
    assert place_rows(renamed, renamed.claims) == [
        {
            "id": "border_MEX-USA",
            "name": "U.S.–Mexico border",
            "kind": "border_zone",
            "members": "MEX|USA",
            "rule": "border:MEX-USA",
            "lon": "",
            "lat": "",
        }
    ]


def test_a_point_goes_along_where_there_is_no_shape(nine):
    at_sea = with_place(nine, area(at_point=True))
    (row,) = place_rows(at_sea, at_sea.claims)
    assert (row["lon"], row["lat"]) == (-1e-05, 2.5)
    ashore = with_place(nine, area(members=("MEX",)))
    (row,) = place_rows(ashore, ashore.claims)
    assert (row["members"], row["lon"]) == ("MEX", "")


def test_degrees_are_written_in_full():
    assert [degrees(cell) for cell in (-1e-05, -75.2, 3.0, "", 2020)] == [
        "-0.00001",
        "-75.2",
        "3.0",
        "",
        "2020",
    ]
