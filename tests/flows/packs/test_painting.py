"""A drawing shows what the screen shows: the same marks, widths, forms and colours."""

import re
from random import Random

import pytest

from flows.packs.painting import PAGE, PictureWords, draw_map
from flows.palette import read_palette
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from flows.scene.drawn import drawing
from flows.scene.scene import compose, narrowed
from geodata.vocabulary.terms import term
from tests.flows.packs.svg import SVG, read_svg
from tests.flows.requests import random_request

BAND = [2.6, 4, 6, 1.4]  # pixels of a route's whole band, by its class of width
THINNEST = 1.2


def draw(atlas, request, **how):
    return draw_map(compose(atlas, request.selection), request, PictureWords(), sheet=PAGE, **how)


def test_requests_by_chance_have_the_marks_widths_and_forms_of_the_screen(two_documents):
    chance = Random(12)
    for _ in range(12):
        request = random_request(two_documents, chance)
        scene = compose(two_documents, request.selection)
        shown = drawing(two_documents, scene, request.focus, hide=request.hide, top=request.top)
        drawn = draw(two_documents, request)
        assert [(route.id, route.width) for route in drawn.routes] == [
            (mark.id, mark.width) for mark in shown.routes
        ]
        assert [route.forms for route in drawn.routes] == [
            tuple(term("types", form).colour for form in mark.forms) for mark in shown.routes
        ]
        assert set(drawn.hotspots) == {mark.id for mark in shown.hotspots}
        assert set(drawn.roles) == {mark.id for mark in shown.roles}


def test_every_colour_is_one_of_the_palette(both_collections):
    svg = draw(both_collections, Request(selection=Selection())).svg
    palette = read_palette().light
    used = set(re.findall(r'(?:fill|stroke|stop-color)="(#[0-9a-fA-F]+)"', svg))
    assert used <= set(palette.values())
    assert {
        palette[name] for name in ("water", "type_sex", "type_labor", "land_3", "role", "hotspot")
    } <= used


def test_each_stripe_is_as_wide_as_its_share_of_the_band(both_collections):
    drawn = draw(both_collections, Request(selection=Selection()))
    palette = read_palette().light
    strokes = [
        (element.get("stroke"), float(element.get("stroke-width")))
        for element in read_svg(drawn.svg).iter(f"{SVG}path")
        if element.get("stroke", "none") != "none"
    ]
    for route in drawn.routes:
        each = max(THINNEST, BAND[route.width] / len(route.forms))
        for family in route.forms:
            strokes.remove((palette[f"type_{family}"], pytest.approx(each)))


def test_a_narrowed_scene_draws_its_own_claims_only(both_collections):
    request = Request(selection=Selection())
    scene = compose(both_collections, request.selection)
    kept = scene.routes[3].evidence.claims
    drawn = draw_map(narrowed(scene, kept), request, PictureWords(), sheet=PAGE)
    assert [route.id for route in drawn.routes] == [scene.routes[3].id]
    assert drawn.roles == drawn.hotspots == ()


def test_words_are_looked_for_as_on_the_screen(both_collections):
    request = Request(selection=Selection(words=frozenset({"mining"})))
    shown = drawing(both_collections, compose(both_collections, request.selection), None, hide=request.hide)
    assert [route.id for route in draw(both_collections, request).routes] == [m.id for m in shown.routes]


def names_on(drawn):
    return {element.text for element in read_svg(drawn.svg).iter(f"{SVG}text")}


def test_what_is_in_focus_outside_the_first_view_is_brought_into_it(both_collections):
    far = Request(selection=Selection(), focus=Focus.from_text("country:CHN"))
    assert "China" in names_on(draw(both_collections, far))


def test_bounds_are_shown_whole_and_enlarge_the_map(both_collections):
    request = Request(selection=Selection())
    names = names_on(draw(both_collections, request, bounds=(-93, 6, -77, 19)))
    assert {"Guatemala", "Nicaragua", "Panama"} <= names
    assert "Chile" not in names


def test_the_same_request_gives_the_same_drawing(two_documents):
    request = Request(selection=Selection())
    assert draw(two_documents, request) == draw(two_documents, request)
