"""The sheets of an XLSX workbook, row by row, as text: what ISO/IEC 29500-1 calls SpreadsheetML."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from geodata.readers.limits import Limits, TooMuchError, check_size
from geodata.readers.xml_stream import Attributes, Listener, XmlArchive

# The last row of a sheet as spreadsheet programs know it.
LAST_ROW = 1_048_576
_RELATIONS = "_rels/{}.rels"
_COORDINATE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,12})")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,300}")
# How a workbook writes a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19); half a surrogate
# pair is no character.
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")


class Workbook:
    """The sheets of a workbook by name, in their order; raises whatever damage makes its readers raise."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._archive, self._limits = XmlArchive(content, limits), limits
        main = next(iter(self._related("", "officeDocument").values()))
        self._strings = self._related(main, "sharedStrings")
        self._style_parts = self._related(main, "styles")
        about = _About()
        self._archive.read(main, about)
        parts = self._related(main, "worksheet")
        self._parts = {name: parts[ident] for name, ident in about.sheets.items() if ident in parts}
        self._since_1904 = about.since_1904

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the names of the sheets that hold cells."""
        return tuple(self._parts)

    def rows(self, sheet: str) -> "Iterator[SheetRow]":
        """Yield the rows of a sheet that are not empty."""
        heard = _Sheet(self._limits, self._value)
        for _ in self._archive.stream(self._parts[sheet], heard):
            yield from heard.rows
            heard.rows.clear()

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts of a kind that a part leads to, by the id that it gives them."""
        folder, name = posixpath.split(part)
        target = posixpath.join(folder, _RELATIONS.format(name))
        if target not in self._archive.parts:
            return {}
        found = _Relations(kind)
        self._archive.read(target, found)
        return {
            ident: posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
            for ident, path in found.paths.items()
        }

    @cached_property
    def _shared(self) -> Sequence[str]:
        heard = _Strings(self._limits)
        for part in self._strings.values():
            self._archive.read(part, heard)
        return heard.strings

    @cached_property
    def _date_styles(self) -> frozenset[int]:
        heard = _Styles()
        for part in self._style_parts.values():
            self._archive.read(part, heard)
        return heard.dates()

    def _value(self, kind: str, style: int, written: str) -> str:
        """Return what a cell says; `written` stands in the file."""
        if kind == "s":
            return self._shared[int(written)]
        if kind == "b":
            return str(written == "1")
        if kind != "n":
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), written)
        if style and style in self._date_styles:
            return _date(written, since_1904=self._since_1904)
        return _number(written)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number, with its cells up to the last that says something.

    `unvalued` are the columns (from 1) of formulas whose value is not in the file.
    """

    number: int
    cells: list[str]
    unvalued: tuple[int, ...] = ()


def _number(written: str) -> str:
    """Write a number without an exponent, and the year 2013 not as 2013.0."""
    if _WHOLE_NUMBER.fullmatch(written):
        return written
    try:
        number = float(written)
    except ValueError:
        return written
    return str(int(number)) if number.is_integer() else format(Decimal(str(number)), "f")


def _date(written: str, *, since_1904: bool) -> str:
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    try:
        return str(from_excel(float(written), MAC_EPOCH if since_1904 else WINDOWS_EPOCH))
    except (ValueError, OverflowError):
        return written


class _Relations(Listener):
    def __init__(self, kind: str) -> None:
        self._kind = f"/{kind}"
        self.paths: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith(self._kind):
            self.paths[attributes["Id"]] = attributes["Target"]


@dataclass
class _About(Listener):
    sheets: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            ids = (value for key, value in attributes.items() if key.endswith(" id"))
            self.sheets[attributes["name"]] = next(ids, "")
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")


class _Styles(Listener):
    """Which formats of cells write a number as a date."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._of_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            self._codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "cellXfs":
            self._of_cells = True
        elif name == "xf" and self._of_cells:
            self._formats.append(int(attributes.get("numFmtId", 0)))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._of_cells = False

    def dates(self) -> frozenset[int]:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

        known = {**BUILTIN_FORMATS, **self._codes}
        dated = {ident for ident in set(self._formats) if is_date_format(known.get(ident, "General"))}
        return frozenset(at for at, ident in enumerate(self._formats) if ident in dated)


class _Words(Listener):
    """The text of one cell or shared string; how it is spoken (`rPh`) is not part of it."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.record
        self._parts: list[str] = []
        self._length = 0
        self._spoken = self._open = False

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 — part of the protocol
        if name == "rPh":
            self._spoken = True
        self._open = name in ("t", "v") and not self._spoken

    def end(self, name: str) -> None:
        self._open = False
        if name == "rPh":
            self._spoken = False

    def text(self, words: str) -> None:
        if self._open:
            self._length += len(words)
            if self._length > self._most:
                raise TooMuchError(f"a cell holds more than {self._most:,} characters.", "Shorten it.")
            self._parts.append(words)

    def taken(self) -> str:
        found = "".join(self._parts)
        self._parts, self._length = [], 0
        return found


class _Strings(_Words):
    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self._cells = limits.cells
        self.strings: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            found = self.taken()
            self.strings.append(_ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), found))
            if len(self.strings) > self._cells:
                raise TooMuchError(f"the workbook has more than {self._cells:,} texts.")


class _Sheet(_Words):
    """The rows heard since they were last taken, with the cells of the one that is being heard."""

    def __init__(self, limits: Limits, value: Callable[[str, int, str], str]) -> None:
        super().__init__(limits)
        self._limits, self._value = limits, value
        self.rows: list[SheetRow] = []
        self._row = self._column = self._count = self._cells = 0
        self._line: list[str] = []
        self._kind, self._style = "n", 0
        self._unvalued: list[int] = []
        self._formula = self._valued = False

    def start(self, name: str, attributes: Attributes) -> None:
        super().start(name, attributes)
        if name == "row":
            self._begin_row(int(attributes.get("r", self._row + 1)))
        elif name == "c":
            found = _COORDINATE.fullmatch(attributes.get("r", ""))
            self._column = _column(found[1]) if found else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), int(attributes.get("s", 0))
            self._formula = self._valued = False
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._valued = True

    def end(self, name: str) -> None:
        super().end(name)
        if name == "c":
            self._end_cell(self.taken())
        elif name == "row" and (self._line or self._unvalued):
            self._count += 1
            self._cells += len(self._line)
            check_size(self._count, len(self._line), self._cells, self._limits)
            self.rows.append(SheetRow(self._row, self._line, tuple(self._unvalued)))

    def _begin_row(self, number: int) -> None:
        if not self._row < number <= LAST_ROW:
            message = f"row {number:,} comes after row {self._row:,}, and a sheet ends with row {LAST_ROW:,}."
            raise TooMuchError(message, "Copy the table into a new workbook, as values only.")
        self._row, self._column, self._line, self._unvalued = number, 0, [], []

    def _end_cell(self, written: str) -> None:
        if self._formula and not self._valued:
            self._unvalued.append(self._column)
        said = self._value(self._kind, self._style, written) if written else ""
        if not said:
            return
        if self._column > self._limits.columns:
            message = f"row {self._row:,} says something in column {self._column:,}."
            raise TooMuchError(message, f"Delete what stands beyond column {self._limits.columns:,}.")
        if self._column <= len(self._line):
            self._line[self._column - 1] = said
        else:
            self._line.extend([""] * (self._column - 1 - len(self._line)))
            self._line.append(said)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
