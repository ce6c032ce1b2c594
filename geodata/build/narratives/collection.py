"""Build the collection of country narratives from the table of sourced facts that it was made from.

Run by hand, its output is committed:
`python -m geodata.build.narratives.collection SOURCE.csv [--output FOLDER]`.
The folder holds what people keep: coding/corrections.csv, coding/hosts.csv, places.csv and datapackage.json.
The rest is written anew, in the order of the source file.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from geodata.build.narratives.documents import HOSTS_FILE, documents_of
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.schema.columns import COLUMNS

Fact = dict[str, str]

FOLDER = Path(__file__).parents[2] / "collections" / "country-narratives"
# Beside the tables: what the build reads, and the loader does not.
CODING = "coding"
TABLES = {"role": "roles", "flow": "flows", "hotspot": "hotspots", "tier": "rankings"}
# The tiers are those of the Department's Trafficking in Persons Report.
SCHEME = "tip_report"
# Cells that the source file has under the same names, for every kind of fact.
SHARED = ("types", "sectors", "settings", "groups", "assertion", "certainty", "access", "statement")
# Alpha-3 codes have three letters; longer codes are the regions, which the source file writes in capitals.
CODE_LENGTH = 3
JOIN = "|"
CORRECTIONS_FILE = "corrections.csv"
# What the source file has no column for; corrections fill them in.
ADDED_COLUMNS = ("place_id", "year")
# A cell that was wrong, a cell that the source file leaves open, a fact that is left out.
CORRECT, COMPLETE, DROP = "correct", "complete", "drop"
# The header is row 1, as in a spreadsheet.
FIRST_ROW = 2


def build(source: Path, folder: Path = FOLDER) -> dict[str, int]:
    """Write the tables of the collection and return how many rows each has.

    Parameters
    ----------
    source
        The table of facts, one a row, as UTF-8 CSV.
    folder
        The collection; its corrections and hosts are read, its documents and claims are written.

    Raises
    ------
    AtlasError
        With every correction that does not fit, every unknown host and every fact without a place.

    """
    report = Report()
    facts = corrected(_read(source), _read(folder / CODING / CORRECTIONS_FILE), report)
    documents = documents_of(facts, _read(folder / CODING / HOSTS_FILE), report)
    _note_placeless(facts, source.name, report)
    if report.problems:
        raise AtlasError(report.problems)
    tables = {"documents": sorted(documents.values(), key=lambda document: document["id"])}
    tables |= {name: [] for name in TABLES.values()}
    for fact in facts:
        tables[TABLES[fact["kind"]]].append(claim_row(fact, documents[fact["source_url"]]["id"]))
    for name, rows in tables.items():
        _write(folder / f"{name}.csv", COLUMNS[name], rows)
    return {name: len(rows) for name, rows in tables.items()}


def claim_row(fact: Fact, document: str) -> dict[str, str]:
    """Return a fact as a row of the table of its kind; what it leaves out, such as a quote, stays empty."""
    shared = {column: fact[column] for column in SHARED}
    shared["year"] = fact["year"] or fact["source_year"]
    return {"id": fact["claim_id"], "document": document} | _own_cells(fact) | shared


def place_id(code: str) -> str:
    """Return the id of a place in the atlas for a code of the source file: regions are lower case there."""
    return code.lower() if len(code) > CODE_LENGTH else code


def _own_cells(fact: Fact) -> dict[str, str]:
    """Return the cells that only the table of the fact's kind has."""
    if fact["kind"] == "role":
        return {"place": fact["subject"], "role": fact["role"]}
    if fact["kind"] == "tier":
        return {"place": fact["subject"], "scheme": SCHEME, "value": fact["tier"]}
    if fact["kind"] == "hotspot":
        return {
            "place": _spot(fact),
            "place_label": fact["place"],
            "sense": fact["sense"],
            "precision": fact["precision"],
        }
    return {
        "origin": place_id(fact["origin"]),
        "origin_label": fact["origin_label"],
        "transit": JOIN.join(place_id(stop) for stop in fact["transit"].split(JOIN)),
        "destination": place_id(fact["destination"]),
        "destination_label": fact["destination_label"],
    }


def _spot(fact: Fact) -> str:
    """Return where a hotspot is: the place that a correction gives it, or its only first-level unit."""
    units = fact["admin1"].split(JOIN)
    return fact["place_id"] or (units[0] if len(units) == 1 else "")


def _note_placeless(facts: Iterable[Fact], file: str, report: Report) -> None:
    for fact in facts:
        if fact["kind"] == "hotspot" and not _spot(fact):
            message = f"{fact['claim_id']}: {in_quotation_marks(fact['place'])} is not one first-level unit."
            remedy = f"Give its place_id in {CORRECTIONS_FILE} and the place in places.csv."
            report.note(file, message, remedy, value=fact["place"])


def corrected(
    facts: Iterable[Mapping[str, str]], corrections: Iterable[Mapping[str, str]], report: Report
) -> list[Fact]:
    """Return the facts that stay, with every correction applied; note those that cannot be applied.

    Parameters
    ----------
    facts
        Rows of the source file by column; `claim_id` names them.
    corrections
        Rows with `claim_id`, `action`, `column`, `was` (as the source file has it), `now` and `why`.
    report
        Takes every correction that does not fit.

    """
    stays = {fact["claim_id"]: {**dict.fromkeys(ADDED_COLUMNS, ""), **fact} for fact in facts}
    for row, correction in enumerate(corrections, start=FIRST_ROW):
        claim = correction["claim_id"]
        fact = stays.get(claim)
        mistake = _mistake(fact, correction)
        if mistake:
            message, remedy = mistake
            report.note(CORRECTIONS_FILE, f"{claim}: {message}", remedy, row=row, value=claim)
        elif correction["action"] == DROP:
            del stays[claim]
        elif fact:
            fact[correction["column"]] = correction["now"]
    return list(stays.values())


def _mistake(fact: Fact | None, correction: Mapping[str, str]) -> tuple[str, str] | None:
    """Say why a correction cannot be applied, and what to do, or return nothing."""
    action = correction["action"]
    if fact is None:
        return "the source file has no such fact, or it was dropped above.", "Remove the row."
    if action not in (CORRECT, COMPLETE, DROP):
        return f"{in_quotation_marks(action)} is no action.", f"Write {CORRECT}, {COMPLETE} or {DROP}."
    if not correction["why"]:
        return "the reason is missing.", "Say in a sentence why."
    return None if action == DROP else _mistaken_cell(fact, correction["column"], correction["was"])


def _mistaken_cell(fact: Fact, column: str, was: str) -> tuple[str, str] | None:
    """Say why a cell is not the one that a correction was written for, or return nothing."""
    if column not in fact:
        return f"the source file has no column {in_quotation_marks(column)}.", "Name one of its columns."
    if fact[column] != was:
        found = f"{column} is {in_quotation_marks(fact[column])}, not {in_quotation_marks(was)}."
        return found, "Read the fact again: the source file has changed."
    return None


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(arguments: list[str] | None = None) -> int:
    """Build from the command line; print what was written, or every problem."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.build.narratives.collection", description=__doc__
    )
    parser.add_argument("source", type=Path, help="the table of facts (CSV)")
    parser.add_argument("--output", type=Path, default=FOLDER, help="the folder of the collection")
    options = parser.parse_args(arguments)
    try:
        written = build(options.source, options.output)
    except (AtlasError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201 a command speaks on its error stream
        return 1
    print(", ".join(f"{count} {name}" for name, count in written.items()))  # noqa: T201 and on its output
    return 0


if __name__ == "__main__":
    sys.exit(main())
