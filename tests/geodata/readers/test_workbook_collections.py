"""A lone workbook that holds several collections and their texts."""

import csv

import openpyxl
import pytest

from geodata.load import check, load_collection
from geodata.schema.columns import COLUMNS
from tests.conftest import NINE

TABLES = ("documents", "roles", "flows", "hotspots", "context")
TEXT = (NINE / "documents" / "notice-2020.txt").read_bytes().decode()


@pytest.fixture
def book():
    """The nine claims with their text as a workbook; the study belongs to a collection of its own."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for table in TABLES:
        with (NINE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        if table == "documents":
            rows = [
                [*row, name] for row, name in zip(rows, ("collection", "notices", "studies"), strict=True)
            ]
        add(made, table, rows)
    add(
        made,
        "texts",
        [["document", "part", "text"], ["notice-2020", 2, TEXT[99:]], ["notice-2020", 1, TEXT[:99]]],
    )
    with (NINE / "documents" / "notice-2020.sentences.csv").open(encoding="utf-8") as file:
        header, *spans = csv.reader(file)
    add(made, "sentences", [["document", *header], *(["notice-2020", *span] for span in spans)])
    return made


def add(book, name, rows):
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append([cell or None for cell in row])


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.xlsx"


def told(book, path):
    book.save(path)
    return [problem.sentence() for problem in check([path])[0]]


def test_claims_belong_to_the_collection_of_their_document(book, path, nine):
    book.save(path)
    atlas = load_collection(path)
    assert list(atlas.collections) == ["notices", "studies"]
    assert {claim.id for claim in atlas.claims} == {claim.id for claim in nine.claims}
    assert {claim.collection for claim in atlas.claims if claim.document == "study-2021"} == {"studies"}


def test_texts_sentences_and_passages_are_those_of_the_folder(book, path, nine):
    book.save(path)
    atlas = load_collection(path)
    notice = atlas.documents["notice-2020"]
    assert notice.text == nine.documents["notice-2020"].text
    assert notice.sentences == nine.documents["notice-2020"].sentences
    assert {claim.id: claim.passage for claim in atlas.claims} == {
        claim.id: claim.passage for claim in nine.claims
    }


def test_a_text_that_was_changed_is_told(book, path):
    book["texts"]["C3"] = "Something else. "
    assert any(
        "sha256 is not that of book.xlsx, sheet texts (notice-2020)" in line for line in told(book, path)
    )


def test_a_text_or_its_sentences_that_are_missing_are_told(book, path):
    book["sentences"].delete_rows(2, 99)
    assert told(book, path) == [
        (
            'book.xlsx, sheet documents, row 2: the sentences of document "notice-2020" are missing '
            "(book.xlsx, sheet sentences (notice-2020)). "
            "Put them back into the sheet sentences: document, start, end and kind of each."
        )
    ]
    book["texts"].delete_rows(2, 99)
    assert "is quoted, but its text book.xlsx, sheet texts (notice-2020) is missing" in told(book, path)[0]


def test_a_sentence_that_is_damaged_is_told_by_its_row(book, path):
    book["sentences"]["C3"] = "many"
    assert told(book, path)[0].startswith("book.xlsx, sheet sentences, row 3: ")


def test_an_unknown_document_is_told_once(book, path):
    book["roles"]["B3"] = "study-2022"
    assert told(book, path) == [
        (
            'book.xlsx, sheet roles, row 3: document "study-2022" is not in book.xlsx, sheet documents. '
            "Add a row for it there."
        )
    ]


def test_a_collection_whose_name_is_no_id_is_told_by_its_row(book, path):
    book["documents"].cell(3, len(COLUMNS["documents"]) + 1, "our studies")
    assert told(book, path)[0].startswith(
        'book.xlsx, sheet documents, row 3: collection "our studies" is not an id. Use letters'
    )


def test_characters_that_a_workbook_spells_out_are_read_as_they_were(book, path):
    book["roles"]["M2"] = "A_x000D_B_x005F_x0041_C_xD800_D"
    book.save(path)
    assert load_collection(path).claim("role-mex-destination").statement == "A\rB_x0041_C_xD800_D"
