"""Where there is no browser the journeys are skipped with one line, or fail when one is required."""

import os
import subprocess
import sys

import pytest

from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium, must_have_one
from tests.browser.served import ROOT


@pytest.fixture
def folder_with_a_chromium(tmp_path):
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    return tmp_path


def test_a_browser_is_found_on_the_path(folder_with_a_chromium):
    path = str(folder_with_a_chromium)
    assert find_chromium({"PATH": path}) == f"{path}/chromium"
    assert find_chromium({"PATH": path, "CHROMIUM": ""}) == f"{path}/chromium"


def test_a_named_browser_is_taken_and_no_other_in_its_place(folder_with_a_chromium):
    path = str(folder_with_a_chromium)
    assert find_chromium({"PATH": "", "CHROMIUM": f"{path}/chromium"}) == f"{path}/chromium"
    assert find_chromium({"PATH": path, "CHROMIUM": f"{path}/missing"}) == ""


def test_no_browser_is_found_where_there_is_none(tmp_path):
    assert find_chromium({"PATH": str(tmp_path)}) == ""


def test_it_is_required_only_on_request():
    assert must_have_one({"REQUIRE_BROWSER": "1"})
    assert not must_have_one({"REQUIRE_BROWSER": "0"})
    assert not must_have_one({})


def run_without_a_browser(**settings):
    journeys = ["tests/browser/test_phone.py", "tests/browser/test_theme.py"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *journeys],
        cwd=ROOT,
        env=os.environ | {"CHROMIUM": "no-such-browser", "COLUMNS": "400"} | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_journeys_without_a_browser_are_skipped_with_one_line():
    run = run_without_a_browser(REQUIRE_BROWSER="")
    assert run.returncode == 0
    assert run.stdout.count(HOW_TO_GET_ONE) == 1


def test_a_missing_browser_is_a_failure_where_one_is_required():
    run = run_without_a_browser(REQUIRE_BROWSER="1")
    assert run.returncode == 1
    assert HOW_TO_GET_ONE in run.stdout
