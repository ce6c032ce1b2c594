"""Symbols as QGIS writes them in its style files (QML): markers, lines with arrowheads, fills."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from flows.palette import read_palette

Options = Mapping[str, str]

# Millimetres on the screen or page, the unit of QGIS.
MARKER, ARROWHEAD, LINE, THIN, OUTLINE = 2.8, 2.4, 0.5, 0.26, 0.2
_OPAQUE, _SOFT = 255, 45


def rgba(key: str, alpha: int = _OPAQUE) -> str:
    """Return a colour of the light palette as QGIS writes it: red, green, blue and opacity, 0 to 255."""
    colour = read_palette().light[key]
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + f",{alpha}"


def symbol(kind: str, name: str) -> Element:
    """Return an empty symbol; ``kind`` is `marker`, `line` or `fill`."""
    return Element("symbol", {"type": kind, "name": name, "alpha": "1", "clip_to_extent": "1"})


def marker(
    name: str, shape: str, colour: str, *, edge: str = "halo", offset: tuple[float, float] = (0, 0)
) -> Element:
    """Return a marker with an outline, `offset` millimetres right of and below its point."""
    made = symbol("marker", name)
    beside = {"outline_color": rgba(edge), "offset": f"{offset[0]},{offset[1]}"}
    _layer(made, "SimpleMarker", _marker(shape, colour, MARKER) | beside)
    return made


def arrow(name: str, colour: str, *, place: str = "0") -> Element:
    """Return a line with an arrowhead: dashed where it is not stated outright, dotted where it is faint.

    ``place`` is an expression: how many lines it stands right of the course, for several to lie side by side.
    The arrowhead is halfway, for at the ends the marks of the places would cover it; those of neighbours
    stand one behind the other.
    """
    made = symbol("line", name)
    line = {"line_color": rgba(colour), "line_width": str(LINE), "line_style": "solid", "capstyle": "round"}
    drawn = "\"assertion\" IN ('identified', 'described')"
    hedge = f"CASE WHEN NOT {drawn} THEN 'dot' WHEN \"certainty\" <> 'stated' THEN 'dash' ELSE 'solid' END"
    beside = f"{LINE} * ({place})"
    layer = _layer(made, "SimpleLine", line)
    _by_data(layer, {"outlineStyle": hedge, "outlineWidth": f"if({drawn}, {LINE}, {THIN})", "offset": beside})
    halfway = {"placements": "CentralPoint", "placement": "centralpoint", "rotate": "1"}
    heads = _layer(made, "MarkerLine", halfway)
    _by_data(heads, {"offset": beside})
    head = SubElement(heads, "symbol", symbol("marker", f"@{name}@1").attrib)
    tip = _layer(head, "SimpleMarker", _marker("filled_arrowhead", colour, ARROWHEAD))
    _by_data(tip, {"offset": f"to_string(-{ARROWHEAD} * ({place})) || ',0'"})
    return made


def soft_area(name: str, shape: str, colour: str) -> Element:
    """Return a soft fill with a marker in the middle, which stays in sight where the area is small."""
    made = symbol("fill", name)
    edge = {"outline_color": rgba(colour), "outline_width": str(OUTLINE), "outline_style": "dot"}
    _layer(made, "SimpleFill", {"color": rgba(colour, _SOFT), "style": "solid", **edge})
    middle = SubElement(_layer(made, "CentroidFill", {}), "symbol", symbol("marker", f"@{name}@1").attrib)
    _layer(middle, "SimpleMarker", _marker(shape, colour, MARKER))
    return made


def _marker(shape: str, colour: str, size: float) -> dict[str, str]:
    outline = {"outline_color": rgba("halo"), "outline_width": str(OUTLINE)}
    return {"name": shape, "color": rgba(colour), "size": str(size), **outline}


def _layer(parent: Element, kind: str, options: Options) -> Element:
    layer = SubElement(parent, "layer", {"class": kind, "enabled": "1", "pass": "0", "locked": "0"})
    _options(layer, options)
    return layer


def _options(parent: Element, options: Options) -> None:
    listed = SubElement(parent, "Option", {"type": "Map"})
    for name, value in options.items():
        SubElement(listed, "Option", {"type": "QString", "name": name, "value": value})


def _by_data(layer: Element, expressions: Options) -> None:
    """Let expressions over a feature's columns decide properties of a symbol layer."""
    whole = SubElement(SubElement(layer, "data_defined_properties"), "Option", {"type": "Map"})
    SubElement(whole, "Option", {"type": "QString", "name": "name", "value": ""})
    listed = SubElement(whole, "Option", {"type": "Map", "name": "properties"})
    for name, expression in expressions.items():
        entry = SubElement(listed, "Option", {"type": "Map", "name": name})
        SubElement(entry, "Option", {"type": "bool", "name": "active", "value": "true"})
        SubElement(entry, "Option", {"type": "QString", "name": "expression", "value": expression})
        SubElement(entry, "Option", {"type": "int", "name": "type", "value": "3"})
    SubElement(whole, "Option", {"type": "QString", "name": "type", "value": "collection"})
