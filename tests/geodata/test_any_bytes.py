"""No input crashes the loader: whatever the bytes, there are problems or an atlas."""

import csv
import io
import json
import shutil

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.load import check
from geodata.schema.columns import COLUMNS
from tests.conftest import NINE

FILES = (
    *(f"{table}.csv" for table in COLUMNS),
    *("datapackage.json", "book.xlsx", "documents/notice-2020.txt", "documents/notice-2020.sentences.csv"),
)
# What breaks readers: separators, quotation marks, digits of other scripts, controls, marks.
NASTY = st.text(alphabet=st.sampled_from("a1|~,;\"'\t\r\n\0\ufeff\u0661\u202e²-.:/\\<=∞é\u0301"), max_size=12)
CELL = NASTY | st.sampled_from(["MEX", "notice-2020", "2020", "Mexico", "border:MEX-USA", "nan", "9" * 5000])
ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told_or_loaded(folder, gazetteer):
    problems, atlas = check([folder], gazetteer)
    assert (atlas is None) == bool(problems)
    assert all(problem.sentence().isprintable() for problem in problems)


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return shutil.copytree(NINE, folder)


@ANY
@given(file=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_any_bytes_in_any_file(tmp_path, gazetteer, file, content):
    folder = fresh(tmp_path / "nine")
    (folder / file).write_bytes(content)
    told_or_loaded(folder, gazetteer)


@st.composite
def tables(draw):
    name = draw(st.sampled_from(list(COLUMNS)))
    width = len(COLUMNS[name])
    return name, draw(st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=3))


@ANY
@given(table=tables())
def test_any_cells_under_a_right_header(tmp_path, gazetteer, table):
    folder, (name, rows) = fresh(tmp_path / "nine"), table
    stream = io.StringIO()
    csv.writer(stream).writerows([COLUMNS[name], *rows])
    (folder / f"{name}.csv").write_text(stream.getvalue(), encoding="utf-8", newline="")
    told_or_loaded(folder, gazetteer)


ENTRY = st.recursive(st.none() | st.text(max_size=5) | st.integers(), st.lists, max_leaves=5)


@ANY
@given(key=st.sampled_from(["name", "title", "licenses", "contributors", "description"]), entry=ENTRY)
def test_any_entry_in_the_descriptor(tmp_path, gazetteer, key, entry):
    folder = fresh(tmp_path / "nine")
    described = json.dumps({"name": "nine", "title": "Nine", key: entry})
    (folder / "datapackage.json").write_text(described, encoding="utf-8")
    told_or_loaded(folder, gazetteer)


def workbook_of(text):
    book = openpyxl.Workbook()
    book.active.title = "flows"
    book.active.append([*COLUMNS["flows"]])
    book.active.append([text] * len(COLUMNS["flows"]))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WORKBOOK = workbook_of("MEX")


@ANY
@given(
    at=st.lists(st.integers(0, len(WORKBOOK) - 1), max_size=8), byte=st.integers(0, 255), cut=st.booleans()
)
def test_any_damage_to_a_workbook(tmp_path, gazetteer, at, byte, cut):
    folder, content = fresh(tmp_path / "nine"), bytearray(WORKBOOK)
    for place in at:
        content[place] = byte
    (folder / "book.xlsx").write_bytes(content[: max(at)] if cut and at else content)
    (folder / "flows.csv").unlink()
    told_or_loaded(folder, gazetteer)
