"""A collection on disk: a folder with a Data Package descriptor and its tables, or a lone workbook."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from geodata.model.atlas import Collection
from geodata.problems import CONTROL, Report, in_quotation_marks, named_signs
from geodata.readers.csv_files import decode, read_bytes, read_csv
from geodata.readers.names import OWN, closest_remedy, is_side_file, known_name
from geodata.readers.tables import Table
from geodata.readers.xlsx import read_workbook
from geodata.schema.columns import COLUMNS, IDENT

DESCRIPTOR = "datapackage.json"
# Where a descriptor of several collections says what each of them, in a folder of its name, says of itself.
COLLECTIONS = "collections"
WORKBOOK = ".xlsx"
CSV = ".csv"
# The folder of the documents' texts, and how the files in it end; a workbook has sheets of the first names.
TEXTS = "documents"
# The folder of the guided stories.
STORIES = "stories"
_TEXT_ENDINGS = {"texts": ".txt", "sentences": ".sentences.csv", "editorial": ".editorial.csv"}
# Files that hold tables which are not read.
_OTHER_TABLES = frozenset(
    {".tsv", ".tab", ".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".fods", ".numbers", ".parquet", ".dbf"}
)
_LEFT_ASIDE = f"A name that begins with {OWN} is left aside."
# Above any descriptor; writing a deeper one would run into the recursion limit.
_DEEPEST = 20
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 1_000, 20_000
# Folders in folders that are looked through for tables which nobody would miss otherwise.
_FOLDERS_DEEP = 3
# A folder's name, too, which must not be taken for a file of an operating system.
_NAME = re.compile(rf"(?=[A-Za-z0-9]){IDENT.pattern}")
# The files of a collection that are read; a descriptor may list others for people.
_READ = re.compile(r"(documents/)?[A-Za-z0-9_~.-]{1,150}")


def read_tables(path: Path, report: Report) -> dict[str, Table]:
    """Read the tables of a collection by name, from its CSV files and the sheets of its workbooks."""
    if not path.exists():
        report.note(str(path), "there is no such folder.", "Name a collection's folder or workbook.")
        return {}
    noted = len(report.problems)
    if is_workbook(path):
        tables = list(read_workbook(path, path.name, report, _TEXT_ENDINGS))
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
    if path.is_dir():
        _note_other_texts(path, found, report)
    return found


def is_workbook(path: Path) -> bool:
    """Tell whether a path is a file that its name says is an XLSX workbook."""
    return path.suffix.lower() == WORKBOOK and path.is_file()


def _listed(folder: Path, report: Report) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not is_side_file(path.name))
    except OSError as error:
        report.note(label(folder), f"the folder cannot be read ({error.strerror}).", "Check its rights.")
        return []


def _of_folder(folder: Path, paths: Iterable[Path], report: Report) -> Iterator[Table]:
    for path in paths:
        file, name = f"{label(folder)}/{path.name}", _table_of(path)
        if path.name.startswith(OWN) or path.is_dir():
            _note_other_folder(path, file, report)
        elif _is_csv(path) and name:
            yield read_csv(path, name, file, COLUMNS[name], report)
        elif path.suffix.lower() == WORKBOOK:
            yield from read_workbook(path, file, report)
        elif _is_csv(path):
            remedy = closest_remedy(path.stem, COLUMNS, "tables").replace('".', '.csv".')
            report.note(file, "this is no table of a collection.", remedy, value=path.name)
        elif known_name(path.name.partition(".")[0], COLUMNS) or path.suffix.lower() in _OTHER_TABLES:
            remedy = f"Save it as CSV (UTF-8) or XLSX, or begin its name with {OWN} to keep it for yourself."
            report.note(file, "a file of this kind is not read.", remedy, value=path.name)


def _is_csv(path: Path) -> bool:
    return path.suffix.strip().lower() == CSV


def _table_of(path: Path) -> str:
    """Return the table that a file's name says it is, or nothing."""
    return known_name(path.stem, COLUMNS)


def holds_tables(folder: Path) -> bool:
    """Tell whether a folder holds files that are read as tables of a collection."""
    return any(_is_table(path) for path in folder.iterdir() if not is_side_file(path.name))


def _is_table(path: Path) -> bool:
    return bool(_is_csv(path) and _table_of(path)) or path.suffix.lower() == WORKBOOK


def _note_other_folder(path: Path, file: str, report: Report) -> None:
    """Note a folder whose name is slightly off, or that holds tables; those of others are left aside."""
    if not path.is_dir() or path.name in {TEXTS, STORIES} or path.name.startswith(OWN):
        return
    meant = known_name(path.name, [TEXTS, STORIES])
    table = next(_tables_below(path, report), None)
    if meant:
        report.note(file, "the folder is not read.", f'Call it "{meant}".', value=path.name)
    elif table:
        message = f"the folder holds tables, which are not read: {in_quotation_marks(table.name)}."
        remedy = f"Put them into the collection's own folder, or begin its name with {OWN} to keep it."
        report.note(file, message, remedy, value=path.name)


