"""Corrections of the country narratives: what reading each fact against its source changed, as data."""

from collections.abc import Iterable, Mapping, Sequence

from geodata.problems import Report, in_quotation_marks

Fact = dict[str, str]
Correction = Mapping[str, str]

FILE = "corrections.csv"
# What the source file has no column for; corrections fill them in.
ADDED_COLUMNS = ("place_id", "year", "magnitude")
# A cell that was wrong, one that the source file leaves open, a fact that is left out; of what the second
# reading proposed: taken weaker than proposed, said in other words, or not at all.
CORRECT, COMPLETE, DROP, WEAKEN, REWORD, REFUSE = "correct", "complete", "drop", "weaken", "reword", "refuse"
ACTIONS = (CORRECT, COMPLETE, DROP, WEAKEN, REWORD, REFUSE)
# Which readings changed a cell. Where both did, `between` holds what the first had put.
FIRST, SECOND, BOTH = "1", "2", "1|2"
# The header is row 1, as in a spreadsheet.
FIRST_ROW = 2


def corrected(
    facts: Iterable[Mapping[str, str]], corrections: Sequence[Correction], report: Report
) -> list[Fact]:
    """Return the facts that stay, with every correction applied; note those that cannot be applied.

    Parameters
    ----------
    facts
        Rows of the source file by column; `claim_id` names them.
    corrections
        Rows with `claim_id`, `action`, `column`, `was` (as the source file has it), `now` and `why`. A
        refusal changes nothing: its `was` is the cell as it stands, its `now` what was proposed.
    report
        Takes every correction that does not fit.

    """
    stays = {fact["claim_id"]: {**dict.fromkeys(ADDED_COLUMNS, ""), **fact} for fact in facts}
    _note_doubles(corrections, report)
    numbered = list(enumerate(corrections, start=FIRST_ROW))
    # Refusals come last: they speak of cells as they stand after every correction.
    for row, correction in sorted(numbered, key=lambda pair: pair[1]["action"] == REFUSE):
        claim = correction["claim_id"]
        fact = stays.get(claim)
        mistake = _mistake(fact, correction)
        if mistake:
            message, remedy = mistake
            report.note(FILE, f"{claim}: {message}", remedy, row=row, value=claim)
        elif correction["action"] == DROP:
            del stays[claim]
        elif fact and correction["action"] != REFUSE:
            fact[correction["column"]] = correction["now"]
    return list(stays.values())


def _note_doubles(corrections: Iterable[Correction], report: Report) -> None:
    """Note every cell that two rows correct, or that two rows refuse to."""
    seen: dict[tuple[str, str, bool], int] = {}
    for row, correction in enumerate(corrections, start=FIRST_ROW):
        claim, column = correction["claim_id"], correction["column"]
        first = seen.setdefault((claim, column, correction["action"] == REFUSE), row)
        if first != row:
            message = f"{claim}: {column or 'the fact'} is decided in row {first} already."
            report.note(FILE, message, "Keep the later row, with the `was` of the earlier.", row=row)


def _mistake(fact: Fact | None, correction: Correction) -> tuple[str, str] | None:
    """Say why a correction cannot be applied, and what to do, or return nothing."""
    action = correction["action"]
    if fact is None:
        return "the source file has no such fact, or it was dropped above.", "Remove the row."
    if action not in ACTIONS:
        return f"{in_quotation_marks(action)} is no action.", f"Write {', '.join(ACTIONS)}."
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
