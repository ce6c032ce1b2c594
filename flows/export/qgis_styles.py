"""Styles for QGIS: each layer opens with the shapes and colours of the map, and a legend in words."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from flows.export.qgis_symbols import MARKER, arrow, marker, soft_area
from flows.scene.forms import FORMS, family
from flows.scene.names import label
from geodata.schema.columns import LIST_SEPARATOR
from geodata.vocabulary.enums import Role
from geodata.vocabulary.terms import slugs

# The version of QGIS whose form of style files this is; later ones read it too.
_VERSION = "3.28.0"
# Side by side, as a country can hold all three roles; the shapes are those of the map.
_ROLE_MARKS = {
    Role.SOURCE: ("triangle", -MARKER),
    Role.TRANSIT: ("diamond", 0.0),
    Role.DESTINATION: ("square", MARKER),
}

# A value of the column that decides, its words in the legend, and its symbol.
Category = tuple[str, str, Element]


def layer_styles() -> Mapping[str, str]:
    """Return the style of each layer that has a geometry, as the text of a QML file."""
    return {
        "roles": _qml(_by_category("role", _roles())),
        "flows": _qml(_side_by_side("forms", _flows())),
        "hotspots": _qml(_alike(soft_area("0", "diamond", "hotspot"))),
        "rankings": _qml(_by_category('lower("value")', _rankings())),
    }


def _roles() -> Sequence[Category]:
    return [
        (role, label("roles", role), marker(str(n), shape, "role", offset=(right, 0)))
        for n, (role, (shape, right)) in enumerate(_ROLE_MARKS.items())
    ]


def _flows() -> Sequence[Category]:
    return [
        (form, label("types", form), arrow(str(n), f"type_{family(form)}", place=_place(form, "forms")))
        for n, form in enumerate(FORMS)
    ]


def _rankings() -> Sequence[Category]:
    return [
        (
            tier,
            label("tier", tier),
            marker(str(n), "circle", f"tier_{tier}", edge="ink_muted", offset=(0, MARKER)),
        )
        for n, tier in enumerate(slugs("tier"))
    ]


def _by_category(column: str, categories: Sequence[Category]) -> Element:
    renderer = Element("renderer-v2", {"type": "categorizedSymbol", "attr": column, "symbollevels": "0"})
    listed, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    for value, words, drawn in categories:
        entry = {"value": value, "label": words, "symbol": drawn.attrib["name"], "render": "true"}
        SubElement(listed, "category", {**entry, "type": "string"})
        symbols.append(drawn)
    return renderer


def _listed(column: str) -> str:
    return f"string_to_array(\"{column}\", '{LIST_SEPARATOR}')"


def _place(value: str, column: str) -> str:
    """Return how many places a value stands right of the middle of those that a column lists."""
    return f"array_find({_listed(column)}, '{value}') - (array_length({_listed(column)}) - 1) / 2.0"


def _side_by_side(column: str, categories: Sequence[Category]) -> Element:
    """Draw a feature once for each value that its column lists."""
    renderer = Element("renderer-v2", {"type": "RuleRenderer", "symbollevels": "0"})
    rules, symbols = SubElement(renderer, "rules", {"key": "root"}), SubElement(renderer, "symbols")
    for value, words, drawn in categories:
        condition = f"array_contains({_listed(column)}, '{value}')"
        rule = {"key": value, "filter": condition, "label": words, "symbol": drawn.attrib["name"]}
        SubElement(rules, "rule", rule)
        symbols.append(drawn)
    return renderer


def _alike(drawn: Element) -> Element:
    renderer = Element("renderer-v2", {"type": "singleSymbol", "symbollevels": "0"})
    SubElement(renderer, "symbols").append(drawn)
    return renderer


def _qml(renderer: Element) -> str:
    categories = "Symbology|Fields"
    root = Element("qgis", {"version": _VERSION, "styleCategories": categories, "labelsEnabled": "0"})
    root.append(renderer)
    # What QGIS calls a feature in its lists: the sentence of the claim.
    SubElement(root, "previewExpression").text = '"statement"'
    return tostring(root, encoding="unicode")
