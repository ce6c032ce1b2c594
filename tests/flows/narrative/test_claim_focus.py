import pytest

from flows.narrative.claim_focus import focus_of, place_focus, title_of


@pytest.mark.parametrize(
    ("claim", "focus", "title"),
    [
        ("flow-hnd-mex", "route:HND~MEX", "Honduras → Mexico"),
        ("flow-mex-mex", "route:MEX~MEX", "Within Mexico"),
        ("hotspot-madre-de-dios", "hotspot:PE-MDD.Madre-de-Dios", "Madre de Dios"),
        ("role-mex-source", "country:MEX", "Mexico: source"),
        ("note-debts", "note:note-debts", "Debts to smugglers · at risk"),
        ("frame-forms", "note:frame-forms", "Background, not on the map"),
    ],
)
def test_every_kind_of_card_leads_to_its_mark(nine, claim, focus, title):
    found = nine.claim(claim)
    assert (focus_of(found, nine.gazetteer), title_of(found, nine.gazetteer)) == (focus, title)


def test_roles_of_regions_lead_to_the_region(shipped):
    found = shipped.claim("crs-role-latin-america-transit")
    assert focus_of(found, shipped.gazetteer) == "region:latin_america"
    assert place_focus("USA", shipped.gazetteer) == "country:USA"
