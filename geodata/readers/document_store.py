"""Where the texts of a collection's documents stand: in its folder, or in the sheets of a workbook."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from geodata.problems import Report
from geodata.readers.csv_files import read_bytes, read_csv
from geodata.readers.data_package import is_workbook
from geodata.readers.tables import Row, Table
from geodata.readers.xlsx import read_sheets
from geodata.schema.columns import STORED

# What a store holds of a document, and the columns of what is a table.
TEXT, SENTENCES, EDITORIAL = "texts", "sentences", "editorial"
COLUMNS = {kind: STORED[kind] for kind in (SENTENCES, EDITORIAL)}
# The sheets of a workbook hold all documents one below another; a long text stands in several cells.
SHEETS = {kind: ("document", *columns) for kind, columns in STORED.items()}
_ENDINGS = {TEXT: "txt", SENTENCES: "sentences.csv", EDITORIAL: "editorial.csv"}


class DocumentStore(Protocol):
    """Hand out the text of a document and its tables; `kind` is TEXT, SENTENCES or EDITORIAL."""

    def address(self, document: str, kind: str) -> str:
        """Return what problems call the place where it stands."""

    def has(self, document: str, kind: str) -> bool:
        """Tell whether it is there."""

    def text(self, document: str) -> bytes | None:
        """Return the bytes of a document's text; nothing where they cannot be read, which is noted."""

    def table(self, document: str, kind: str) -> Table:
        """Return the sentences or editorial marks of a document."""

    def sentences_remedy(self) -> str:
        """Say how the sentences of a document are written."""


@dataclass(frozen=True)
class FolderShelf:
    """The folder `documents` of a collection."""

    folder: Path
    report: Report

    def address(self, document: str, kind: str) -> str:
        """Return the path of a file from the collection's folder on."""
        return f"{self.folder.name}/documents/{document}.{_ENDINGS[kind]}"

    def has(self, document: str, kind: str) -> bool:
        """Tell whether there is such a file."""
        return self._path(document, kind).is_file()

    def text(self, document: str) -> bytes | None:
        """Return the bytes of a text file."""
        return read_bytes(self._path(document, TEXT), self.address(document, TEXT), self.report)

    def table(self, document: str, kind: str) -> Table:
        """Read a table from its CSV file."""
        address = self.address(document, kind)
        return read_csv(self._path(document, kind), kind, address, COLUMNS[kind], self.report)

    def sentences_remedy(self) -> str:
        """Name the command that writes them."""
        # Not the path itself: what was unpacked stands in a folder that is gone by now.
        command = "python -m geodata.annotation.sentences"
        return f"Write it with {command}, followed by the path of {self.folder.name}."

    def _path(self, document: str, kind: str) -> Path:
        return self.folder / "documents" / f"{document}.{_ENDINGS[kind]}"


@dataclass(frozen=True)
class WorkbookShelf:
    """The sheets `texts`, `sentences` and `editorial` of a workbook."""

    path: Path
    report: Report

    @cached_property
    def _tables(self) -> dict[str, Table]:
        found = read_sheets(self.path, self.path.name, self.report, SHEETS)
        return {table.name: table for table in found}

    def address(self, document: str, kind: str) -> str:
        """Return the name of the sheet, and of the document, which shares it with others."""
        return f"{self._sheet(kind)} ({document})"

    def has(self, document: str, kind: str) -> bool:
        """Tell whether the sheet has rows for the document."""
        return bool(self.table(document, kind).rows)

    def has_texts(self) -> bool:
        """Tell whether the workbook has a sheet for texts at all."""
        return TEXT in self._tables

    def text(self, document: str) -> bytes | None:
        """Return the bytes of a text, joined from its parts in their order."""
        rows = sorted(self.table(document, TEXT).rows, key=_part)
        return "".join(row.cells["text"] for row in rows).encode()

    def table(self, document: str, kind: str) -> Table:
        """Return the rows of a sheet that belong to a document."""
        sheet = self._tables.get(kind, Table(name=kind, file=self._sheet(kind)))
        return replace(sheet, rows=tuple(row for row in sheet.rows if row.cells["document"] == document))

    def sentences_remedy(self) -> str:
        """Name the sheet."""
        return "Put them back into the sheet sentences: document, start, end and kind of each."

    def _sheet(self, kind: str) -> str:
        return f"{self.path.name}, sheet {kind}"


def _part(row: Row) -> tuple[int, str]:
    # Numbers in the order of numbers, without reading them: 10 comes after 9.
    return len(row.cells["part"]), row.cells["part"]


def document_store(path: Path, report: Report) -> DocumentStore:
    """Return the store of a collection: its folder, or a lone workbook's sheets or the folder beside it."""
    if is_workbook(path):
        sheets = WorkbookShelf(path, report)
        if sheets.has_texts():
            return sheets
    return FolderShelf(path if path.is_dir() else path.parent, report)
