"""The audits of a collection, as its folder `coding` keeps them: their history, and what they corrected."""

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = Path("coding") / "audits.csv"
CORRECTIONS = Path("coding") / "audit_corrections.csv"
COLUMNS = (
    "collection",
    "day",
    "sample",
    "seed",
    "coder",
    "field",
    "yes",
    "partly",
    "no",
    "unread",
    "precision",
    "low",
    "high",
    "turned",
)
Rows = list[dict[str, str]]
# What tells one audit from another; who scores the same sheet again replaces its rows.
_AUDIT = ("collection", "sample", "seed", "coder")
# The normal quantile of a 95 % interval.
_Z = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """The audits of one collection, the oldest first, and the cells that were corrected after them."""

    history: Rows
    corrections: Rows


def read_audited(folder: Path) -> Audited:
    """Read what a collection's folder keeps of its audits; nothing where no file is."""
    return Audited(history=read_history(folder), corrections=_rows(folder / CORRECTIONS, ("column", "seeds")))


def read_history(folder: Path) -> Rows:
    """Read the history of audits in a collection's folder, the oldest first; none where no file is."""
    return _rows(folder / FILE, COLUMNS)


def _rows(path: Path, columns: Sequence[str]) -> Rows:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: row.get(column) or "" for column in columns} for row in csv.DictReader(file)]


def with_audit(known: Rows, added: Iterable[Mapping[str, str]]) -> bytes:
    """Write a history with the rows of an audit behind it, in place of those of the same audit."""
    new = [dict(row) for row in added]
    again = {tuple(row[column] for column in _AUDIT) for row in new}
    kept = [row for row in known if tuple(row[column] for column in _AUDIT) not in again]
    page = io.StringIO(newline="")
    table = csv.DictWriter(page, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows([*kept, *new])
    return page.getvalue().encode()


def wilson_interval(agreed: int, asked: int) -> tuple[float, float]:
    """Return the 95 % interval of the share ``agreed`` of ``asked``, after Wilson (1927)."""
    share = agreed / asked
    middle = (share + _Z**2 / (2 * asked)) / (1 + _Z**2 / asked)
    reach = _Z / (1 + _Z**2 / asked) * math.sqrt(share * (1 - share) / asked + _Z**2 / (4 * asked**2))
    return max(0.0, middle - reach), min(1.0, middle + reach)
