"""The answers of an audit: read from its sheet whole, or not at all and with every problem named."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flows.audit.questions import NONE, PLACES, UNREAD, questions_of, words_of
from flows.audit.sheet import COLUMNS
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.name_index import NameIndex, fold
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.readers.csv_files import read_lines
from geodata.readers.tables import Row, to_table
from geodata.schema.columns import LIST_SEPARATOR

# Columns that tell a coder what to do, and that nobody has to send back.
_TOLD = frozenset(
    {"statement", "source", "address", "passage", "find_by", "question", "words", "rules", "note"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: the values that a coder found, or none because the passage could not be read."""

    claim: Claim
    field: str
    values: frozenset[str]
    unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of one sheet, and which draw they are of."""

    answers: tuple[Answer, ...]
    sample: str
    seed: str
    coder: str


def read_answers(path: Path, atlas: Atlas) -> Answers:
    """Read an audit that was filled in; AtlasError with every problem, each with its row."""
    report = Report()
    lines = read_lines(path, path.name, COLUMNS, report) or []
    table = to_table("audit", path.name, lines, COLUMNS, report, optional=_TOLD)
    sheet = _Sheet(path.name, atlas, report)
    found = [answer for row in table.rows for answer in sheet.answers(row)]
    sheet.note_missing(found)
    draws = {(row.cells["sample"], row.cells["seed"], row.cells["coder"]) for row in table.rows}
    if len(draws) > 1:
        report.note(path.name, "the rows are of several audits.", "Score each in a file of its own.")
    if report.problems:
        raise AtlasError(report.problems)
    ((sample, seed, coder),) = draws or {("", "", "")}
    return Answers(answers=tuple(found), sample=sample, seed=seed, coder=coder)


class _Sheet:
    """Reads the rows of one file, and notes what is wrong with them."""

    def __init__(self, file: str, atlas: Atlas, report: Report) -> None:
        self._file, self._atlas, self._report = file, atlas, report
        self._seen: dict[tuple[str, str], int] = {}
        places = list(atlas.gazetteer)
        names = {fold(name): p.id for p in places for name in (p.name, *p.names.values(), *p.aliases)}
        # A code comes before a name: "SUR" is Suriname, and only then what Haitians call their south.
        self._places = names | {fold(place.id): place.id for place in places}

    def answers(self, row: Row) -> Iterable[Answer]:
        """Yield the answer of a row, or nothing where something is wrong with it."""
        claim = self._atlas.claim(row.cells["claim"])
        if claim is None:
            self._note(
                row, "claim", "is not in the atlas", "Score against the collections that it was drawn of."
            )
            return
        field = row.cells["field"]
        asked = [question.field for question in questions_of(claim)]
        if field not in asked:
            self._note(row, "field", f"is not asked of a {claim.kind} claim", f"Asked: {', '.join(asked)}.")
            return
        if (claim.id, field) in self._seen:
            first = self._seen[claim.id, field]
            self._note(row, "field", f"of {claim.id} is already answered in row {first}", "Keep one of them.")
            return
        self._seen[claim.id, field] = row.number
        parts = [part.strip() for part in row.cells["answer"].split(LIST_SEPARATOR) if part.strip()]
        if not parts:
            remedy = f"Write what the passage says, {NONE} where it names none, or {UNREAD}."
            self._note(row, "answer", "is empty", remedy)
            return
        values = {self._value(row, claim, field, part) for part in parts}
        yield Answer(
            claim=claim, field=field, values=frozenset(values - {""}), unread=UNREAD in map(fold, parts)
        )

    def _value(self, row: Row, claim: Claim, field: str, part: str) -> str:
        """Return what a part of an answer names; nothing for none, for unread, and for what is not known."""
        if fold(part) in {NONE, "none", UNREAD, "not named"}:
            return ""
        if field == "year":
            return part
        if field in PLACES:
            return self._place(row, claim, field, part)
        words = {fold(word.replace("_", " ")): word for word in words_of(field)}
        found = words.get(fold(part.replace("_", " ")), "")
        if not found:
            nearest = NameIndex((word, (word,)) for word in words_of(field)).closest(part)
            remedy = f'Closest: "{nearest}".' if nearest else f"Known: {', '.join(words_of(field))}."
            self._note(row, "answer", f"{in_quotation_marks(part)} is not a word of {field}", remedy)
        return found

    def _place(self, row: Row, claim: Claim, field: str, part: str) -> str:
        # The source's own narrower name for a place is as good an answer as ours.
        own = fold(str(getattr(claim, f"{field}_label", "")))
        if own and own == fold(part):
            return str(getattr(claim, field))
        found = self._places.get(fold(part), "")
        if not found:
            nearest = self._atlas.gazetteer.closest(part)
            remedy = (
                f'Closest: "{nearest.id}" ({nearest.name}).'
                if nearest
                else "Write a code or an English name."
            )
            self._note(
                row, "answer", f"{in_quotation_marks(part)} is not a place that the atlas knows", remedy
            )
        return found

    def note_missing(self, answers: Iterable[Answer]) -> None:
        """Note the questions of a claim that the file asks about and that have no row."""
        for ident in dict.fromkeys(answer.claim.id for answer in answers):
            claim = self._atlas.claim(ident)
            asked = [question.field for question in questions_of(claim)] if claim else []
            missing = [field for field in asked if (ident, field) not in self._seen]
            if missing:
                message = f"claim {in_quotation_marks(ident)} lacks rows: {', '.join(missing)}."
                self._report.note(self._file, message, "Put them back, answered.", value=ident)

    def _note(self, row: Row, column: str, what: str, remedy: str) -> None:
        value = row.cells[column]
        shown = f" {in_quotation_marks(value)}" if value and column != "answer" else ""
        self._report.note(self._file, f"{column}{shown} {what}.", remedy, row=row.number, value=value)
