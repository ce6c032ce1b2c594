"""XML of a ZIP file as a stream: a little at a time, for as long as there is time and never as a tree.

A small ZIP file unfolds to a large one, and a tree of it fills the memory. A part is therefore read in chunks
by a target that keeps only what it needs, and time and text are bounded after every chunk.
"""

import io
import time
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import NoReturn, Protocol
from xml.parsers import expat

from geodata.readers.limits import Limits, TooMuchError

Attributes = dict[str, str]

_CHUNK = 1 << 16


class Target(Protocol):
    """What listens to a part; names come without their namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""

    def text(self, words: str) -> None:
        """Hear words between tags."""


class Listener:
    """Hears nothing; what a target leaves out of its own is passed over."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Pass over an element's beginning."""

    def end(self, name: str) -> None:
        """Pass over its end."""

    def text(self, words: str) -> None:
        """Pass over its words."""


class XmlArchive:
    """A ZIP file of XML; raises TooMuchError where its parts hold more, or take longer, than is read."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits, self._characters = limits, 0
        # Of this thread's own work: what else a machine does makes no workbook too large.
        self._deadline = time.thread_time() + limits.seconds
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > limits.unfolded:
            raise TooMuchError(f"the workbook unfolds to more than {limits.unfolded // 1_000_000} MB.")
        self.parts = frozenset(entry.filename for entry in entries)

    def read(self, part: str, target: Target) -> None:
        """Read a part to its end."""
        for _ in self.stream(part, target):
            pass

    def stream(self, part: str, target: Target) -> Iterator[None]:
        """Read a part, and stop after each chunk, so that what the target has heard can be handed on."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, found: target.start(_local(name), found)
        parser.EndElementHandler = lambda name: target.end(_local(name))
        parser.CharacterDataHandler = lambda words: self._heard(words, target)
        parser.StartDoctypeDeclHandler = _refuse
        with self._archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
                if time.thread_time() > self._deadline:
                    message = f"the workbook takes more than {self._limits.seconds} seconds to read."
                    raise TooMuchError(message, "Split it, or save each sheet as CSV.")
                yield
        parser.Parse(b"", True)
        yield

    def _heard(self, words: str, target: Target) -> None:
        self._characters += len(words)
        if self._characters > self._limits.file:
            raise TooMuchError(f"the workbook holds more than {self._limits.file:,} characters.")
        target.text(words)


@lru_cache(maxsize=512)
def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(*_declared: object) -> NoReturn:
    # Workbooks have none, and entities are declared there, which unfold without end.
    raise TooMuchError("the workbook declares a document type.", "Save it again as XLSX.")
