"""The validator that other people check Data Packages with, run as they run it, without a network."""

import json
import subprocess
import sys
from pathlib import Path

OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise OSError("a test asks for no address")
socket.socket.connect = socket.getaddrinfo = refuse
from frictionless.__main__ import console
sys.argv = ["frictionless", "validate", sys.argv[1], "--json"]
console()
"""


def problems(package: Path) -> list[tuple[str, int | None, str | None]]:
    """Return what is wrong with a package: its resource, row and column, or its own words."""
    run = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(package)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run.stdout, run.stderr
    report = json.loads(run.stdout)
    assert report["valid"] == (run.returncode == 0)
    found = [("package", None, error["message"]) for error in report["errors"]]
    for task in report["tasks"]:
        found += [
            (task["name"], e.get("rowNumber"), e.get("fieldName", e["message"])) for e in task["errors"]
        ]
    assert report["valid"] == (not found)
    # What is no table, such as a text, is looked at too.
    assert found or report["stats"]["tasks"] > 1
    return found
