"""Write anew what is made from the schema: the tables in each datapackage.json, and the page on the columns.

Run by hand after a change of the schema, the vocabulary or a table's header; the output is committed:
`python -m geodata.build.descriptors [FOLDER]...` (the shipped collections, where no folder is named).
"""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geodata.schema.columns import COLUMNS, STORED
from geodata.schema.descriptors import table_resource
from geodata.schema.documentation import columns_page

COLLECTIONS = Path(__file__).parents[1] / "collections"
PAGE = COLLECTIONS / "COLUMNS.md"
DESCRIPTOR = "datapackage.json"

Json = dict[str, Any]


def descriptor(folder: Path) -> str:
    """Return a collection's descriptor as it should be: its own words, and every table as the schema has it.

    Files that are no table of the schema, such as texts, stay as they are described.
    """
    written = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    tables = list(_tables(folder))
    described = {resource["path"] for resource in tables}
    others = [entry for entry in written.get("resources", ()) if entry["path"] not in described]
    whole = written | {"resources": [*tables, *others]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _tables(folder: Path) -> Iterator[Json]:
    for table in COLUMNS:
        path = folder / f"{table}.csv"
        if path.is_file():
            yield table_resource(table, table, path.name, _header(path), "documents")
    for table in STORED:
        for path in sorted(folder.glob(f"documents/*.{table}.csv")):
            document = path.name.removesuffix(f".{table}.csv")
            name = f"{document}-{table}"
            yield table_resource(name, table, f"documents/{path.name}", _header(path), "documents")


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def main(arguments: Sequence[str]) -> None:
    """Write the descriptors of some collections, and the page."""
    folders = [Path(argument) for argument in arguments]
    for folder in folders or [path.parent for path in sorted(COLLECTIONS.glob(f"*/{DESCRIPTOR}"))]:
        (folder / DESCRIPTOR).write_text(descriptor(folder), encoding="utf-8", newline="\n")
    PAGE.write_text(columns_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
