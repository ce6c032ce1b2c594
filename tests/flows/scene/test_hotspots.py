from flows.query.focus import Focus
from flows.scene.hotspots import hotspots_from
from tests.flows.made_up import hotspot, role


def test_the_nine_claims_have_one_hotspot(nine):
    (found,) = hotspots_from(nine.claims)
    assert (found.id, found.place, found.label) == ("PE-MDD.Madre-de-Dios", "PE-MDD", "Madre de Dios")


def test_claims_about_one_place_make_one_hotspot_and_labels_tell_places_apart():
    claims = [
        hotspot("PE-MDD", id="a"),
        hotspot("PE-MDD", id="b"),
        hotspot("PE-MDD", "La Pampa"),
        role("PER"),
    ]
    assert [(found.id, len(found.evidence.claims)) for found in hotspots_from(claims)] == [
        ("PE-MDD", 2),
        ("PE-MDD.La-Pampa", 1),
    ]


def test_every_label_gives_an_id_of_its_own_that_a_link_can_hold():
    labels = ["Ciudad Juárez", "Ciudad Ju rez", "São Paulo", "上海", "北京", "Юг", "A/B", "<b>", ""]
    labels += ["x" * 1_000, "x" * 999, "北京" * 500]
    found = hotspots_from([hotspot("PE-MDD", label) for label in labels])
    assert len({mark.id for mark in found}) == len(labels)
    assert all(Focus.from_text(f"hotspot:{mark.id}") for mark in found)
    assert max(len(mark.id) for mark in found) < 100


def test_spellings_that_give_one_id_are_one_hotspot():
    (found,) = hotspots_from([hotspot("PE-MDD", "La Pampa"), hotspot("PE-MDD", "La-Pampa")])
    assert (found.id, found.label, len(found.evidence.claims)) == ("PE-MDD.La-Pampa", "La Pampa", 2)
