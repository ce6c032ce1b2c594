"""Tables as spreadsheet programs write them all mean the same claims."""

import csv
import shutil

import openpyxl
import pytest

from geodata.load import load_collection
from geodata.schema.columns import COLUMNS
from tests.conftest import NINE

TABLES = ("documents", "roles", "flows", "hotspots", "context")


def to_workbook(folder, path):
    book = openpyxl.Workbook()
    book.active.title = "my notes"
    for table in TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            sheet = book.create_sheet(table)
            for row in csv.reader(file):
                sheet.append(
                    [int(cell) if cell.isdigit() and len(cell) == 4 else cell or None for cell in row]
                )
    book.save(path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_marks_and_line_ends_change_nothing(spoiled, nine, delimiter, mark, line_end):
    for table in TABLES:
        spoiled.write(table, spoiled.rows(table), delimiter=delimiter, lineterminator=line_end)
        path = spoiled.folder / f"{table}.csv"
        path.write_bytes(mark.encode() + path.read_bytes())
    assert load_collection(spoiled.folder).claims == nine.claims


def test_empty_lines_keep_the_row_numbers(spoiled):
    path = spoiled.folder / "roles.csv"
    header, first, second = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        f"{header}\n\n{first}\n,,,,,,,,,,,,,,,\n{second.replace('MEX', 'Burma')}\n", encoding="utf-8"
    )
    assert [told.partition(":")[0] for told in spoiled.sentences()] == ["nine/roles.csv, row 5"]


def test_the_order_of_columns_is_free(spoiled, nine):
    with (spoiled.folder / "roles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, sorted(COLUMNS["roles"]))
        writer.writeheader()
        with (NINE / "roles.csv").open(encoding="utf-8", newline="") as original:
            writer.writerows(csv.DictReader(original))
    assert load_collection(spoiled.folder).claims == nine.claims


def test_a_workbook_in_the_folder_holds_the_same_tables(spoiled, nine):
    to_workbook(spoiled.folder, spoiled.folder / "nine.xlsx")
    for table in TABLES:
        (spoiled.folder / f"{table}.csv").unlink()
    assert load_collection(spoiled.folder).claims == nine.claims


def test_a_lone_workbook_is_a_collection_called_like_its_file(spoiled, nine):
    to_workbook(spoiled.folder, spoiled.folder / "alone.xlsx")
    atlas = load_collection(spoiled.folder / "alone.xlsx")
    assert list(atlas.collections) == ["alone"]
    assert [claim.id for claim in atlas.claims] == [claim.id for claim in nine.claims]


def test_a_problem_names_the_sheet(spoiled):
    spoiled.set("flows", 3, origin="Burma")
    to_workbook(spoiled.folder, spoiled.folder.parent / "book.xlsx")
    shutil.rmtree(spoiled.folder / "documents")
    for table in TABLES:
        (spoiled.folder / f"{table}.csv").unlink()
    shutil.move(spoiled.folder.parent / "book.xlsx", spoiled.folder)
    assert any(told.startswith("nine/book.xlsx, sheet flows, row 3: origin") for told in spoiled.sentences())


def test_a_table_that_is_there_twice_is_told(spoiled):
    to_workbook(spoiled.folder, spoiled.folder / "book.xlsx")
    assert any("the table roles is there twice" in told for told in spoiled.sentences())
