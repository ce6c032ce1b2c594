"""What blind readings found wrong in the country narratives: the last list of corrections, as data."""

from collections.abc import Iterable, Mapping, Sequence

from geodata.build.narratives.corrections import FIRST_ROW
from geodata.problems import Report, in_quotation_marks

FILE = "audit_corrections.csv"


def note_and_apply(
    placed: Iterable[tuple[str, dict[str, str]]], corrections: Sequence[Mapping[str, str]], report: Report
) -> None:
    """Correct rows of the finished tables in place; note every correction that does not fit.

    Parameters
    ----------
    placed
        Tables and rows, as they are to be written.
    corrections
        Rows with `claim_id`, `column`, `was` (as the readings before left it), `now` and `why`.
    report
        Takes each correction of an unknown claim or column, whose `was` is no longer so, or without a reason.

    """
    rows = {row["id"]: row for _table, row in placed}
    for number, correction in enumerate(corrections, start=FIRST_ROW):
        claim, column, was = correction["claim_id"], correction["column"], correction["was"]
        row = rows.get(claim)
        mistake = _mistake(row, correction)
        if mistake or row is None:
            report.note(FILE, f"{claim}: {mistake}", "Read the claim again.", row=number, value=was)
        else:
            row[column] = correction["now"]


def _mistake(row: Mapping[str, str] | None, correction: Mapping[str, str]) -> str:
    """Say why a correction does not fit; "" where it does."""
    column, was = correction["column"], correction["was"]
    if row is None:
        return "there is no such claim."
    if column not in row:
        return f"there is no column {in_quotation_marks(column)}."
    if row[column] != was:
        return f"{column} is {in_quotation_marks(row[column])}, not {in_quotation_marks(was)}."
    return "" if correction["why"] else "the reason is missing."
