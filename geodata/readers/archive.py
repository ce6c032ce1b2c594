"""Packed collections: a ZIP file, or a folder of folders, stands for the collections that it holds."""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from geodata.problems import Report
from geodata.readers.data_package import DESCRIPTOR, folders_in, holds_tables, label
from geodata.readers.limits import TooMuchError, limits_of
from geodata.readers.names import is_side_file

PACKED = ".zip"


@contextmanager
def unpacked(paths: Sequence[Path], report: Report) -> Iterator[tuple[Path, ...]]:
    """Yield the folders and workbooks that some paths stand for; what was unpacked is gone afterwards."""
    with ExitStack() as temp_dirs:
        yield tuple(found for path in paths for found in _found(path, temp_dirs, report))


def _found(path: Path, temp_dirs: ExitStack, report: Report) -> tuple[Path, ...]:
    if path.suffix.lower() != PACKED or not path.is_file():
        return _collections_in(path, report)
    temp_dir = temp_dirs.enter_context(tempfile.TemporaryDirectory(prefix="atlas-"))
    folder = Path(temp_dir) / path.stem  # called like the file, as problems in it are
    return _collections_in(folder, report) if _unpack(path, folder, report) else ()


def _collections_in(path: Path, report: Report) -> tuple[Path, ...]:
    """Return the collections in a folder that is none itself, or the path."""
    if not path.is_dir():
        return (path,)
    listed = {path / name for name in folders_in(path, report)}
    if (path / DESCRIPTOR).exists() and not listed:
        return (path,)
    found = listed | {folder for folder in _folders(path) if (folder / DESCRIPTOR).exists()}
    if found:
        _note_others(path, found, report)
    return tuple(sorted(found)) or (path,)


def _note_others(path: Path, found: set[Path], report: Report) -> None:
    """Note the tables beside collections, which belong to none of them and would be left out in silence."""
    for beside in _folders(path):
        if beside not in found and holds_tables(beside):
            message = f"the folder holds tables, but no {DESCRIPTOR}."
            report.note(f"{label(path)}/{beside.name}", message, "Add one, or take the folder out.")
    if holds_tables(path):
        remedy = "Put them into the folder of their collection."
        report.note(label(path), "there are tables beside the folders of collections.", remedy)


def _folders(path: Path) -> list[Path]:
    return sorted(found for found in path.iterdir() if found.is_dir() and not is_side_file(found.name))


def _unpack(path: Path, folder: Path, report: Report) -> bool:
    """Unpack a ZIP file into a new folder; its names cannot lead out of it (zipfile sees to that)."""
    try:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder, _wanted(archive, report))
    except TooMuchError as error:
        report.note(label(path), error.message, error.remedy)
        return False
    # Damage makes the ZIP reader raise whatever it happens to stumble over.
    except Exception as error:  # noqa: BLE001
        message = f"the ZIP file cannot be unpacked ({type(error).__name__})."
        report.note(label(path), message, "Fetch or pack it again.")
        return False
    return True


def _wanted(archive: zipfile.ZipFile, report: Report) -> list[str]:
    """Return the files to unpack, without those of operating systems and editors."""
    limits, entries = limits_of(report), archive.infolist()
    if sum(entry.file_size for entry in entries) > limits.unfolded:
        raise TooMuchError(f"the file unfolds to more than {limits.unfolded // 1_000_000} MB.")
    if len(entries) > limits.files:
        raise TooMuchError(f"the ZIP file holds more than {limits.files:,} files.")
    names = [entry.filename for entry in entries if not any(map(is_side_file, entry.filename.split("/")))]
    if not names:
        raise TooMuchError("the ZIP file is empty.", "Pack the folder of a collection into it.")
    return names
