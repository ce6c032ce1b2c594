"""Where the history of a collection's audits is kept: beside its tables, in `coding/audits.csv`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from flows.narrative.audits import FILE, read_history, with_audit
from geodata.readers.data_package import DESCRIPTOR


def histories(rows: Iterable[Mapping[str, str]], folders: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yield the file of each collection's history with the rows of an audit added, for those in folders."""
    by_name = {_name(folder): folder for folder in folders if (folder / DESCRIPTOR).is_file()}
    known = list(rows)
    for name in dict.fromkeys(row["collection"] for row in known):
        folder = by_name.get(name)
        if folder:
            added = (row for row in known if row["collection"] == name)
            yield folder / FILE, with_audit(read_history(folder), added)


def _name(folder: Path) -> str:
    return str(json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8")).get("name", ""))
