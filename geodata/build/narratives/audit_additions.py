"""Claims that reading all others again added: what was cut out of one whose sentence does not say it."""

from collections.abc import Container, Iterable, Mapping

from geodata.build.narratives.additions import KINDS
from geodata.build.narratives.corrections import FIRST_ROW, Fact
from geodata.problems import Report, in_quotation_marks
from geodata.schema.columns import TABLES

FILE = "audit_additions.csv"
LOCATOR = ("locator_start", "locator_end", "locator_url", "reading")
MOST_WORDS = TABLES["flows"].columns["locator_start"].most_words


def added_since(
    additions: Iterable[Mapping[str, str]], known: Container[str], documents: Container[str], report: Report
) -> list[Fact]:
    """Return the claims that were added, whole; note each that does not fit.

    Parameters
    ----------
    additions
        Rows with `claim_id`, `why`, `document`, `kind` and the cells of the claim and of its locator.
    known
        Ids that other claims have.
    documents
        Ids of the documents of the collection.
    report
        Takes every mistake.

    """
    stays: dict[str, Fact] = {}
    for number, row in enumerate(additions, start=FIRST_ROW):
        claim = row["claim_id"]
        taken = claim in known or claim in stays
        mistake = ("another claim has this id.", "Take the next free.") if taken else _mistake(row, documents)
        if mistake:
            report.note(FILE, f"{claim}: {mistake[0]}", mistake[1], row=number)
        else:
            stays[claim] = dict(row)
    return list(stays.values())


def _mistake(row: Mapping[str, str], documents: Container[str]) -> tuple[str, str] | None:
    """Say why an added claim does not fit, and what to do, or return nothing."""
    if not row["why"]:
        return "the reason is missing.", "Say in a sentence why."
    if row["kind"] not in KINDS:
        return f"{in_quotation_marks(row['kind'])} is no kind of claim.", f"Write {', '.join(KINDS)}."
    if row["document"] not in documents:
        found = f"no fact cites document {in_quotation_marks(row['document'])}."
        return found, "Name a document of the collection."
    for column in LOCATOR[:2]:
        count = len(row[column].split())
        if not count or count > MOST_WORDS:
            return f"{column} has {count} words.", f"Give three to {MOST_WORDS}."
    return None
