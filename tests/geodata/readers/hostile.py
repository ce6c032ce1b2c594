"""Small files that a careless reader hangs on, or that fill its memory."""

import csv
import zipfile
from pathlib import Path

from geodata.schema.columns import COLUMNS
from tests.conftest import NINE

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = '<Relationship Id="{}" Type="' + _OFFICE + '/{}" Target="{}"/>'


def _relations(*entries: tuple[str, str, str]) -> str:
    listed = "".join(_RELATION.format(*entry) for entry in entries)
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_PARTS = {
    "_rels/.rels": _relations(("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": _relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="flows" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    SHEET: f"<worksheet {_MAIN}><sheetData><row>|</row></sheetData></worksheet>",
    STRINGS: f"<sst {_MAIN}>|</sst>",
    STYLES: f"<styleSheet {_MAIN}><cellXfs>|</cellXfs></styleSheet>",
}


def workbook(path: Path, *, before: str = "", **parts: tuple[str, int]) -> Path:
    """Write a workbook with the sheet `flows`; what stands between the tags of a part is repeated.

    ``before`` stands at the beginning of the sheet.
    """
    filled = {_NAMED[name]: filling for name, filling in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, frame in _PARTS.items():
            opening, _, closing = frame.partition("|")
            filling, times = filled.get(name, ("", 1))
            many = min(times, 10_000)
            with archive.open(name, "w") as part:
                part.write(f"{before if name == SHEET else ''}{opening}".encode())
                for _ in range(times // many):
                    part.write((filling * many).encode())
                part.write(closing.encode())
    return path


_NAMED = {"row": SHEET, "strings": STRINGS, "styles": STYLES}


def cell(place: str, text: str = "id") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


_STRAY = (
    f'{cell("A1")}</row><row r="20000">{cell("XFD20000")}</row></sheetData><x/><sheetData><row r="20001">'
)
# The workbooks by what is wrong with them, and a part of what is told.
WORKBOOKS = {
    "a row numbered a thousand million": (
        {"row": (f'</row><row r="1000000000">{cell("A1000000000")}', 1)},
        "row 1,000,000,000 comes after row 1, and a sheet ends with row 1,048,576.",
    ),
    "a stray cell far out": ({"row": (_STRAY, 1)}, "row 20,000 says something in column 16,384."),
    "thirty million empty rows": (
        {"row": ("</row><row>", 18_000_000)},
        "a sheet ends with row 1,048,576|more than 2 seconds",
    ),
    "thirty million empty cells": ({"row": ("<c/>", 30_000_000)}, "takes more than 2 seconds to read."),
    "thirty million shared strings": (
        {"row": ('<c t="s"><v>0</v></c>', 1), "strings": ("<si/>", 30_000_000)},
        "takes more than 2 seconds to read.",
    ),
    "twenty million styles": (
        {"row": ('<c s="1"><v>1</v></c>', 1), "styles": ("<xf/>", 30_000_000)},
        "takes more than 2 seconds to read.",
    ),
    "a hundred million signs": (
        {"row": ("x" * 100, 1_000_000)},
        "the workbook holds more than 50,000,000 characters|more than 2 seconds",
    ),
    "a cell of three million signs": (
        {"row": (cell("A1", "x" * 3_000_000), 1)},
        "a cell holds more than 2,000,",
    ),
}


def wrong_rows(folder: Path, count: int = 20_000) -> None:
    """Give a copy of the nine claims flows with four wrong cells each."""
    wrong = {"origin": "Burma{}", "types": "forced_labour{}", "year": "20{}x", "assertion": "claimed{}"}
    with (NINE / "flows.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    with (folder / "flows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS["flows"], restval="")
        writer.writeheader()
        for number in range(count):
            cells = {column: value.format(number) for column, value in wrong.items()}
            writer.writerow({**row, **cells, "id": f"flow-{number}"})
