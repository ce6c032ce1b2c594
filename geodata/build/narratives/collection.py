"""Build the collection of country narratives from the table of sourced facts that it was made from.

Run by hand, its output is committed:
`python -m geodata.build.narratives.collection SOURCE [--output FOLDER]`.
SOURCE is the folder of the facts and of their second reading. The collection holds what people keep: in
coding/ the corrections of both readings and of audits, additions and hosts, beside it places.csv and
datapackage.json. The rest is written anew, by id.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from geodata.build.narratives.additions import FILE as ADDITIONS_FILE
from geodata.build.narratives.additions import added
from geodata.build.narratives.audit_additions import FILE as AUDIT_ADDITIONS_FILE
from geodata.build.narratives.audit_additions import LOCATOR, added_since
from geodata.build.narratives.audit_corrections import FILE as AUDIT_FILE
from geodata.build.narratives.audit_corrections import note_and_apply
from geodata.build.narratives.corrections import FILE as CORRECTIONS_FILE
from geodata.build.narratives.corrections import Fact, corrected
from geodata.build.narratives.documents import HOSTS_FILE, documents_of
from geodata.build.narratives.second_pass import FILE as SECOND_PASS_FILE
from geodata.build.narratives.second_pass import Numbered, locator, locators, note_undecided, proposals
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.schema.columns import COLUMNS

FOLDER = Path(__file__).parents[2] / "collections" / "country-narratives"
FACTS_FILE = "country_narratives.csv"
# Beside the tables: what the build reads, and the loader does not.
CODING = "coding"
TABLES = {"role": "roles", "flow": "flows", "hotspot": "hotspots", "tier": "rankings", "ranking": "rankings"}
# The tiers are those of the Department's Trafficking in Persons Report.
SCHEME = "tip_report"
# Cells that the source file has under the same names, for every kind of fact.
SHARED = ("types", "sectors", "settings", "groups", "assertion", "certainty", "access", "statement")
# Alpha-3 codes have three letters; longer codes are the regions, which the source file writes in capitals.
CODE_LENGTH = 3
# A fact that the second reading leaves out.
UNREAD = {"reading": "none"}
JOIN = "|"


def build(source: Path, folder: Path = FOLDER) -> dict[str, int]:
    """Write the tables of the collection and return how many rows each has.

    Parameters
    ----------
    source
        The folder of the table of facts and of their second reading, both UTF-8 CSV.
    folder
        The collection; what is kept in its folder coding/ is read, its documents and claims are written.

    Raises
    ------
    AtlasError
        With every correction and addition that does not fit, every change that is not decided, every
        unknown host and every fact without a place; nothing is written then.

    """
    report = Report()
    coding = folder / CODING
    read, second = _read(source / FACTS_FILE), _read(source / SECOND_PASS_FILE)
    corrections = _read(coding / CORRECTIONS_FILE)
    facts = corrected(read, corrections, report)
    note_undecided(second, read, corrections, report)
    documents = documents_of(facts, _read(coding / HOSTS_FILE), report)
    _note_placeless(facts, FACTS_FILE, report)
    placed = _placed(coding, facts, second, {fact["claim_id"] for fact in read}, documents, report)
    note_and_apply(placed, _read(coding / AUDIT_FILE), report)
    if report.problems:
        raise AtlasError(report.problems)
    return _write_tables(folder, documents.values(), placed)


def _placed(
    coding: Path,
    facts: Sequence[Fact],
    second: Sequence[Mapping[str, str]],
    known: set[str],
    documents: Mapping[str, dict[str, str]],
    report: Report,
) -> list[tuple[str, dict[str, str]]]:
    """Return tables and rows of the facts that stay and of the claims that both readings added."""
    addresses = {document["id"]: document["url"] for document in documents.values()}
    found = locators(second, addresses, report)
    extra = added(_read(coding / ADDITIONS_FILE), proposals(second), known, report)
    placed = []
    for addition, proposal in extra:
        _note_uncited(proposal, addresses, report)
        placed.append(_added_row(addition, facts, addresses, locator(*proposal, addresses, report)))
    for fact in facts:
        if fact["source_url"] in documents:
            row = claim_row(fact, documents[fact["source_url"]]["id"])
            placed.append((TABLES[fact["kind"]], row | found.get(fact["claim_id"], UNREAD)))
    taken = known | {addition["claim_id"] for addition, _proposal in extra}
    for addition in added_since(_read(coding / AUDIT_ADDITIONS_FILE), taken, addresses, report):
        own = {column: addition[column] for column in LOCATOR}
        placed.append(_added_row(addition, facts, addresses, own))
    return placed


def _write_tables(
    folder: Path, documents: Iterable[dict[str, str]], placed: Iterable[tuple[str, dict[str, str]]]
) -> dict[str, int]:
    """Write documents and claims, both by id, and return how many rows each table has."""
    tables = {"documents": list(documents)} | {name: [] for name in TABLES.values()}
    for table, row in placed:
        tables[table].append(row)
    for name, rows in tables.items():
        _write(folder / f"{name}.csv", COLUMNS[name], sorted(rows, key=itemgetter("id")))
    return {name: len(rows) for name, rows in tables.items()}


def claim_row(fact: Fact, document: str) -> dict[str, str]:
    """Return a fact as a row of the table of its kind; what it leaves out, such as a quote, stays empty."""
    shared = {column: fact[column] for column in SHARED}
    shared["year"] = fact["year"] or fact["source_year"]
    return {"id": fact["claim_id"], "document": document} | _own_cells(fact) | shared


def _added_row(
    addition: Fact, facts: Iterable[Fact], addresses: Mapping[str, str], located: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """Return the table of a claim that was added, and its row there."""
    table, address = TABLES[addition["kind"]], addresses.get(addition["document"])
    access = next((fact["access"] for fact in facts if fact["source_url"] == address), "")
    cells = {column: addition.get(column, "") for column in COLUMNS[table]}
    return table, cells | {"id": addition["claim_id"], "access": access, **located}


def _note_uncited(row: Numbered, addresses: Mapping[str, str], report: Report) -> None:
    """Note a proposed claim of a document that no fact cites."""
    number, proposal = row
    if proposal["document"] not in addresses:
        message = f"no fact cites document {in_quotation_marks(proposal['document'])}."
        report.note(SECOND_PASS_FILE, message, "Name a document of the collection.", row=number)


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
        "magnitude": fact["magnitude"],
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
    parser.add_argument("source", type=Path, help="the folder of the facts and of their second reading")
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
