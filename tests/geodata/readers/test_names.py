"""Names that are slightly off are understood, or named as not understood: nothing is left out in silence."""

import shutil

import openpyxl
import pytest

from geodata.load import check, load_collection
from geodata.readers.names import fold_name, is_side_file
from tests.conftest import NINE
from tests.geodata.readers.test_tables import to_workbook


@pytest.fixture
def book(tmp_path):
    """The nine claims as a workbook beside the folder of their texts."""
    shutil.copytree(NINE / "documents", tmp_path / "documents")
    path = tmp_path / "book.xlsx"
    to_workbook(NINE, path)
    return path


def renamed(path, old, new):
    made = openpyxl.load_workbook(path)
    sheet = made[old]
    sheet.title = "free"  # or openpyxl takes the new name for one that is taken
    sheet.title = new
    made.save(path)
    return [problem.sentence() for problem in check([path])[0]]


@pytest.mark.parametrize("name", ["Flows", " FLOWS ", "flows\u200b", "fl\u00adows", "\ufeffflows\u00a0"])
def test_a_sheet_is_known_whatever_its_case_and_spaces(book, name, nine):
    assert renamed(book, "flows", name) == []
    assert len(load_collection(book).claims) == len(nine.claims)


def test_a_sheet_that_is_not_understood_fails_the_check(book):
    (told,) = renamed(book, "flows", "movements")
    assert told.startswith('book.xlsx: the sheet "movements" is no table of a collection.')


def test_a_sheet_that_is_nearly_a_table_is_told_with_the_table(book):
    assert 'Closest: "flows".' in renamed(book, "flows", "flows (2)")[0]


def test_an_empty_sheet_and_the_authors_own_are_left_aside(book):
    made = openpyxl.load_workbook(book)
    made.create_sheet("Sheet1")
    made.create_sheet("_notes").append(["mine"])
    made.save(book)
    assert check([book])[0] == ()


@pytest.mark.parametrize("name", ["Flows.csv", "FLOWS.CSV", "flows .csv", "fl\u200bows.csv"])
def test_a_file_is_known_whatever_its_case_and_spaces(spoiled, name, nine):
    (spoiled.folder / "flows.csv").rename(spoiled.folder / name)
    assert load_collection(spoiled.folder).claims == nine.claims


@pytest.mark.parametrize(
    "name", ["flows.tsv", "flows.txt", "flows", "book.ods", "claims.xls", "Roles.csv.gz"]
)
def test_a_table_in_a_form_that_is_not_read_fails_the_check(spoiled, name):
    (spoiled.folder / name).write_bytes(b"id")
    told = spoiled.sentences()
    assert [line.partition(": ")[0] for line in told] == [f"nine/{name}"]


@pytest.mark.parametrize("name", ["README.md", "licence.txt", "map.png", "_flows.csv"])
def test_what_is_for_people_is_left_aside(spoiled, name):
    (spoiled.folder / name).write_bytes(b"words")
    assert spoiled.sentences() == []


SIDE_FILES = (
    *(
        "._flows.csv",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$book.xlsx",
        ".~lock.flows.csv#",
        "flows.csv~",
    ),
    *("documents/._notice-2020.txt", "documents/Thumbs.db", "__MACOSX/._flows.csv"),
)


@pytest.mark.parametrize("name", SIDE_FILES)
def test_side_files_of_systems_and_editors_are_left_aside(spoiled, name, nine):
    (spoiled.folder / name).parent.mkdir(exist_ok=True)
    (spoiled.folder / name).write_bytes(b"\0\1")
    assert load_collection(spoiled.folder).claims == nine.claims


def test_a_zip_file_of_a_mac_is_the_collection_in_it(spoiled, nine, tmp_path):
    aside = spoiled.folder.parent / "__MACOSX" / "nine"
    aside.mkdir(parents=True)
    (aside / "._datapackage.json").write_bytes(b"\0")
    packed = shutil.make_archive(str(tmp_path.parent / "mac"), "zip", tmp_path)
    assert load_collection(packed).claims == nine.claims


def test_columns_are_known_whatever_their_case_and_spaces(spoiled, nine):
    path = spoiled.folder / "flows.csv"
    header, _, rest = path.read_text(encoding="utf-8").partition("\n")
    odd = header.replace("origin_label", "Origin Label").replace("year", "\ufeffYear\u200b")
    path.write_text(f"{odd}\n{rest}", encoding="utf-8")
    assert load_collection(spoiled.folder).claims == nine.claims


def test_a_value_under_no_name_is_told(spoiled):
    path = spoiled.folder / "roles.csv"
    header, first, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{header},\n{first},lost\n", encoding="utf-8")
    unnamed = len(header.split(",")) + 1
    assert f'column {unnamed} has no name, but says "lost" here.' in spoiled.sentences()[0]


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u00a0", "\ufeff", "\u2060"])
def test_invisible_signs_around_a_code_are_trimmed(spoiled, sign):
    spoiled.set("roles", 2, place=f"{sign}MEX{sign}", document=f"notice-2020{sign}", year=f"2020{sign}")
    assert spoiled.sentences() == []


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u00a0"])
def test_invisible_signs_within_a_code_are_named(spoiled, sign):
    spoiled.set("roles", 2, place=f"ME{sign}X")
    (told,) = spoiled.sentences()
    assert f'place "ME[U+{ord(sign):04X}]X" is not a known place.' in told


def test_a_text_that_belongs_to_no_document_is_told(spoiled):
    odd = spoiled.folder / "documents" / "Notice-2020.editorial.csv"
    odd.write_text("position,mark\n0,x\n", encoding="utf-8")
    (told,) = spoiled.sentences()
    assert told.startswith("nine/documents/Notice-2020.editorial.csv: this is no file of a document")


def test_a_folder_of_tables_beside_collections_is_told(spoiled, tmp_path):
    shutil.copytree(NINE, tmp_path / "eight")
    (tmp_path / "eight" / "datapackage.json").unlink()
    told = [problem.sentence() for problem in check([tmp_path])[0]]
    remedy = "Add one, or take the folder out."
    assert told == [f"{tmp_path.name}/eight: the folder holds tables, but no datapackage.json. {remedy}"]


def test_names_fold_and_side_files_are_told_apart():
    assert fold_name("\ufeffEvidence Kind\u200b") == fold_name("evidence_kind")
    assert is_side_file("~$flows.xlsx")
    assert not is_side_file("flows.csv")
