"""Where three kinds of readers can start: each way leads to something that the selection holds."""

from flows.narrative.findings import findings_of
from flows.narrative.starts import starts_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.vocabulary.enums import Role
from tests.flows.made_up import atlas_of, flow, note, role


def starts(gazetteer, *claims):
    scene = compose(atlas_of(gazetteer, *claims), Selection())
    return [(start.words, start.focus or start.page) for start in starts_of(scene, findings_of(scene))]


def test_each_reader_has_a_way_in(gazetteer):
    roles = [role("COL", acts_as) for acts_as in Role]
    assert starts(gazetteer, flow("HND~USA"), *roles) == [
        ("Routes to the United States, and who says so", "country:USA"),
        ("Three roles of one place: Colombia", "country:COL"),
        ("Forms and sectors by country", "compare"),
    ]


def test_a_way_that_would_lead_to_nothing_is_left_out(gazetteer):
    assert starts(gazetteer, role("COL"), role("COL", Role.TRANSIT)) == [
        ("Forms and sectors by country", "compare")
    ]
    assert starts(gazetteer, note()) == []


def test_the_place_of_three_roles_is_the_best_documented_one(gazetteer):
    claims = [role(place, acts_as) for place in ("BRA", "PER") for acts_as in Role]
    more = role("PER", Role.SOURCE, id="more", document="another")
    assert starts(gazetteer, *claims, more)[0] == ("Three roles of one place: Peru", "country:PER")
