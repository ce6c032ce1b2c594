from flows.scene.roles import roles_from
from geodata.vocabulary.enums import Role
from tests.flows.made_up import flow, role


def test_the_nine_claims_name_mexico_twice(nine):
    assert [(found.id, found.role) for found in roles_from(nine.claims)] == [
        ("MEX.source", Role.SOURCE),
        ("MEX.destination", Role.DESTINATION),
    ]


def test_ends_of_flows_give_no_role():
    assert roles_from([flow("HND~MEX")]) == ()


def test_a_place_holds_several_roles_in_the_order_of_the_vocabulary():
    claims = [role("MEX", acts_as) for acts_as in reversed(Role)] + [role("BLZ", Role.TRANSIT)]
    found = [mark.id for mark in roles_from(claims)]
    assert found == ["BLZ.transit", "MEX.source", "MEX.transit", "MEX.destination"]


def test_two_documents_make_one_stronger_role():
    (found,) = roles_from([role("MEX", id="a"), role("MEX", id="b", document="other-2021")])
    assert found.evidence.strength == 2
