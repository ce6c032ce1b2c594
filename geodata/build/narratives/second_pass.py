"""The second reading of the country narratives: every claim against its source, and what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geodata.build.narratives.corrections import (
    ADDED_COLUMNS,
    BOTH,
    COMPLETE,
    CORRECT,
    FIRST,
    FIRST_ROW,
    REFUSE,
    Correction,
    Fact,
)
from geodata.build.narratives.corrections import FILE as CORRECTIONS_FILE
from geodata.problems import Report, in_quotation_marks
from geodata.schema.columns import TABLES

FILE = "second_pass.csv"
CHANGE, ADD = "change", "add"
MOST_WORDS = TABLES["flows"].columns["locator_start"].most_words
# What the second reading calls the columns of the source file.
COLUMNS = {"place_label": "place"}
# Columns that hold places, whose regions the source file writes in capitals.
PLACE_COLUMNS = frozenset({"origin", "destination", "transit"})

Row = Mapping[str, str]
Numbered = tuple[int, Row]


def note_undecided(
    rows: Sequence[Row],
    facts: Iterable[Mapping[str, str]],
    corrections: Iterable[Correction],
    report: Report,
) -> None:
    """Note every change that the second reading proposes and that no correction answers as it stands.

    Parameters
    ----------
    rows
        The second reading, in the order of its file.
    facts
        Rows of the source file, uncorrected.
    corrections
        What was decided, `corrections.csv`.
    report
        Takes each row that names an unknown claim or column, whose `now` is no longer so, which proposes a
        change of a cell twice, or which is not decided.

    """
    known = {fact["claim_id"]: fact for fact in facts}
    answers: dict[tuple[str, str], Correction] = {}
    # A refusal answers before the correction of the first reading that stands in the cell.
    for correction in sorted(corrections, key=lambda answer: answer["action"] == REFUSE):
        answers[correction["claim_id"], correction["column"]] = correction
    seen: dict[tuple[str, str], int] = {}
    for number, row in _of(CHANGE, rows):
        cell = row["claim_id"], COLUMNS.get(row["field"], row["field"])
        earlier = seen.setdefault(cell, number)
        fact = known.get(row["claim_id"])
        mistake = (
            (f"{row['field']} is changed in row {earlier} already.", "Keep one of them.")
            if earlier != number
            else _mistake(row, cell[1], fact, answers.get(cell))
        )
        if mistake:
            report.note(FILE, f"{row['claim_id']}: {mistake[0]}", mistake[1], row=number)


def _mistake(
    row: Row, column: str, fact: Mapping[str, str] | None, answer: Correction | None
) -> tuple[str, str] | None:
    """Say why a proposed change is not answered, and what to do, or return nothing."""
    if fact is None:
        return "the source file has no such fact.", "Correct the name of the claim."
    if column not in (*fact, *ADDED_COLUMNS):
        return f"there is no column {in_quotation_marks(row['field'])}.", "Name one of the tables' columns."
    stands = _before(column, fact, answer)
    if _same_place(column, row["now"]) != stands:
        found = f"{row['field']} is {in_quotation_marks(stands)}, not {in_quotation_marks(row['now'])}."
        return found, "Read the claim again: its cell has changed."
    if answer is None or answer["passes"] == FIRST:
        return f"the change of {row['field']} is not decided.", f"Decide it in {CORRECTIONS_FILE}."
    taken = answer["action"] in {CORRECT, COMPLETE, REFUSE}
    if taken and answer["now"] != _same_place(column, row["should_be"]):
        found = f"{row['field']} should be {in_quotation_marks(row['should_be'])}, as it was not decided."
        return found, f"Decide it anew in {CORRECTIONS_FILE}."
    return None


def _before(column: str, fact: Mapping[str, str], answer: Correction | None) -> str:
    """Return the cell as the second reading found it: after the first reading, if that changed it."""
    if answer is None:
        cell = fact.get(column, "")
    elif answer["passes"] == BOTH:
        cell = answer["between"]
    else:
        cell = answer["now"] if answer["passes"] == FIRST else answer["was"]
    return cell or (fact["source_year"] if column == "year" else "")


def _same_place(column: str, cell: str) -> str:
    """Return a cell as the source file writes it: regions in capitals."""
    return cell.upper() if column in PLACE_COLUMNS else cell


def locators(rows: Sequence[Row], addresses: Mapping[str, str], report: Report) -> dict[str, dict[str, str]]:
    """Return where the sentence of each claim stands, by the claim's id, with how much of it was read.

    ``addresses`` are those of the documents, by id. Note locators that are longer than allowed.
    """
    return {
        row["claim_id"]: locator(number, row, addresses, report)
        for number, row in enumerate(rows, start=FIRST_ROW)
        if row["claim_id"]
    }


def locator(number: int, row: Row, addresses: Mapping[str, str], report: Report) -> dict[str, str]:
    """Return the cells of one row of the second reading that say where its sentence stands."""
    for column in ("text_start", "text_end"):
        count = len(row[column].split())
        if count > MOST_WORDS:
            message = f"{column} has {count} words, at most {MOST_WORDS} are allowed."
            report.note(FILE, message, "Keep three to five.", row=number, value=row[column])
    elsewhere = row["address"].rstrip("/") != addresses.get(row["document"], "").rstrip("/")
    return {
        "locator_start": row["text_start"],
        "locator_end": row["text_end"],
        "locator_url": row["address"] if elsewhere else "",
        "reading": row["reached"],
    }


def proposals(rows: Sequence[Row]) -> list[Numbered]:
    """Return the rows that propose a claim which nobody had coded, with their numbers, in their order."""
    return list(_of(ADD, rows))


def proposed_cells(row: Row) -> Fact:
    """Return the cells of a proposed claim by column."""
    return {
        column.strip(): value
        for column, _equals, value in (pair.partition("=") for pair in row["should_be"].split("; "))
    }


def _of(verdict: str, rows: Sequence[Row]) -> Iterator[Numbered]:
    return ((n, row) for n, row in enumerate(rows, start=FIRST_ROW) if row["verdict"] == verdict)
