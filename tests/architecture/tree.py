"""The files of the project, and what of a program's text can reach a reader."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

# What is written here, in the order of ARCHITECTURE: the environment and caches are not.
WRITTEN = ("app.py", ".ci", "geodata", "flows", "assets", "tests")


def files(root: Path, *suffixes: str, within: tuple[str, ...] = WRITTEN) -> Iterator[Path]:
    """Yield the files under some of the project's own folders that end in one of the suffixes."""
    for name in within:
        top = root / name
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        written = (file for file in found if "node_modules" not in file.parts)
        yield from (file for file in written if file.is_file() and file.suffix in suffixes)


def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def spoken_strings(file: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string of a Python file that the program can use; docstrings it cannot."""
    tree = syntax(file)
    described = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, described) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def plant(root: Path, path: str, text: str) -> Path:
    """Write a file with a violation into a copy, so that a check can prove that it bites."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
