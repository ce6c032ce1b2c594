"""Files that are not what they should be: named, explained, and nothing half-loaded."""

import zipfile

import pytest

from geodata.load import check, load_atlas, load_collection
from geodata.problems import AtlasError
from geodata.readers.limits import SETTING
from tests.conftest import NINE


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("flows.csv", b"", "nine/flows.csv: the file is empty. Begin it with the header id,document,origin,"),
        ("flows.csv", b"\n\n", "nine/flows.csv: the file is empty."),
        ("flows.csv", "id,año".encode("latin-1"), "nine/flows.csv: the file is not UTF-8 (byte 5 is 0xF1)."),
        (
            "flows.csv",
            "id,origin".encode("utf-16"),
            "nine/flows.csv: the file is not UTF-8 (byte 1 is 0xFF).",
        ),
        (
            "flows.csv",
            "id,origin".encode("utf-16-le"),
            'nine/flows.csv, row 1: column "i[U+0000]d[U+0000]" is not known. Closest: "id".',
        ),
        (
            "flows.csv",
            b"id,document\nx,notice-2020\n",
            "nine/flows.csv, row 1: missing columns: origin, origin_",
        ),
        (
            "flows.csv",
            b'id,"' + b"x" * 200_000,
            "nine/flows.csv: line 1: a cell holds more than 131,072 characters. Shorten it, or",
        ),
        ("flow.csv", b"id\n", 'nine/flow.csv: this is no table of a collection. Closest: "flows.csv".'),
        ("documents/notice-2020.txt", b"", "nine/documents/notice-2020.txt: the file is empty."),
        ("documents/notice-2020.txt", b"\xff", "nine/documents/notice-2020.txt: the file is not UTF-8"),
        (
            "documents/notice-2020.sentences.csv",
            b"start,end,kind\n0,9999,sentence\n",
            '"0,9999,sentence" is not a',
        ),
        (
            "documents/notice-2020.sentences.csv",
            b"start,end,kind\n0,23,sentence\n",
            "do not cover the text once",
        ),
        ("datapackage.json", b"{", "nine/datapackage.json: the file is not JSON"),
        ("datapackage.json", b"[" * 100_000, "nine/datapackage.json: the file is not JSON"),
        ("datapackage.json", b"[]", "nine/datapackage.json: title is empty."),
        ("book.xlsx", b"PK no workbook", "nine/book.xlsx: the file is not an XLSX workbook."),
    ],
)
def test_a_bad_file_is_told(spoiled, file, content, expected):
    (spoiled.folder / file).write_bytes(content)
    assert any(expected in told for told in spoiled.sentences())


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("documents.csv", "nine: the table documents is missing."),
        ("datapackage.json", "nine/datapackage.json: the file cannot be read (No such file or directory)."),
        ("documents/notice-2020.txt", 'row 2: document "notice-2020" is quoted, but its text'),
        (
            "documents/notice-2020.sentences.csv",
            "Write it with python -m geodata.annotation.sentences, followed by the path of nine.",
        ),
    ],
)
def test_a_missing_file_is_told(spoiled, file, expected):
    (spoiled.folder / file).unlink()
    assert any(expected in told for told in spoiled.sentences())


def test_a_file_that_is_no_collection_is_told_once(spoiled):
    problems, _ = check([spoiled.folder / "flows.csv"], spoiled.gazetteer)
    (told,) = [problem.sentence() for problem in problems]
    assert told.endswith("this is neither a folder nor an XLSX workbook. Name a collection's folder.")


def test_a_torn_workbook_is_told_once(tmp_path, gazetteer):
    (tmp_path / "torn.xlsx").write_bytes(b"PK torn")
    problems, _ = check([tmp_path / "torn.xlsx"], gazetteer)
    assert [problem.message for problem in problems] == ["the file is not an XLSX workbook."]


def test_a_collection_that_is_named_twice_is_told_once(gazetteer):
    problems, atlas = check([NINE, NINE.parent / "." / "nine"], gazetteer)
    assert atlas is None
    assert [problem.sentence() for problem in problems] == [
        "nine: the collection is named twice. Name it once."
    ]


def test_a_table_may_be_left_out(spoiled):
    (spoiled.folder / "hotspots.csv").unlink()
    assert spoiled.sentences() == []


def test_a_changed_text_is_told_with_both_hashes(spoiled):
    text = spoiled.folder / "documents" / "notice-2020.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    assert "Put the unaltered text back" in spoiled.sentences()[0]


def test_unknown_and_repeated_columns_are_told(spoiled):
    path = spoiled.folder / "roles.csv"
    header, _, rest = path.read_text(encoding="utf-8").partition("\n")
    path.write_text(f"{header},sektors,year\n" + rest.replace("\n", ",,\n"), encoding="utf-8")
    assert spoiled.sentences() == [
        'nine/roles.csv, row 1: column "year" stands there 2 times. Keep one of them.',
        'nine/roles.csv, row 1: column "sektors" is not known. Closest: "sectors".',
        "nine/roles.csv, row 2: year is empty. Fill it in.",
        "nine/roles.csv, row 3: year is empty. Fill it in.",
    ]


def test_a_row_with_a_cell_too_many_is_told(spoiled):
    with (spoiled.folder / "roles.csv").open("a", encoding="utf-8") as file:
        file.write("a,b\n")
    assert "nine/roles.csv, row 4: the row has 2 cells, the header 18." in spoiled.sentences()[0]


def test_a_folder_that_is_not_there_is_told(tmp_path, gazetteer):
    problems, atlas = check([tmp_path / "nowhere"], gazetteer)
    assert atlas is None
    assert problems[0].sentence().endswith("there is no such folder. Name a collection's folder or workbook.")


def test_nothing_of_two_collections_is_loaded_when_one_is_bad(spoiled):
    (spoiled.folder / "roles.csv").write_bytes(b"")
    with pytest.raises(AtlasError) as raised:
        load_atlas([NINE, spoiled.folder])
    told = str(raised.value).splitlines()
    assert told[0].startswith("nine/roles.csv: the file is empty.")
    assert len(told) == len(raised.value.problems)


def test_two_collections_share_no_ids_and_no_name(spoiled):
    told = [problem.message for problem in check([NINE, spoiled.folder], spoiled.gazetteer)[0]]
    assert sum("is already that of" in message for message in told) >= 9 + 2


def test_one_collection_loads_alone(nine):
    assert load_collection(NINE).claims == nine.claims
    assert nine.collections["nine"].licences == ("CC0",)


def test_a_file_that_is_too_large_is_told_unread(spoiled, monkeypatch):
    monkeypatch.setenv(SETTING, "file=1000")
    assert "nine/flows.csv: the file is larger than 0 MB. Split the collection." in spoiled.sentences()


def test_a_workbook_that_unfolds_to_too_much_is_told_unread(spoiled, monkeypatch):
    monkeypatch.setenv(SETTING, "unfolded=1000")
    with zipfile.ZipFile(spoiled.folder / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", " " * 10_000)
    assert spoiled.sentences() == [
        "nine/book.xlsx: the workbook unfolds to more than 0 MB. Split the collection."
    ]
