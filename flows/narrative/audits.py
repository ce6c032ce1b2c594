"""The audits of a collection, as its folder `coding` keeps them: their history, and what they corrected."""

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata.problems import AtlasError, Problem, Report, in_quotation_marks
from geodata.readers.archive import unpacked
from geodata.readers.csv_files import read_lines
from geodata.readers.data_package import label
from geodata.readers.tables import Row, to_table

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
_CORRECTION_COLUMNS = ("claim_id", "column", "was", "now", "why", "seeds")
# Columns of whole numbers; the last stands with one field alone, and is empty elsewhere.
_COUNTS = ("yes", "partly", "no", "unread", "turned")
# Hundreds of audits; each row of theirs is one of a page.
_MOST_ROWS = 10_000
_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
# More digits than answers were ever counted with.
_MOST_DIGITS = 9
Rows = list[dict[str, str]]
# What tells one audit from another; who scores the same sheet again replaces its rows.
_AUDIT = ("collection", "sample", "seed", "coder")
# The normal quantile of a 95 % interval.
_Z = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """The audits of one collection, the oldest first, and the cells that were corrected after them.

    Where something is wrong with a file of theirs, `problems` says so, and the rest is left out.
    """

    history: Rows
    corrections: Rows
    folder: str = ""
    problems: tuple[Problem, ...] = ()


def read_audits(paths: Iterable[Path]) -> tuple[Audited, ...]:
    """Read the audits of the collections in some folders; what is packed or a workbook keeps none."""
    folders = [path for path in paths if path.is_dir()]
    with unpacked(folders, Report()) as found:
        return tuple(read_audited(folder) for folder in dict.fromkeys(found))


def read_audited(folder: Path) -> Audited:
    """Read what a collection's folder keeps of its audits; nothing where no file is, or one is broken."""
    report = Report()
    history = _rows(folder, FILE, COLUMNS, report)
    corrections = _rows(folder, CORRECTIONS, _CORRECTION_COLUMNS, report)
    if report.problems:
        history, corrections = [], []
    return Audited(history=history, corrections=corrections, folder=label(folder), problems=report.problems)


def read_history(folder: Path) -> Rows:
    """Read the history of audits in a collection's folder, the oldest first; none where no file is.

    Raises AtlasError with every problem of the file.
    """
    report = Report()
    history = _rows(folder, FILE, COLUMNS, report)
    if report.problems:
        raise AtlasError(report.problems)
    return history


def _rows(folder: Path, path: Path, columns: Sequence[str], report: Report) -> Rows:
    file = f"{label(folder)}/{path.as_posix()}"
    lines = read_lines(folder / path, file, columns, report) if _is_there(folder / path) else None
    if lines is None:
        return []
    if len(lines) > _MOST_ROWS:
        report.note(file, f"the table has more than {_MOST_ROWS:,} rows.", "Keep the latest audits.")
        return []
    table = to_table(path.stem, file, lines, columns, report, optional=frozenset())
    for row in table.rows:
        _note_odd_cells(row, file, report)
    return [dict(row.cells) for row in table.rows]


def _is_there(path: Path) -> bool:
    """Tell whether there is a file to read; what only cannot be looked at is there, and told as such."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _note_odd_cells(row: Row, file: str, report: Report) -> None:
    day = row.cells.get("day", "")
    if day and not _DAY.fullmatch(day):
        message = f"day {in_quotation_marks(day)} is not a day."
        report.note(file, message, "Write it as 2026-11-27.", row=row.number, value=day)
    for column in _COUNTS:
        cell = row.cells.get(column, "")
        if cell and not is_count(cell):
            message = f"{column} {in_quotation_marks(cell)} is not a whole number."
            report.note(file, message, "Count the answers again.", row=row.number, value=cell)


def is_count(cell: str) -> bool:
    """Tell whether a cell holds a whole number of answers."""
    return cell.isdecimal() and len(cell) <= _MOST_DIGITS


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
