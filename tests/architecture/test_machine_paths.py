"""No file of the project knows the machine it was written on."""

import re
from pathlib import Path

from tests.architecture.tree import ROOT, WRITTEN, files, plant

# An absolute path of somebody's machine; "example.org/home/" is not one.
PRIVATE = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work|tmp)/\w|\b[A-Z]:\\Users\\|\.\./shared\b")
TEXTS = (".py", ".js", ".css", ".html", ".toml", ".md", ".csv", ".json", ".sh", "")
TOP = ("Makefile", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".streamlit", *WRITTEN)


def machine_paths(root):
    for file in files(root, *TEXTS, within=TOP):
        if file == root / Path(__file__).relative_to(ROOT):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if PRIVATE.search(line) or str(root) in line:
                yield f"{file.relative_to(root)}, line {number}: {line.strip()}"


def test_no_machine_path_is_kept():
    assert list(machine_paths(ROOT)) == []


def test_a_planted_path_is_caught(tmp_path):
    plant(tmp_path, "geodata/build.py", 'SOURCE = "/home/someone/ne.zip"\n')
    plant(tmp_path, "README.md", f"Open {tmp_path}/index.html, or https://example.org/home/page.\n")
    plant(tmp_path, "CHANGELOG.md", "See https://example.org/home/page.\n")
    assert [line.split(",")[0] for line in machine_paths(tmp_path)] == ["README.md", "geodata/build.py"]
