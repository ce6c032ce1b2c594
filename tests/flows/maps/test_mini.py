"""The small map: it shows the marks of its claims, in the palette's colours, and names them."""

import re

from flows.maps.mini import mini_map
from flows.palette import css_variables
from geodata.vocabulary.enums import Role
from tests.flows.made_up import flow, hotspot, note, role


def shapes(svg, colour):
    return [shape for shape in re.findall(r"<(?:path|circle)[^>]*>", svg) if f"var(--atlas-{colour}" in shape]


def test_it_is_a_drawing_with_a_name(gazetteer):
    svg = mini_map([flow("COL~PAN~USA")], gazetteer)
    assert "role='img' aria-label='Small map: Colombia → Panama → United States'" in svg
    assert re.findall(r"<text[^>]*>(.*?)</text>", svg) == ["Colombia", "Panama", "United States"]


def test_every_colour_is_of_the_palette(gazetteer):
    claims = [flow("MEX~USA"), role("MEX", Role.TRANSIT), hotspot("PE-MDD"), flow("BRA~BRA")]
    svg = mini_map(claims, gazetteer)
    known = set(re.findall(r"--atlas-[a-z0-9-]+", css_variables("light")))
    assert set(re.findall(r"--atlas-[a-z0-9-]+", svg)) <= known
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", svg)


def test_each_kind_of_mark_has_its_shape(gazetteer):
    assert len(shapes(mini_map([hotspot("PE-MDD")], gazetteer), "hotspot")) == 1
    # A line and its head; a loop has none.
    assert len(shapes(mini_map([flow("MEX~USA")], gazetteer), "type-unspecified")) == 2
    assert len(shapes(mini_map([flow("BRA~BRA")], gazetteer), "type-unspecified")) == 1
    # An end that no claim names is a stub behind the line to the last named stop.
    assert len(shapes(mini_map([flow("MEX~")], gazetteer), "type-unspecified")) == 2
    assert len(shapes(mini_map([flow("MEX~USA~")], gazetteer), "type-unspecified")) == 4


def test_roles_are_one_ring_with_an_arc_for_each_that_is_named(gazetteer):
    svg = mini_map([role("MEX"), role("MEX", Role.TRANSIT)], gazetteer)
    widths = [re.search(r"stroke-width:([\d.]+)", arc).group(1) for arc in shapes(svg, "role")]
    assert widths == ["2.4", "2.4", "0.7"]


def test_forms_lie_side_by_side_and_share_the_arrowhead(gazetteer):
    both = ("sex_trafficking", "forced_labor")
    svg = mini_map([flow("MEX~USA", types=both)], gazetteer)
    lines, heads = zip(*(shapes(svg, f"type-{family}") for family in ("sex", "labor")), strict=True)
    begins = [re.search(r"d='M([\d.]+) ([\d.]+)", line).groups() for line in lines]
    assert begins[0] != begins[1]
    assert len(set(heads)) == 2
    loops = shapes(mini_map([flow("BRA~BRA", types=both)], gazetteer), "type-")
    radii = [float(re.search(r" r='([\d.]+)'", loop).group(1)) for loop in loops]
    assert radii[0] - radii[1] >= 1


def test_what_is_said_of_a_region_is_not_pinned(gazetteer):
    assert mini_map([note("americas")], gazetteer) == ""
    assert mini_map([], gazetteer) == ""


def test_a_note_on_a_country_shows_the_country(gazetteer):
    assert "Small map: Cuba" in mini_map([note("CUB")], gazetteer)


def test_the_pacific_is_crossed_the_short_way(gazetteer):
    svg = mini_map([flow("PHL~USA")], gazetteer)
    (line,) = re.findall(r"<path d='M([\d.]+) [\d.]+Q[\d. ]+ ([\d.]+) [\d.]+' style='fill:none", svg)
    assert float(line[0]) < float(line[1])


def test_names_are_escaped(gazetteer):
    svg = mini_map([hotspot("PE-MDD", "<script>alert(1)</script>")], gazetteer)
    assert "<script>" not in svg
    assert "&lt;script&gt;" in svg
