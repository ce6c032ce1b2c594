from xml.etree import ElementTree as ET

import pytest

from flows.export.qgis_styles import layer_styles
from flows.export.qgis_symbols import rgba
from flows.palette import read_palette
from flows.scene.forms import FORMS, family
from flows.scene.names import label
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
        for option in layer.findall("Option/Option")
        if option.get("name") == "name"
    ]


def test_a_colour_of_the_palette_is_written_as_qgis_writes_it(monkeypatch):
    colour = read_palette().light["ink"]
    red, green, blue, opacity = map(int, rgba("ink", 99).split(","))
    assert (f"#{red:02X}{green:02X}{blue:02X}", opacity) == (colour, 99)


def test_roles_keep_their_shapes_and_words(styles):
    assert legend(styles["roles"]) == {"source": "Source", "transit": "Transit", "destination": "Destination"}
    assert shapes(styles["roles"]) == ["triangle", "diamond", "square"]


def expressions(style, layer, name):
    """What decides a property of the symbol layers of one class."""
    return [
        option.get("value")
        for drawn in style.iter("layer")
        if drawn.get("class") == layer
        for entry in drawn.findall("data_defined_properties/Option/Option/Option")
        if entry.get("name") == name
        for option in entry
        if option.get("name") == "expression"
    ]


def test_flows_are_drawn_once_for_each_form_side_by_side_with_an_arrowhead_each(styles):
    rules = {rule.get("filter"): rule.get("label") for rule in styles["flows"].iter("rule")}
    listed = "string_to_array(\"forms\", '|')"
    assert rules == {f"array_contains({listed}, '{form}')": label("types", form) for form in FORMS}
    assert shapes(styles["flows"]) == ["filled_arrowhead"] * len(FORMS)
    aside = [f"0.5 * (array_find({listed}, '{form}') - (array_length({listed}) - 1) / 2.0)" for form in FORMS]
    assert expressions(styles["flows"], "SimpleLine", "offset") == aside
    assert expressions(styles["flows"], "MarkerLine", "offset") == aside
    colours = {
        option.get("value") for option in styles["flows"].iter("Option") if option.get("name") == "line_color"
    }
    assert colours == {rgba(f"type_{family(form)}") for form in FORMS}


def test_tiers_are_those_of_the_vocabulary(styles):
    assert list(legend(styles["rankings"])) == list(slugs("tier"))


def test_every_category_has_its_symbol(styles):
    for style in styles.values():
        symbols = {symbol.get("name") for symbol in style.find("renderer-v2/symbols")}
        entries = [*style.iter("category"), *style.iter("rule")]
        assert {entry.get("symbol") for entry in entries} <= symbols
