"""Files are written whole: a reader finds the old one or the new one, never half of one."""

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and then put it there at once; OSError where that fails."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a device or pipe such as /dev/null, which nothing may replace
        return
    draft = target.with_name(f".export-{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
