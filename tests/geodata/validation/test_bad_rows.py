"""Every slip of an author is told with its file, its row, what is wrong and what to do."""

import pytest

from geodata.schema.columns import TABLES
from geodata.vocabulary.terms import slugs


def test_the_nine_claims_have_no_problem(spoiled):
    assert spoiled.sentences() == []


def test_an_unknown_place_is_told_with_the_closest(spoiled):
    spoiled.set("flows", 4, destination="Burma")
    assert spoiled.sentences() == [
        'nine/flows.csv, row 4: destination "Burma" is not a known place. Closest: "Myanmar" (MMR).'
    ]


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("flows", 4, "transit", "MEX|XXY", 'transit "XXY" is not a known place.'),
        ("roles", 2, "role", "sorce", 'role "sorce" is not a known word of roles. Closest: "source".'),
        (
            "flows",
            2,
            "types",
            "sex_traficking",
            'types "sex_traficking" is not a known word of types. Closest',
        ),
        ("flows", 2, "types", "sex_trafficking|zzz", 'types "zzz" is not a known word of types. See'),
        ("flows", 3, "magnitude", "huge", "Known: primary, smaller, increasing."),
        ("flows", 3, "locator_start", "one two three four five six", "at most 5"),
        ("flows", 2, "locator_start", "Women from Honduras", 'but document "notice-2020" is quoted.'),
        ("flows", 3, "locator_start", "", "locator_end is given without locator_start."),
        ("flows", 3, "reading", "twice", 'reading "twice" is not a known word of reading.'),
        ("flows", 2, "scope", "between", "scope is given, but origin and destination are not one region."),
        ("roles", 2, "certainty", "", "certainty is empty. Fill it in."),
        ("roles", 2, "year", "20", 'year "20" is not a year. Write four digits, 1900 to 2100.'),
        ("roles", 2, "year", "٢٠٢٠", "is not a year."),
        ("roles", 2, "id", "a b", 'id "a b" is not an id.'),
        ("roles", 2, "id", "", "id is empty."),
        ("roles", 3, "statement", "", "statement is empty."),
        ("roles", 3, "statement", "x" * 2001, "statement has 2,001 characters, at most 2,000 are allowed."),
        ("roles", 2, "document", "notice-2002", 'nine/documents.csv. Closest: "notice-2020".'),
        ("roles", 2, "quote", "", 'quote is empty, but document "notice-2020" is quoted.'),
        ("roles", 3, "quote", "Some words.", 'quote is given, but document "study-2021" is only cited.'),
        (
            "roles",
            2,
            "quote",
            "Mexico is the destination.",
            'Mexico is a destination country." (character ',
        ),
        ("roles", 2, "quote", "Mexico", "the quote stands in 4 places of the text: character"),
        ("context", 3, "note", "", "note is empty, though the theme is framing."),
        ("documents", 3, "url", "javascript:alert(1)", "is not a web address. Begin it with https://."),
        (
            "documents",
            2,
            "sha256",
            "0" * 64,
            "sha256 is not that of nine/documents/notice-2020.txt, which is",
        ),
        ("documents", 3, "title", "", "title is empty."),
    ],
)
def test_a_wrong_cell_is_told(spoiled, table, row, column, value, expected):
    spoiled.set(table, row, **{column: value})
    told = spoiled.sentences()
    assert len(told) == 1
    assert told[0].startswith(f"nine/{table}.csv, row {row}: ")
    assert expected in told[0]


def test_a_flow_needs_one_named_end(spoiled):
    spoiled.set("flows", 2, origin="", destination="")
    assert "origin and destination are both empty." in spoiled.sentences()[0]


def test_all_problems_are_told_at_once(spoiled):
    spoiled.set("flows", 2, origin="Burma", types="sx", year="x")
    spoiled.set("roles", 2, place="")
    spoiled.set("documents", 3, year="")
    assert [told.partition(":")[0] for told in spoiled.sentences()] == [
        "nine/documents.csv, row 3",
        "nine/roles.csv, row 2",
        *["nine/flows.csv, row 2"] * 3,
    ]


