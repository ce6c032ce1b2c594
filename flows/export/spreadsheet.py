"""CSV: a scene's claims as a table that spreadsheets and scripts read."""

import csv
import io

from flows.export.rows import COLUMNS, Cell, claim_rows
from flows.scene import Scene
from geodata.atlas import Atlas

# A spreadsheet runs a cell that begins so as a formula, and some pass over white space before it.
_FORMULA_SIGNS = ("=", "+", "-", "@")


def csv_bytes(atlas: Atlas, scene: Scene) -> bytes:
    """Write the claims of a scene as CSV: RFC 4180 with a header, UTF-8 without a byte order mark.

    Text that a spreadsheet would take for a formula begins with an apostrophe, which is not in the
    source; GeoJSON has every text unchanged.
    """
    page = io.StringIO(newline="")
    table = csv.writer(page)
    table.writerow(COLUMNS)
    for row in claim_rows(atlas, scene.claims):
        table.writerow([_harmless(row[column]) for column in COLUMNS])
    return page.getvalue().encode("utf-8")


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA_SIGNS):
        return f"'{cell}"
    return cell
