"""No damage to a ZIP file or to the sheets of texts crashes the loader."""

import io
import zipfile

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.load import check
from geodata.readers.document_store import SHEETS
from geodata.schema.columns import COLLECTION, COLUMNS
from tests.conftest import NINE

ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELL = st.none() | st.sampled_from(["notice-2020", "1", "=1", "'=1", "_x0000_", "nine", "\t"]) | st.integers()


def packed():
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as archive:
        for path in sorted(NINE.rglob("*.*")):
            archive.write(path, path.relative_to(NINE.parent))
    return page.getvalue()


PACKED = packed()


def told_or_loaded(path, gazetteer):
    problems, atlas = check([path], gazetteer)
    assert (atlas is None) == bool(problems)
    assert all(problem.sentence().isprintable() for problem in problems)


@ANY
@given(at=st.lists(st.integers(0, len(PACKED) - 1), max_size=8), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damage_to_a_zip_file(tmp_path, gazetteer, at, byte, cut):
    content = bytearray(PACKED)
    for place in at:
        content[place] = byte
    path = tmp_path / "torn.zip"
    path.write_bytes(content[: max(at)] if cut and at else content)
    told_or_loaded(path, gazetteer)


@ANY
@given(data=st.data())
def test_any_cells_in_the_sheets_of_texts(tmp_path, gazetteer, data):
    book = openpyxl.Workbook()
    tables = {"documents": (*COLUMNS["documents"], COLLECTION), "roles": COLUMNS["roles"], **SHEETS}
    for name, columns in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(list(columns))
        for row in data.draw(st.lists(st.lists(CELL, max_size=len(columns)), max_size=2)):
            sheet.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    told_or_loaded(path, gazetteer)
