from xml.etree import ElementTree as ET

import pytest

from flows.export.qgis_styles import family_names, layer_styles
from flows.export.qgis_symbols import rgba
from flows.palette import read_palette
from flows.scene.scales import FAMILIES
from geodata.vocabulary.terms import slugs


@pytest.fixture(scope="session")
def styles():
    return {layer: ET.fromstring(text) for layer, text in layer_styles().items()}  # noqa: S314 — ours


def legend(style):
    return {category.get("value"): category.get("label") for category in style.iter("category")}


def shapes(style):
    return [
        option.get("value")
        for layer in style.iter("layer")
        if layer.get("class") == "SimpleMarker"
        for option in layer.iter("Option")
        if option.get("name") == "name"
    ]


def test_a_colour_of_the_palette_is_written_as_qgis_writes_it(monkeypatch):
    colour = read_palette().light["ink"]
    red, green, blue, opacity = map(int, rgba("ink", 99).split(","))
    assert (f"#{red:02X}{green:02X}{blue:02X}", opacity) == (colour, 99)


def test_roles_keep_their_shapes_and_words(styles):
    assert legend(styles["roles"]) == {"source": "Source", "transit": "Transit", "destination": "Destination"}
    assert shapes(styles["roles"]) == ["triangle", "diamond", "square"]


def test_flows_are_coloured_by_family_with_an_arrowhead_each(styles):
    assert list(legend(styles["flows"])) == list(FAMILIES) == list(family_names())
    assert shapes(styles["flows"]) == ["filled_arrowhead"] * len(FAMILIES)
    colours = {
        option.get("value") for option in styles["flows"].iter("Option") if option.get("name") == "line_color"
    }
    assert colours == {rgba(f"type_{key}") for key in FAMILIES}


def test_tiers_are_those_of_the_vocabulary(styles):
    assert list(legend(styles["rankings"])) == list(slugs("tier"))


def test_every_category_has_its_symbol(styles):
    for style in styles.values():
        symbols = {symbol.get("name") for symbol in style.find("renderer-v2/symbols")}
        assert {category.get("symbol") for category in style.iter("category")} <= symbols
