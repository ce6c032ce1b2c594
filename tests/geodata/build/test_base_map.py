"""The land that the browser draws: complete, small, without gaps."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.vocabulary.enums import PlaceKind

BASE = Path(__file__).parents[3] / "assets" / "web" / "base"


def features(name: str) -> list[dict[str, Any]]:
    return json.loads((BASE / name).read_text(encoding="utf-8"))["features"]


@pytest.fixture(scope="module")
def land() -> dict[str, shapely.Geometry]:
    found = features("countries.json")
    return {feature["properties"]["id"]: shapely.from_geojson(json.dumps(feature)) for feature in found}


def test_every_country_but_antarctica_is_drawn(gazetteer: Gazetteer, land: dict[str, shapely.Geometry]):
    drawn = {p.id for p in gazetteer if p.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}}
    assert set(land) == drawn - {"ATA"}
    assert not any(shape.is_empty for shape in land.values())


def test_land_is_valid_and_without_gaps(land: dict[str, shapely.Geometry]):
    assert all(shape.is_valid for shape in land.values())
    assert shapely.coverage_is_valid(list(land.values()))


def test_no_island_of_the_caribbean_is_lost(gazetteer: Gazetteer, land: dict[str, shapely.Geometry]):
    for place in gazetteer["caribbean"].members:
        kept, known = (
            shapely.get_num_geometries(shape) for shape in (land[place], gazetteer.geometry(place))
        )
        assert kept == known, place


def test_land_looks_like_the_gazetteer(gazetteer: Gazetteer, land: dict[str, shapely.Geometry]):
    for place in ("USA", "MEX", "BRA", "HTI", "BRB", "CHL"):
        shape = gazetteer.geometry(place)
        assert land[place].symmetric_difference(shape).area < 0.08 * shape.area, place


def test_russia_runs_on_past_the_180th_meridian(land: dict[str, shapely.Geometry]):
    west, _, east, _ = land["RUS"].bounds
    assert west > 0
    assert 185 < east < 195


def test_features_carry_nothing_but_their_id():
    for name in ("countries.json", "admin1.json", "lakes.json"):
        assert all(list(feature["properties"]) == ["id"] for feature in features(name))


def test_inner_borders_lie_inside_their_countries(land: dict[str, shapely.Geometry]):
    lines = {f["properties"]["id"]: shapely.from_geojson(json.dumps(f)) for f in features("admin1.json")}
    assert {"USA", "MEX", "BRA", "CAN", "JAM"} <= set(lines)
    assert not {"BRB", "PRI"} & set(lines)
    for place, line in lines.items():
        assert land[place].buffer(1e-6).covers(line), place


def test_first_paint_waits_for_little():
    content = (BASE / "countries.json").read_bytes()
    assert len(content) < 450_000
    assert len(gzip.compress(content)) < 150_000