def _tables_below(folder: Path, report: Report, levels: int = _FOLDERS_DEEP) -> Iterator[Path]:
    for path in _listed(folder, report):
        if path.is_dir() and levels > 1 and not path.name.startswith(OWN):
            yield from _tables_below(path, report, levels - 1)
        elif _is_table(path) and not path.name.startswith(OWN):
            yield path


def _note_other_texts(folder: Path, tables: dict[str, Table], report: Report) -> None:
    """Note every file in the folder of texts that belongs to none of the documents."""
    rows = tables["documents"].rows if "documents" in tables else ()
    idents = [row.cells["id"] for row in rows if IDENT.fullmatch(row.cells["id"])]
    known = {f"{ident}{ending}" for ident in idents for ending in _TEXT_ENDINGS.values()}
    if not known or not (folder / TEXTS).is_dir():
        return
    for path in _listed(folder / TEXTS, report):
        if path.name not in known and not path.name.startswith(OWN):
            file = f"{label(folder)}/{TEXTS}/{path.name}"
            remedy = f"{closest_remedy(path.name, sorted(known), 'files')} {_LEFT_ASIDE}"
            report.note(
                file, "this is no file of a document in the table documents.", remedy, value=path.name
            )


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
    _note_unlisted(path, described.get("resources"), file, report)
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
    _note_odd_texts(found, file, report)
    return found if isinstance(found, dict) else {}


def _note_odd_texts(found: object, file: str, report: Report) -> None:
    """Note texts that are none, and nesting that cannot be written again."""
    level = [found]
    for _ in range(_DEEPEST):
        held = [part for part in level if isinstance(part, dict | list)]
        for text in (part for part in level if isinstance(part, str) and CONTROL.search(part)):
            message = (
                f"{in_quotation_marks(text)} holds {named_signs(CONTROL, text)}, which no page can show."
            )
            report.note(file, message, "Take it out.", value=text.encode(errors="replace").decode())
        level = [
            part
            for parts in held
            for part in (chain(parts, parts.values()) if isinstance(parts, dict) else parts)
        ]
    if level:
        report.note(file, f"entries nest more than {_DEEPEST} deep.", "Take the deepest out.")


def _paths(resources: object) -> list[str]:
    entries = [entry.get("path") for entry in _entries(resources)]
    listed = [path for entry in entries for path in (entry if isinstance(entry, list) else [entry])]
    return [path for path in listed if isinstance(path, str)]


def _note_missing(folder: Path, resources: object, file: str, report: Report) -> None:
    """Note every table or text that a descriptor lists and the folder lacks, or it would be half loaded."""
    for path in _paths(resources):
        if _READ.fullmatch(path) and not (folder / path).exists():
            message = f"{in_quotation_marks(path)} is listed, but is not there."
            report.note(file, message, "Put it back, or take it out of the resources there.", value=path)
        elif not _READ.fullmatch(path) and _table_of(Path(path)) and _is_csv(Path(path)):
            message = f"the table {in_quotation_marks(path)} is listed, but is not read from there."
            report.note(file, message, "Put it into the collection's own folder.", value=path)
    for entry in _entries(resources):
        if "data" in entry and known_name(str(entry.get("name")), COLUMNS):
            message = f"the table {in_quotation_marks(str(entry['name']))} stands in the descriptor itself."
            report.note(file, message, "Write it as a CSV file beside it.", value=str(entry["name"]))


def _note_unlisted(folder: Path, resources: object, file: str, report: Report) -> None:
    """Note every table in the folder that a descriptor of others does not list: its readers would miss it."""
    listed = _paths(resources)
    if not any(_is_csv(Path(path)) and _table_of(Path(path)) for path in listed):
        return
    for path in _listed(folder, report):
        if _is_table(path) and path.name not in listed and not path.name.startswith(OWN):
            message = f"{in_quotation_marks(path.name)} is there, but is not listed."
            report.note(file, message, "List it in the resources there, or take it away.", value=path.name)


def _collection(found: dict[str, object], file: str, report: Report) -> Collection:
    name, title, description = (found.get(key) for key in ("name", "title", "description"))
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        report.note(
            file,
            f"name {in_quotation_marks(str(name or ''))} is not an id.",
            "Use letters A to Z, digits and _ ~ . - only; the name stands in links.",
            value=str(name),
        )
    if not isinstance(title, str) or not title.strip():
        report.note(file, "title is empty.", "Say in a few words what the collection holds.")
    for key, text, most in (
        ("title", title, _LONGEST_TITLE),
        ("description", description, _LONGEST_DESCRIPTION),
    ):
        if text and len(str(text)) > most:
            report.note(file, f"{key} has more than {most:,} characters.", "Shorten it.")
    return Collection(
        name=str(name),
        title=str(title),
        description=str(description or ""),
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
