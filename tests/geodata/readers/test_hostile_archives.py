"""ZIP files and workbooks that unfold without end, lead elsewhere, or hold what nobody reads: sentences."""

import stat
import struct
import zipfile
import zlib

import pytest

from geodata.load import check
from tests.conftest import NINE
from tests.geodata.readers.hostile import cell, workbook
from tests.geodata.readers.test_bounded_files import bounded, told_within_bounds

TWO_GIGABYTES = 2 * 2**30
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DECLARED = {
    "a billion laughs": (f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>', "&l11;"),
    "an external entity": ('<!DOCTYPE w [<!ENTITY out SYSTEM "file:///etc/hostname">]>', "&out;"),
    "an entity of another host": ('<!DOCTYPE w SYSTEM "http://outside.example/w.dtd">', "id"),
}


def sentences(path):
    return [problem.sentence() for problem in check([path])[0]]


def packed_zeros(path):
    """Write a ZIP file of two gigabytes of nothing, a few hundred bytes for each megabyte."""
    packer = zlib.compressobj(level=9, wbits=-15)
    block = packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * (TWO_GIGABYTES // 2**20) + zlib.compressobj(wbits=-15).flush()
    name = b"nine/flows.csv"
    sizes = struct.pack("<LLLHH", 0, len(data), TWO_GIGABYTES, len(name), 0)
    head = struct.pack("<HHHHH", 20, 0, zipfile.ZIP_DEFLATED, 0, 33) + sizes
    entry = b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    local = b"PK\3\4" + head + name
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(entry), len(local) + len(data), 0)
    path.write_bytes(local + data + entry + end)
    assert zipfile.ZipFile(path).infolist()[0].file_size == TWO_GIGABYTES
    return path


@bounded
def test_two_gigabytes_of_nothing_are_not_unpacked(tmp_path):
    told = told_within_bounds(packed_zeros(tmp_path / "bomb.zip"))
    assert told == ["bomb.zip: the file unfolds to more than 200 MB. Split the collection."]


@bounded
def test_a_hundred_thousand_files_are_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"nine/{number}.csv"), b"")
    assert "many.zip: the ZIP file holds more than" in told_within_bounds(tmp_path / "many.zip")[0]


def test_a_link_in_a_zip_file_leads_nowhere(tmp_path):
    link = zipfile.ZipInfo("nine/documents.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "nine.zip", "w") as archive:
        archive.write(NINE / "datapackage.json", "nine/datapackage.json")
        archive.writestr(link, "/etc/passwd")
    told = sentences(tmp_path / "nine.zip")
    assert told
    assert not any("root" in sentence for sentence in told)


def test_a_zip_file_in_a_zip_file_is_no_collection(tmp_path):
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as archive:
        archive.write(NINE / "datapackage.json", "nine/datapackage.json")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(tmp_path / "inner.zip", "inner.zip")
    (told, *_) = sentences(tmp_path / "outer.zip")
    assert told.startswith("outer")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99])
def test_a_zip_file_that_ends_early_is_a_sentence(tmp_path, kept):
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        for file in NINE.glob("*.csv"):
            archive.write(file, f"nine/{file.name}")
    content = whole.read_bytes()
    (tmp_path / "torn.zip").write_bytes(content[: int(kept * len(content))])
    assert sentences(tmp_path / "torn.zip") == [
        "torn.zip: the ZIP file cannot be unpacked (BadZipFile). Fetch or pack it again."
    ]


@bounded
@pytest.mark.parametrize("name", DECLARED)
def test_what_a_workbook_declares_is_not_followed(tmp_path, name):
    declared, used = DECLARED[name]
    path = workbook(tmp_path / "book.xlsx", row=(cell("A1", used), 1), before=declared)
    told = told_within_bounds(path)
    assert told[0].startswith("book.xlsx: the workbook declares a document type. Save it again as XLSX.")


@pytest.mark.parametrize("formula", ["1+1", "HYPERLINK(&quot;http://outside.example&quot;)", "[1]Sheet1!A1"])
def test_a_formula_or_a_link_in_a_workbook_is_read_by_its_value(tmp_path, formula):
    path = workbook(tmp_path / "book.xlsx", row=(f'<c r="A1" t="str"><f>{formula}</f><v>id</v></c>', 1))
    told = sentences(path)
    assert told
    assert not any("formula" in sentence or "outside" in sentence for sentence in told)
