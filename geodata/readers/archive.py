"""Packed collections: a ZIP file, or a folder of folders, stands for the collections that it holds."""

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from geodata.problems import Report
from geodata.readers.data_package import DESCRIPTOR, folders_in, label
from geodata.readers.xlsx import LARGEST_UNFOLDED

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
    beside = {found.parent for found in path.glob(f"*/{DESCRIPTOR}")}
    return tuple(sorted(listed | beside)) or (path,)


def _unpack(path: Path, folder: Path, report: Report) -> bool:
    """Unpack a ZIP file into a new folder; its names cannot lead out of it (zipfile sees to that)."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNFOLDED:
                limit = f"{LARGEST_UNFOLDED // 1_000_000} MB"
                report.note(label(path), f"the file unfolds to more than {limit}.", "Split the collection.")
                return False
            archive.extractall(folder)
    # Damage makes the ZIP reader raise whatever it happens to stumble over.
    except Exception as error:  # noqa: BLE001
        message = f"the ZIP file cannot be unpacked ({type(error).__name__})."
        report.note(label(path), message, "Fetch or pack it again.")
        return False
    return True
