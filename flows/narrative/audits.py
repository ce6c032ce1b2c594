"""The history of audits, as it stands in `coding/audits.csv` of a collection: a row a field of an audit."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from flows.i18n import translate as _

FILE = Path("coding") / "audits.csv"
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
)
Rows = list[dict[str, str]]
# What tells one audit from another; who scores the same sheet again replaces its rows.
_AUDIT = ("collection", "sample", "seed", "coder")


def read_history(folder: Path) -> Rows:
    """Read the audits of the collection in a folder, the oldest first; none where no file is."""
    path = folder / FILE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: row.get(column) or "" for column in COLUMNS} for row in csv.DictReader(file)]


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


def audits_told(history: Rows) -> tuple[str, ...]:
    """Say what each audit found, a sentence each: who read how many claims, and the precision by field."""
    audits: dict[tuple[str, ...], Rows] = {}
    for row in history:
        audits.setdefault(tuple(row[column] for column in (*_AUDIT, "day")), []).append(row)
    pattern = _(
        "{collection}, {day}: {sample} claims (seed {seed}) read by {coder}. Precision by field, with its "
        "95 % interval: {fields}."
    )
    return tuple(
        pattern.format(
            collection=name,
            day=day,
            sample=sample,
            seed=seed,
            coder=coder or _("a reader who is not named"),
            fields="; ".join(_field(row) for row in rows),
        )
        for (name, sample, seed, coder, day), rows in audits.items()
    )


def _field(row: Mapping[str, str]) -> str:
    return _("{field} {precision} ({low} to {high})").format(
        field=row["field"], precision=row["precision"], low=row["low"], high=row["high"]
    )
