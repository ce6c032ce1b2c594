"""Office files without the time at which they were packed: the same content gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The beginning of the calendar of ZIP files, and the system that they name: when and where says nothing.
_NO_TIME, _UNIX = (1980, 1, 1, 0, 0, 0), 3


def without_times(content: bytes) -> bytes:
    """Return a ZIP file with the same parts in their order, and no time of day in it."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as found, ZipFile(packed, "w") as written:
        for name in found.namelist():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            written.writestr(entry, found.read(name))
    return packed.getvalue()
