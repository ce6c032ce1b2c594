"""The GeoPackage, read back as a map program does."""

import sqlite3
from contextlib import closing
from xml.etree import ElementTree as ET

import pyogrio
import pytest
import shapely

from flows.export.claim_tables import table_row
from flows.export.geopackage import gpkg_bytes
from flows.export.layers import GEOMETRY, columns_of, layer_frames
from flows.query.selection import Selection
from flows.scene.forms import FORMS
from tests.flows.export.conftest import NOTHING

KINDS = list(GEOMETRY)


@pytest.fixture(scope="session")
def package(written, tmp_path_factory):
    """Return what writes an atlas, or what a selection admits of it, as a file."""

    def make(atlas, selection=None):
        path = tmp_path_factory.mktemp("gpkg") / "claims.gpkg"
        path.write_bytes(written(gpkg_bytes, atlas, selection))
        return path

    return make


@pytest.fixture(scope="session")
def everything(package, whole):
    return package(whole)


def query(path, text):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(text).fetchall()


def read(path, layer):
    return pyogrio.read_dataframe(path, layer=layer)


def test_a_layer_a_kind_each_with_one_kind_of_geometry(everything):
    layers = dict(pyogrio.list_layers(everything).tolist())
    assert {kind: layers[kind] or "" for kind in KINDS} == GEOMETRY
    assert set(layers) - set(KINDS) == {"about", "sources", "layer_styles"}
    assert {
        layer: pyogrio.read_info(everything, layer=layer)["crs"] for layer in KINDS if GEOMETRY[layer]
    } == (dict.fromkeys((kind for kind in KINDS if GEOMETRY[kind]), "EPSG:4326"))


def test_every_claim_is_read_back_with_its_cells(everything, whole):
    for layer, frame in layer_frames(whole, whole.claims).items():
        found = read(everything, layer)
        assert [column for column in found.columns if column != "geometry"] == list(columns_of(layer))
        for ident, statement, year in zip(found["id"], found["statement"], found["year"], strict=True):
            row = table_row(whole, whole.claim(ident))
            assert (statement, year) == (row["statement"], row["year"])
        assert len(found) == len(frame)
    assert sum(len(read(everything, layer)) for layer in KINDS) == len(whole.claims)


def test_geometries_are_valid_and_on_the_globe(everything):
    for layer in ("roles", "flows", "hotspots", "rankings"):
        found = read(everything, layer)
        assert found.geometry.is_valid.all()
        west, south, east, north = found.total_bounds
        assert (west, south, east, north) >= (-180, -90, west, south)
        assert east <= 180
        assert north <= 90


def test_every_way_of_drawing_a_movement_is_named(everything, whole):
    flows = read(everything, "flows").set_index("id")
    internal, stub = flows.loc["crs-flow-latin-america-internal"], flows.loc["tip-flow-cub-medical-missions"]
    across = flows.loc["crs-flow-phl-usa-2013"]
    assert (internal["drawn_as"], stub["drawn_as"], across["drawn_as"]) == ("ring", "stub", "curve")
    assert shapely.get_num_geometries(across.geometry) == 2  # cut at the antimeridian
    cuba = whole.gazetteer["CUB"]
    assert shapely.get_coordinates(stub.geometry)[0].tolist() == [cuba.lon, cuba.lat]


def test_a_hotspot_is_its_area_or_a_circle_in_place_of_one(everything):
    hotspots = read(everything, "hotspots").set_index("id")
    border = hotspots.loc["tip-hotspot-us-mexico-border"]
    assert border["drawn_as"] == "outline"
    assert border.geometry.contains(shapely.Point(-106.49, 31.76))  # El Paso and Ciudad Juárez
    assert set(hotspots["drawn_as"]) == {"outline", "circle"}


def test_qgis_finds_a_style_for_each_layer_with_a_geometry(everything):
    styles = query(
        everything,
        "SELECT f_table_name, f_table_schema, f_geometry_column, useAsDefault, styleQML FROM layer_styles",
    )
    assert [style[:4] for style in styles] == [(kind, "", "geom", 1) for kind in KINDS if GEOMETRY[kind]]
    assert {pyogrio.read_info(everything, layer=style[0])["geometry_name"] for style in styles} == {"geom"}
    assert {ET.fromstring(style[4]).tag for style in styles} == {"qgis"}  # noqa: S314 — our own text


def test_the_style_of_flows_has_a_rule_for_each_form_that_a_flow_can_name(everything):
    ((style,),) = query(everything, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'flows'")
    rules = ET.fromstring(style).findall(".//rule")  # noqa: S314 — our own text
    assert [rule.get("key") for rule in rules] == list(FORMS)
    named = [forms.split("|") for forms in read(everything, "flows")["forms"]]
    assert {form for forms in named for form in forms} <= set(FORMS)
    assert any(len(forms) > 1 for forms in named)


def test_only_the_forms_of_the_selection_colour_its_flows(package, whole):
    chosen = package(whole, Selection(types=frozenset({"forced_labor"})))
    assert set(read(chosen, "flows")["forms"]) == {"forced_labor"}


def test_tables_beside_the_layers_tell_what_the_file_is_and_its_sources(package, nine):
    path = package(nine, Selection(sectors=frozenset({"mining"})))
    about = dict(query(path, "SELECT entry, about FROM about"))
    assert about["filter"] == "all forms, in mining"
    assert (about["date"], about["version"]) == ("2026-11-21", "0.3.0")
    assert query(path, "SELECT id, year FROM sources") == [("notice-2020", 2020)]
    assert query(path, "PRAGMA integrity_check") == [("ok",)]


def test_an_empty_selection_has_every_layer_and_says_so(package, nine):
    path = package(nine, NOTHING)
    for layer in KINDS:
        info = pyogrio.read_info(path, layer=layer)
        assert (info["features"], list(info["fields"])) == (0, list(columns_of(layer)))
    assert ("No claim fits this filter, so this file is empty.",) in query(path, "SELECT about FROM about")
