"""What is handed out: all of a scene, or what is in focus."""

import pytest

from flows.export.scope import collections_in, documents_in, in_focus
from flows.export.stamp import stamp_of
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.scene import compose, narrowed


@pytest.fixture
def scene(nine):
    return compose(nine, Selection())


def test_a_focus_narrows_a_scene_to_its_own_claims(nine, scene):
    found = in_focus(nine, scene, Focus.from_text("country:PER"))
    assert {claim.id for claim in found.claims} < {claim.id for claim in nine.claims}
    assert all("PER" in {*claim.places, nine.gazetteer[claim.places[0]].parent} for claim in found.claims)
    assert {document.id for document in documents_in(nine, found)} == set(found.documents)
    assert len(collections_in(nine, found)) == 1


def test_the_stamp_names_the_focus(nine, scene):
    found = in_focus(nine, scene, Focus.from_text("country:PER"))
    assert stamp_of(nine, found, focus="Peru").filter == "all forms, in focus: Peru"


def test_all_claims_of_a_scene_make_the_same_scene(nine, scene):
    again = narrowed(scene, scene.claims)
    assert again.claims == scene.claims
    for marks in ("routes", "roles", "hotspots", "unconfirmed_routes", "unconfirmed_roles", "notes"):
        assert [m.id for m in getattr(again, marks)] == [m.id for m in getattr(scene, marks)], marks
