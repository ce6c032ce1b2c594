from flows.export.rows import COLUMNS, claim_row, claim_rows


def test_the_columns_keep_their_names_and_their_order():
    assert ", ".join(COLUMNS) == (
        "id, collection, kind, document, document_title, document_year, place, role, origin, transit, "
        "destination, sense, theme, magnitude, types, sectors, settings, groups, assertion, certainty, "
        "access, year, statement, quote, prefix, suffix, locator_start, locator_end, locator_url, reading, "
        "origin_label, destination_label, scope, place_label, precision, note, scheme, value, link"
    )


STATEMENT = "Men from Guatemala are taken through Mexico and exploited on farms in the United States."
QUOTE = "Men from Guatemala are taken through Mexico to the United States and forced to work on farms."


def test_a_movement_tells_its_stops_its_document_and_its_words(nine):
    row = claim_row(nine, nine.claim("flow-gtm-mex-usa"))
    assert {column: cell for column, cell in row.items() if cell} == {
        "id": "flow-gtm-mex-usa",
        "collection": "nine",
        "kind": "flow",
        "document": "notice-2020",
        "document_title": "A notice on trafficking",
        "document_year": 2020,
        "origin": "GTM",
        "transit": "MEX",
        "destination": "USA",
        "types": "forced_labor",
        "sectors": "agriculture",
        "groups": "men",
        "assertion": "described",
        "certainty": "stated",
        "access": "quoted_text",
        "year": 2020,
        "statement": STATEMENT,
        "quote": QUOTE,
        "reading": "full",
    }


def test_what_a_source_does_not_name_is_unspecified_and_a_cited_claim_has_no_quote(nine):
    row = claim_row(nine, nine.claim("role-mex-source"))
    named = ("place", "role", "types", "sectors", "groups", "settings", "quote")
    assert [row[column] for column in named] == ["MEX", "source", *["unspecified"] * 3, "", ""]


def test_several_values_are_joined(shipped):
    row = claim_row(shipped, shipped.claim("crs-flow-latin-america-internal"))
    assert row["groups"] == "women|men|children"


def test_every_row_has_every_column(nine):
    rows = list(claim_rows(nine, nine.claims))
    assert [tuple(row) for row in rows] == [COLUMNS] * 9
