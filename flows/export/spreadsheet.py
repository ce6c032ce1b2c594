"""CSV: a scene's claims as a table that spreadsheets and scripts read."""

import csv
import io

from flows.export.rows import COLUMNS, Cell, claim_rows
from flows.export.stamp import Stamp
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.readers.formulas import escape_formula

# The last column is no cell of any claim: its heading, which begins so, tells what the file is.
ABOUT = "about this file: "
# Without it Excel takes UTF-8 for the letters of its own system, and garbles every accent.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def csv_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the claims of a scene as CSV: RFC 4180 with a header, UTF-8 without a byte order mark.

    Behind the columns of a claim stands one that is empty, and whose heading is the stamp: a CSV file has
    no other place for it that leaves one row a claim. Text that a spreadsheet would take for a formula
    begins with an apostrophe, which is not in the source (`geodata.readers.formulas`). `flows.export.reread`
    takes both away.
    """
    page = io.StringIO(newline="")
    table = csv.writer(page)
    table.writerow([*COLUMNS, f"{ABOUT}{stamp.line()}"])
    for row in claim_rows(atlas, scene.claims):
        table.writerow([*(_harmless(row[column]) for column in COLUMNS), ""])
    return page.getvalue().encode("utf-8")


def excel_csv_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the same table for Excel, which knows UTF-8 by the byte order mark alone."""
    return _BYTE_ORDER_MARK + csv_bytes(atlas, scene, stamp)


def _harmless(cell: Cell) -> Cell:
    return escape_formula(cell) if isinstance(cell, str) else cell
