import pytest

from flows.i18n import use_language
from flows.scene.hotspots import hotspots_from
from flows.scene.names import (
    either,
    hotspot_name,
    joined,
    label,
    note_title,
    place_name,
    role_name,
    route_name,
)
from flows.scene.roles import roles_from
from flows.scene.routes import routes_from
from tests.flows.made_up import flow, hotspot, note, role


@pytest.mark.parametrize(
    ("stops", "name"),
    [
        ("GTM~MEX~USA", "Guatemala → Mexico → United States"),
        ("MEX~MEX", "Within Mexico"),
        ("CUB~", "Cuba → destination not named"),
        ("~CUB", "origin not named → Cuba"),
        ("latin_america~europe", "Latin America → Europe"),
    ],
)
def test_routes_are_named_by_their_stops(stops, name, gazetteer):
    (route,) = routes_from([flow(stops)])
    assert route_name(route, gazetteer) == name


@pytest.mark.parametrize(
    ("place", "own", "name"),
    [
        ("PE-MDD", "La Pampa", "La Pampa (Madre de Dios)"),
        ("PE-MDD", "madre de dios", "Madre de Dios"),
        ("PE-MDD", "", "Madre de Dios"),
        ("PE-MDD", "mining camps", "Mining camps (Madre de Dios)"),
        ("PE-MDD", "madre (the mother)", "Madre de Dios (the mother)"),
        ("PE-MDD", "north of Madre de Dios", "North of Madre de Dios"),
    ],
)
def test_hotspots_are_named_by_the_source_and_their_place(place, own, name, gazetteer):
    (found,) = hotspots_from([hotspot(place, own)])
    assert hotspot_name(found, gazetteer) == name


def test_roles_and_notes_are_named(gazetteer):
    assert role_name(roles_from([role("MEX")])[0], gazetteer) == "Mexico: source"
    assert note_title(note()) == "Organized crime"


@pytest.mark.parametrize(
    ("names", "all_of", "any_of"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
    ],
)
def test_lists_read_as_sentences_do(names, all_of, any_of):
    assert (joined(names), either(names)) == (all_of, any_of)


def test_names_follow_the_language(gazetteer):
    assert place_name(gazetteer["USA"]) == "United States"
    use_language("es")
    try:
        assert place_name(gazetteer["USA"]) == "Estados Unidos"
        assert label("roles", "source") == "Source"  # no Spanish catalogue yet: the English word stands
    finally:
        use_language("en")
