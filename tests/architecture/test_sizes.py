"""Files and functions stay short enough to be read in one go."""

import ast

from tests.architecture.tree import ROOT, files, plant, syntax

FILE_LINES = 400
FUNCTION_LINES = 40
ENTRY_LINES = 40  # app.py only opens the door

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def long_files(root):
    for file in files(root, ".py", ".js", ".css"):
        if {"vendor", "built"} & set(file.parts):
            continue
        lines = len(file.read_text(encoding="utf-8").splitlines())
        limit = ENTRY_LINES if file == root / "app.py" else FILE_LINES
        if lines > limit:
            yield f"{file.relative_to(root)}: {lines} lines, at most {limit}"


def long_functions(root):
    for file in files(root, ".py"):
        for node in ast.walk(syntax(file)):
            if isinstance(node, FUNCTIONS) and (lines := node.end_lineno - node.lineno + 1) > FUNCTION_LINES:
                yield f"{file.relative_to(root)}, {node.name}: {lines} lines, at most {FUNCTION_LINES}"


def test_files_are_short():
    assert list(long_files(ROOT)) == []


def test_functions_are_short():
    assert list(long_functions(ROOT)) == []


def test_a_long_file_and_a_long_function_are_caught(tmp_path):
    plant(tmp_path, "app.py", "pass\n" * (ENTRY_LINES + 1))
    plant(tmp_path, "flows/long.py", "def told():\n" + "    pass\n" * FILE_LINES)
    assert [line.split(":")[0] for line in long_files(tmp_path)] == ["app.py", "flows/long.py"]
    assert list(long_functions(tmp_path)) == ["flows/long.py, told: 401 lines, at most 40"]
