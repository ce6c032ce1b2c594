"""Claims that the second reading added: each read once more, and kept, weakened, reworded or refused."""

from collections.abc import Mapping, Sequence

from geodata.build.narratives.corrections import FIRST_ROW, Fact
from geodata.build.narratives.second_pass import Numbered, proposed_cells
from geodata.problems import Report, in_quotation_marks

FILE = "additions.csv"
KEEP, WEAKEN, REWORD, REFUSE = "keep", "weaken", "reword", "refuse"
DECISIONS = (KEEP, WEAKEN, REWORD, REFUSE)
KINDS = ("role", "flow", "hotspot", "ranking")
# What the decision itself needs; all other columns are cells of the claim.
_OWN = ("claim_id", "decision", "why", "document")

Addition = Mapping[str, str]


def added(
    additions: Sequence[Addition], proposed: Sequence[Numbered], known: set[str], report: Report
) -> list[tuple[Fact, Numbered]]:
    """Return the claims that were added and the rows that proposed them, in the order of their file.

    Parameters
    ----------
    additions
        The decisions: one for each proposed claim, in the same order.
    proposed
        The rows that propose them.
    known
        Ids of claims that the source file has: none of them may be given again.
    report
        Takes every proposal without a decision and every decision that does not fit its proposal.

    """
    if len(additions) != len(proposed):
        message = f"{len(additions)} claims are decided, but {len(proposed)} are proposed."
        report.note(FILE, message, "Give each proposed claim one row, in the order of the file.")
        return []
    taken, stays = set(known), []
    for number, (addition, row) in enumerate(zip(additions, proposed, strict=True), start=FIRST_ROW):
        mistake = _mistake(addition, row[1], taken)
        if mistake:
            report.note(FILE, f"{addition['claim_id']}: {mistake[0]}", mistake[1], row=number)
        elif addition["decision"] != REFUSE:
            stays.append((dict(addition), row))
        taken.add(addition["claim_id"])
    return stays


def _mistake(addition: Addition, proposal: Mapping[str, str], taken: set[str]) -> tuple[str, str] | None:
    """Say why a decision does not fit the claim that is proposed, and what to do, or return nothing."""
    if addition["claim_id"] in taken:
        return "another claim has this id.", "Take the next that is free."
    if addition["decision"] not in DECISIONS:
        return f"{in_quotation_marks(addition['decision'])} is no decision.", f"Write {', '.join(DECISIONS)}."
    if not addition["why"]:
        return "the reason is missing.", "Say in a sentence why."
    if addition["kind"] not in KINDS:
        return f"{in_quotation_marks(addition['kind'])} is no kind of claim.", f"Write {', '.join(KINDS)}."
    if addition["document"] != proposal["document"]:
        message = f"the proposed claim is of document {in_quotation_marks(proposal['document'])}."
        return message, "Keep the rows in the order of the file."
    return _mistaken_cells(addition, proposed_cells(proposal))


def _mistaken_cells(addition: Addition, cells: Fact) -> tuple[str, str] | None:
    """Say which cell is not as proposed, where the decision says that it is."""
    free = {WEAKEN: set(addition), REWORD: {"statement"}}.get(addition["decision"], set())
    for column, value in cells.items():
        if column not in addition or column in _OWN:
            return f"there is no column {in_quotation_marks(column)}.", "Name one of the tables' columns."
        if column not in free and addition[column] != value:
            found = f"{column} is {in_quotation_marks(addition[column])}, not {in_quotation_marks(value)}."
            return found, f"Take it as proposed, or decide {WEAKEN} and say why."
    return None
