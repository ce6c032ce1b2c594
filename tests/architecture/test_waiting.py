"""Tests wait on what they want to see, never on a clock, and on event loops of their own."""

import ast

from tests.architecture.tree import ROOT, files, plant, syntax

CLOCKS = {"sleep", "wait_for_timeout"}


def sleeping(root):
    for file in files(root, ".py", within=("tests",)):
        # A benchmark lets a server come to rest between two measurements.
        if "benchmarks" in file.parts:
            continue
        for node in ast.walk(syntax(file)):
            if isinstance(node, ast.Call) and _name(node.func) in CLOCKS:
                yield f"{file.relative_to(root)}, line {node.lineno}"


def _name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


def test_no_test_sleeps():
    assert list(sleeping(ROOT)) == []


def test_a_planted_nap_is_caught(tmp_path):
    plant(tmp_path, "tests/test_nap.py", "import time\n\ntime.sleep(5)\npage.wait_for_timeout(5)\n")
    plant(tmp_path, "tests/benchmarks/rest.py", "import time\n\ntime.sleep(5)\n")
    assert list(sleeping(tmp_path)) == ["tests/test_nap.py, line 3", "tests/test_nap.py, line 4"]


def running(root):
    for file in files(root, ".py", within=("tests",)):
        for node in ast.walk(syntax(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "asyncio.run":
                yield f"{file.relative_to(root)}, line {node.lineno}"


def _beside_browsers(found):
    return [where for where in found if not where.startswith("tests/benchmarks/")]


def test_no_test_runs_a_coroutine_on_its_own_thread():
    assert _beside_browsers(running(ROOT)) == []


def test_a_planted_loop_is_caught(tmp_path):
    plant(tmp_path, "tests/test_loop.py", "import asyncio\n\nasyncio.run(serve())\n")
    plant(tmp_path, "tests/benchmarks/load.py", "import asyncio\n\nasyncio.run(serve())\n")
    assert _beside_browsers(running(tmp_path)) == ["tests/test_loop.py, line 3"]