def test_an_id_may_stand_in_one_table_only(spoiled):
    spoiled.set("flows", 2, id="role-mex-source")
    (told,) = spoiled.sentences()
    assert told.startswith(
        'nine/flows.csv, row 2: id "role-mex-source" is already that of nine/roles.csv, row 3.'
    )


def test_a_value_with_script_is_quoted_on_one_short_line(spoiled):
    spoiled.set("roles", 2, place="<script>\n\x00\u202e" + "a" * 300)
    control, unknown = spoiled.sentences()
    assert control == "nine/roles.csv, row 2: place holds U+0000, which no page can show. Take it out."
    assert unknown.startswith('nine/roles.csv, row 2: place "<script> [U+0000][U+202E]aaa')
    assert len(unknown.splitlines()) == 1
    assert "\u202e" not in unknown
    assert len(unknown) < 400


def test_an_id_never_leads_out_of_the_folder(spoiled):
    (spoiled.folder.parent / "secret.txt").write_text("A secret.", encoding="utf-8")
    spoiled.set("documents", 3, id="../../secret", evidence_kind="quoted")
    spoiled.set("roles", 3, document="../../secret", quote="A secret.")
    spoiled.set("flows", 3, document="../../secret", quote="A secret.")
    assert [told.partition(". ")[0] for told in spoiled.sentences()] == [
        'nine/documents.csv, row 3: id "../../secret" is not an id'
    ]


RANKING = {
    "id": "rank-mex",
    "document": "study-2021",
    "place": "MEX",
    "scheme": "tip_report",
    "value": "2WL",
    "assertion": "described",
    "certainty": "stated",
    "access": "official_copy",
    "year": "2021",
    "statement": "Mexico is placed on the watch list.",
}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, ""),
        ({"scheme": "index"}, 'scheme "index" is not a known word of scheme. Known: tip_report.'),
        ({"value": "7"}, 'value "7" is not a known word of tier. Known: 1, 2, 2wl, 3, special.'),
        ({"scheme": "", "value": "7"}, "scheme is empty. Fill it in."),
        ({"value": ""}, "value is empty. Fill it in."),
    ],
)
def test_a_placement_has_a_known_scheme_and_one_of_its_values(spoiled, cells, expected):
    spoiled.write("rankings", [RANKING | cells])
    told = [f"nine/rankings.csv, row 2: {expected}"] if expected else []
    assert spoiled.sentences() == told


def test_every_scheme_has_a_list_of_values():
    lists = TABLES["rankings"].columns["value"].facets
    assert set(lists) == set(slugs("scheme"))
    assert all(slugs(facet) for facet in lists.values())


YEARS = [
    "1899",
    "2101",
    "0",
    "-2020",
    "2020-02-30",
    "30.02.2020",
    "2020.0",
    "2.02e3",
    "43831",
    "２０２０",
    "0x7e4",
]
YEARS += ["2020-2021", "2020?", "9" * 400, "NaN", "=2020"]


@pytest.mark.parametrize("year", YEARS, ids=[year[:12] for year in YEARS])
@pytest.mark.parametrize(("table", "row"), [("documents", 3), ("flows", 3)])
def test_a_year_out_of_bounds_or_impossible_is_told(spoiled, table, row, year):
    spoiled.set(table, row, year=year)
    (told,) = spoiled.sentences()
    assert told.startswith(f"nine/{table}.csv, row {row}: year ")
    assert "is not a year. Write four digits, 1900 to 2100." in told


def test_a_year_that_is_none_is_told_once(spoiled):
    spoiled.set("roles", 2, year="3024")
    spoiled.set("documents", 3, year="3000")
    assert [told.partition(". ")[0] for told in spoiled.sentences()] == [
        'nine/documents.csv, row 3: year "3000" is not a year',
        'nine/roles.csv, row 2: year "3024" is not a year',
    ]
