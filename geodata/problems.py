"""Errors as sentences with an address and a remedy, collected and raised all at once."""

from collections.abc import Iterable
from dataclasses import dataclass

# A wrong cell can hold a whole book; what is quoted back stays readable.
LONGEST_QUOTATION = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in one place of one file; rows count from 1 with the header, as in a spreadsheet."""

    file: str
    row: int | None
    value: str
    message: str
    remedy: str

    def sentence(self) -> str:
        """Say where it is, what is wrong and what to do."""
        address = self.file if self.row is None else f"{self.file}, row {self.row}"
        return f"{address}: {self.message} {self.remedy}".rstrip()


class AtlasError(Exception):
    """All problems of all collections that were asked for; nothing of them was loaded."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence() for problem in self.problems))


class Report:
    """Every problem met while collections are read, in the order met, each once."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems noted so far."""
        return tuple(self._problems)

    def note(self, file: str, message: str, remedy: str, *, row: int | None = None, value: str = "") -> None:
        """Note one problem: message and remedy are sentences, the message begins in lower case."""
        problem = Problem(file=file, row=row, value=value, message=message, remedy=remedy)
        self._problems.setdefault(problem)


def in_quotation_marks(value: str) -> str:
    """Return a value in quotation marks, on one line, shortened, without characters that do not print."""
    line = " ".join(value.split())
    shown = "".join(mark if mark.isprintable() else "�" for mark in line[: LONGEST_QUOTATION + 1])
    return f'"{shown}"' if len(shown) <= LONGEST_QUOTATION else f'"{shown[:LONGEST_QUOTATION].rstrip()}…"'
