"""A collection on disk: a folder with a Data Package descriptor and its tables, or a lone workbook."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from geodata.model.atlas import Collection
from geodata.name_index import NameIndex
from geodata.problems import Report, in_quotation_marks
from geodata.readers.csv_files import decode, read_bytes, read_csv
from geodata.readers.tables import LONGEST_COMPARED, Table
from geodata.readers.xlsx import read_workbook
from geodata.schema.columns import COLUMNS, IDENT

DESCRIPTOR = "datapackage.json"
# Where a descriptor of several collections says what each of them, in a folder of its name, says of itself.
COLLECTIONS = "collections"
WORKBOOK = ".xlsx"
# What a spreadsheet program writes beside a workbook while it is open.
LOCK_MARK = "~$"
# The files of a collection that are read; a descriptor may list others for people.
_READ = re.compile(r"(documents/)?[A-Za-z0-9_~.-]{1,150}")


def read_tables(path: Path, report: Report) -> dict[str, Table]:
    """Read the tables of a collection by name, from its CSV files and the sheets of its workbooks."""
    if not path.exists():
        report.note(str(path), "there is no such folder.", "Name a collection's folder or workbook.")
        return {}
    noted = len(report.problems)
    if is_workbook(path):
        tables = list(read_workbook(path, path.name, report))
    elif path.is_dir():
        tables = list(_of_folder(path, _listed(path, report), report))
    else:
        report.note(
            str(path), "this is neither a folder nor an XLSX workbook.", "Name a collection's folder."
        )
        return {}
    found = _by_name(tables, report)
    # What could not be read at all is told already.
    if "documents" not in found and (tables or len(report.problems) == noted):
        report.note(
            label(path), "the table documents is missing.", "Add documents.csv, or a sheet documents."
        )
    return found


def is_workbook(path: Path) -> bool:
    """Tell whether a path is a file that its name says is an XLSX workbook."""
    return path.suffix.lower() == WORKBOOK and path.is_file()


def _listed(folder: Path, report: Report) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        report.note(label(folder), f"the folder cannot be read ({error.strerror}).", "Check its rights.")
        return []


def _of_folder(folder: Path, paths: Iterable[Path], report: Report) -> Iterator[Table]:
    for path in paths:
        file, name = f"{label(folder)}/{path.name}", path.stem
        if path.suffix.lower() == ".csv" and name in COLUMNS:
            yield read_csv(path, name, file, COLUMNS[name], report)
        elif path.suffix.lower() == ".csv":
            like = NameIndex((known, (known,)) for known in COLUMNS).closest(name[:LONGEST_COMPARED])
            remedy = f'Closest: "{like}.csv".' if like else f"Known tables: {', '.join(COLUMNS)}."
            report.note(file, "this is no table of a collection.", remedy, value=path.name)
        elif path.suffix.lower() == WORKBOOK and not name.startswith(LOCK_MARK):
            yield from read_workbook(path, file, report)


def _by_name(tables: Iterable[Table], report: Report) -> dict[str, Table]:
    found: dict[str, Table] = {}
    for table in tables:
        if table.name in found:
            message = f"the table {table.name} is there twice, also in {found[table.name].file}."
            report.note(table.file, message, "Keep one of them.", value=table.name)
        found.setdefault(table.name, table)
    # In the order of the data model, so that claims keep one order whatever their files are called.
    return {name: found[name] for name in COLUMNS if name in found}


def read_descriptor(path: Path, report: Report) -> Collection:
    """Read a collection's name, title and description; a lone workbook is called like its file.

    A folder without a descriptor of its own is described by the one above it, where that lists it.
    """
    if path.is_file():
        return Collection(name=path.stem, title=path.stem)
    listed = not (path / DESCRIPTOR).exists() and path.name in folders_in(path.parent, report)
    folder = path.parent if listed else path
    file, found = f"{label(folder)}/{DESCRIPTOR}", _read_json(folder, report)
    described = _part(found, path.name) if listed else found
    if described is None:
        return Collection(name="", title="")
    _note_missing(path, described.get("resources"), file, report)
    return _collection(described, file, report)


def folders_in(folder: Path, report: Report) -> tuple[str, ...]:
    """Return the folders of the collections that a folder's descriptor lists, if it is one of several."""
    if not (folder / DESCRIPTOR).is_file():
        return ()
    listed = (_read_json(folder, report) or {}).get(COLLECTIONS)
    names = [entry.get("name") for entry in _entries(listed)]
    for name in names:
        if not _is_folder_name(name):
            shown = in_quotation_marks(str(name or ""))
            message = f"{shown} is listed as a collection, but is not the name of a folder."
            remedy = "Use letters A to Z, digits and _ ~ . - only, as in the name of its folder."
            report.note(f"{label(folder)}/{DESCRIPTOR}", message, remedy, value=str(name))
    return tuple(name for name in names if isinstance(name, str) and _is_folder_name(name))


def _is_folder_name(name: object) -> bool:
    return isinstance(name, str) and bool(IDENT.fullmatch(name)) and name.strip(".") != ""


def _part(package: dict[str, object] | None, name: str) -> dict[str, object]:
    """Return what a descriptor of several collections says of one, with the resources in its folder."""
    found = package or {}
    said = next(entry for entry in _entries(found.get(COLLECTIONS)) if entry.get("name") == name)
    paths = [entry.get("path") for entry in _entries(found.get("resources"))]
    inside = [str(path).removeprefix(f"{name}/") for path in paths if str(path).startswith(f"{name}/")]
    return said | {"resources": [{"path": path} for path in inside]}


def _read_json(folder: Path, report: Report) -> dict[str, object] | None:
    file = f"{label(folder)}/{DESCRIPTOR}"
    content = read_bytes(folder / DESCRIPTOR, file, report)
    text = None if content is None else decode(content, file, report)
    if text is None:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        report.note(file, f"the file is not JSON ({error}).", "Correct it there.")
        return None
    return found if isinstance(found, dict) else {}


def _note_missing(folder: Path, resources: object, file: str, report: Report) -> None:
    """Note every table or text that a descriptor lists and the folder lacks, or it would be half loaded."""
    entries = [entry.get("path") for entry in _entries(resources)]
    listed = [path for entry in entries for path in (entry if isinstance(entry, list) else [entry])]
    for path in listed:
        if isinstance(path, str) and _READ.fullmatch(path) and not (folder / path).exists():
            message = f"{in_quotation_marks(path)} is listed, but is not there."
            report.note(file, message, "Put it back, or take it out of the resources there.", value=path)


def _collection(found: dict[str, object], file: str, report: Report) -> Collection:
    name, title = (found.get(key) for key in ("name", "title"))
    if not isinstance(name, str) or not IDENT.fullmatch(name):
        report.note(
            file,
            f"name {in_quotation_marks(str(name or ''))} is not an id.",
            "Use letters A to Z, digits and _ ~ . - only; the name stands in links.",
            value=str(name),
        )
    if not isinstance(title, str) or not title.strip():
        report.note(file, "title is empty.", "Say in a few words what the collection holds.")
    return Collection(
        name=str(name),
        title=str(title),
        description=str(found.get("description") or ""),
        licences=_titles(found.get("licenses")),
        contributors=_titles(found.get("contributors")),
        descriptor=found,
    )


def _titles(entries: object) -> tuple[str, ...]:
    return tuple(str(entry["title"]) for entry in _entries(entries) if entry.get("title"))


def _entries(found: object) -> list[dict[str, object]]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def label(path: Path) -> str:
    """Return what a collection's folder or workbook is called in problems."""
    return path.resolve().name or str(path)
