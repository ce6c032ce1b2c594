"""A copy of the nine claims that a test may spoil."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.load import check
from geodata.schema.columns import COLUMNS
from tests.conftest import NINE


@dataclass
class Spoiled:
    folder: Path
    gazetteer: Gazetteer

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, table: str, rows: list[dict[str, str]], **how: str) -> None:
        with (self.folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[table], restval="", **how)
            writer.writeheader()
            writer.writerows(rows)

    def set(self, table: str, row: int, **cells: str) -> None:
        """Change cells of a row; rows count as in a spreadsheet, the header being 1."""
        rows = self.rows(table)
        rows[row - 2] |= cells
        self.write(table, rows)

    def sentences(self) -> list[str]:
        problems, atlas = check([self.folder], self.gazetteer)
        assert (atlas is None) == bool(problems)
        return [problem.sentence() for problem in problems]


@pytest.fixture
def spoiled(tmp_path, gazetteer) -> Spoiled:
    return Spoiled(Path(shutil.copytree(NINE, tmp_path / "nine")), gazetteer)
