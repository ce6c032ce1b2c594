"""The table twin: one row for each mark of the scene, and a sentence that says the same."""

from flows.narrative.rows import rows_of
from flows.narrative.sentences import route_sentence
from flows.query.selection import Selection
from flows.scene.routes import routes_from
from flows.scene.scene import compose
from tests.flows.made_up import atlas_of, flow, hotspot, tier


def test_each_mark_of_the_nine_claims_is_a_row(nine):
    rows = rows_of(compose(nine, Selection()), nine)
    assert [(row.what, row.focus) for row in rows] == [
        ("Route", "route:HND~MEX"),
        ("Route", "route:GTM~MEX~USA"),
        ("Route", "route:MEX~MEX"),
        ("Hotspot", "hotspot:PE-MDD.Madre-de-Dios"),
        ("Country role", "country:MEX"),
        ("Country role", "country:MEX"),
        ("Region-wide note", "note:note-debts"),
    ]


def test_a_row_says_what_the_card_says(nine):
    row = rows_of(compose(nine, Selection()), nine)[0]
    assert row.name == "Honduras → Mexico"
    assert row.forms == "Sex trafficking, Form not named"
    assert (row.at_work, row.evidence.strength, row.years) == ("", 2, "2020–2021")


def test_sentences_name_ends_stops_and_hedges(nine):
    sentences = [row.sentence for row in rows_of(compose(nine, Selection()), nine)]
    assert sentences == [
        "A route leads from Honduras to Mexico.",
        "A route leads from Guatemala through Mexico to the United States.",
        "People are exploited inside Mexico, without crossing its border.",
        "Madre de Dios is named as a hotspot: people are exploited there.",
        "Mexico is reported as a source of people who are trafficked.",
        "Mexico is named as a destination.",
        "Debts to smugglers, at risk: Migrants across Latin America owe money to smugglers.",
    ]


def test_an_end_that_no_claim_names_is_said_to_be_unnamed(gazetteer):
    claims = [flow(stops) for stops in ("~USA", "HND~", "~MEX~USA", "HND~MEX~", "~MEX~")]
    said = {route.id: route_sentence(route, gazetteer) for route in routes_from(claims)}
    assert said["~USA"] == "A route leads to the United States; where it begins is not named."
    assert said["HND~"] == "A route leads from Honduras; where it ends is not named."
    assert said["~MEX~USA"].startswith("A route leads through Mexico to the United States;")
    assert said["HND~MEX~"].startswith("A route leads from Honduras through Mexico;")
    assert said["~MEX~"] == "A route leads through Mexico; neither end is named."


def test_faint_marks_are_rows_only_when_the_map_shows_them(gazetteer):
    atlas = atlas_of(gazetteer, flow("HND~USA", assertion="alleged"), hotspot("PE-MDD", assertion="at_risk"))
    scene = compose(atlas, Selection())
    assert rows_of(scene, atlas) == ()
    assert [row.what for row in rows_of(scene, atlas, dots=True)] == [
        "Route: alleged, at risk or onward",
        "Hotspot: alleged, at risk or onward",
    ]


def test_placements_are_rows_in_the_year_that_the_map_fills(gazetteer):
    atlas = atlas_of(gazetteer, tier("PER", year=2025), tier("CUB", year=2023))
    scene = compose(atlas, Selection())
    assert rows_of(scene, atlas) == ()
    (row,) = rows_of(scene, atlas, tiers=2025)
    assert (row.what, row.focus, row.forms) == ("Tier placement", "country:PER", "")
    assert row.sentence == "Peru is placed in Tier 2 (Trafficking in Persons Report, 2025)."
