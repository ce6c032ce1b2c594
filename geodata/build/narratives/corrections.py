"""Corrections of the country narratives: what reading each fact against its sentence changed, as data."""

from collections.abc import Iterable, Mapping

from geodata.problems import Report, in_quotation_marks

Fact = dict[str, str]

FILE = "corrections.csv"
# What the source file has no column for; corrections fill them in.
ADDED_COLUMNS = ("place_id", "year")
# A cell that was wrong, a cell that the source file leaves open, a fact that is left out.
CORRECT, COMPLETE, DROP = "correct", "complete", "drop"
# The header is row 1, as in a spreadsheet.
FIRST_ROW = 2


def corrected(
    facts: Iterable[Mapping[str, str]], corrections: Iterable[Mapping[str, str]], report: Report
) -> list[Fact]:
    """Return the facts that stay, with every correction applied; note those that cannot be applied.

    Parameters
    ----------
    facts
        Rows of the source file by column; `claim_id` names them.
    corrections
        Rows with `claim_id`, `action`, `column`, `was` (as the source file has it), `now` and `why`.
    report
        Takes every correction that does not fit.

    """
    stays = {fact["claim_id"]: {**dict.fromkeys(ADDED_COLUMNS, ""), **fact} for fact in facts}
    for row, correction in enumerate(corrections, start=FIRST_ROW):
        claim = correction["claim_id"]
        fact = stays.get(claim)
        mistake = _mistake(fact, correction)
        if mistake:
            message, remedy = mistake
            report.note(FILE, f"{claim}: {message}", remedy, row=row, value=claim)
        elif correction["action"] == DROP:
            del stays[claim]
        elif fact:
            fact[correction["column"]] = correction["now"]
    return list(stays.values())


def _mistake(fact: Fact | None, correction: Mapping[str, str]) -> tuple[str, str] | None:
    """Say why a correction cannot be applied, and what to do, or return nothing."""
    action = correction["action"]
    if fact is None:
        return "the source file has no such fact, or it was dropped above.", "Remove the row."
    if action not in (CORRECT, COMPLETE, DROP):
        return f"{in_quotation_marks(action)} is no action.", f"Write {CORRECT}, {COMPLETE} or {DROP}."
    if not correction["why"]:
        return "the reason is missing.", "Say in a sentence why."
    return None if action == DROP else _mistaken_cell(fact, correction["column"], correction["was"])


def _mistaken_cell(fact: Fact, column: str, was: str) -> tuple[str, str] | None:
    """Say why a cell is not the one that a correction was written for, or return nothing."""
    if column not in fact:
        return f"the source file has no column {in_quotation_marks(column)}.", "Name one of its columns."
    if fact[column] != was:
        found = f"{column} is {in_quotation_marks(fact[column])}, not {in_quotation_marks(was)}."
        return found, "Read the fact again: the source file has changed."
    return None
