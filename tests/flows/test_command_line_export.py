"""What `export` and `reread` answer, for every format and for slips."""

import io
import json
import subprocess
import sys
import zipfile

import pytest
from typer.testing import CliRunner

from flows.__main__ import ROOT, app
from flows.export.formats import FORMATS, SOURCE_LISTS
from geodata.load import load_atlas
from tests.conftest import NINE

NOTHING = ("--where", "sectors=begging")


def run(*words):
    """Run the command line with these words."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_a_file(name, tmp_path):
    file = tmp_path / f"claims.{FORMATS[name].extension}"
    exported = run("export", "--format", name, "-o", file, NINE)
    assert (exported.exit_code, exported.stdout) == (0, "")
    counted = "2 sources" if name in SOURCE_LISTS else "9 of 9 claims"
    assert exported.stderr == f"{file}: {counted} written.\n"
    assert file.stat().st_size > 0


@pytest.mark.parametrize("name", FORMATS)
def test_a_filter_that_admits_nothing_writes_an_empty_file_and_says_so(name, tmp_path):
    file = tmp_path / f"none.{FORMATS[name].extension}"
    exported = run("export", "--format", name, *NOTHING, "-o", file, NINE)
    assert exported.exit_code == 0
    assert exported.stderr == f"{file}: No claim fits this filter, so this file is empty.\n"
    assert file.is_file()


def test_on_the_screen_an_empty_export_says_so_beside_the_file():
    exported = run("export", "--format", "geojson", *NOTHING, NINE)
    assert json.loads(exported.stdout)["features"] == []
    assert exported.stderr == "-: No claim fits this filter, so this file is empty.\n"


@pytest.mark.parametrize("name", ["xlsx", "datapackage"])
def test_what_was_exported_is_checked_and_exported_again(name, tmp_path):
    file = tmp_path / f"claims.{FORMATS[name].extension}"
    run("export", "--format", name, "-o", file, NINE)
    assert run("check", file).stdout == run("check", NINE).stdout
    assert load_atlas([file]).claims == load_atlas([NINE]).claims


def test_a_data_package_may_go_through_a_pipe():
    exported = run("export", "--format", "datapackage", NINE)
    with zipfile.ZipFile(io.BytesIO(exported.stdout_bytes)) as archive:
        assert {"datapackage.json", "roles.csv"} <= set(archive.namelist())


def test_an_unknown_format_is_refused():
    assert run("export", "--format", "shapefile", NINE).exit_code == 2


def test_a_table_is_read_again(tmp_path):
    file = tmp_path / "claims.csv"
    run("export", "-o", file, NINE)
    again = run("reread", file, NINE)
    assert (again.exit_code, again.stdout) == (0, f"{file}: 9 claims: 9 as in the atlas, 0 changed, 0 new.\n")


def test_every_problem_of_a_damaged_table_is_told(tmp_path):
    file = tmp_path / "claims.csv"
    run("export", "-o", file, NINE)
    text = file.read_text(encoding="utf-8")
    damaged = text.replace(",MEX,destination,", ",Burma,destination,").replace(",flow,", ",flight,", 1)
    file.write_text(damaged, encoding="utf-8")
    again = run("reread", file, NINE)
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.splitlines() == [
        'claims.csv, row 2: place "Burma" is not a known place. Closest: "Myanmar" (MMR).',
        'claims.csv, row 4: kind "flight" is not known. Known: role, flow, hotspot, context, ranking.',
    ]


def test_a_table_that_is_not_there_is_a_sentence(tmp_path):
    again = run("reread", tmp_path / "none.csv", NINE)
    assert again.exit_code == 1
    assert again.stderr.startswith("none.csv: the file cannot be read (No such file or directory).")


def test_a_table_is_exported_without_the_slow_packages():
    steps = (
        "import sys; from typer.testing import CliRunner; from flows.__main__ import app; "
        f"assert CliRunner().invoke(app, ['export', {str(NINE)!r}]).exit_code == 0; "
        "print(*{'streamlit', 'geopandas', 'pandas', 'pyogrio', 'openpyxl'} & set(sys.modules))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", steps], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert finished.stdout.strip() == ""
