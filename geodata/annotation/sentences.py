"""Split a document's text into sentences, once, when a collection is written.

The result is stored beside the text (`documents/<id>.sentences.csv`), so reading an atlas never needs the
splitter. Write it again with `python -m geodata.annotation.sentences <collection folder>`.
"""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from geodata.model.documents import Sentence
from geodata.schema.columns import STORED, TABLES

COLUMNS = STORED["sentences"]
SENTENCE, FURNITURE = TABLES["sentences"].columns["kind"].values

# A whole sentence has a letter and ends in one of these marks, perhaps inside quotation marks or brackets.
# Headings, running titles, credit lines and words cut off by an excerpt's edge do not: they are furniture.
MARKS = (".", "!", "?", "…", ":", ";")
BEHIND_MARKS = "\"'”’»)]"

# One line of a stored text is a heading or a paragraph; no sentence runs over a line end.
LINE = re.compile(r"[^\r\n]+")


def split(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences and page furniture.

    Uses pysbd's English rules, which know abbreviations such as "U.S.". Every character that is not
    white space belongs to exactly one span; spans are in code points, in order, and trimmed.
    """
    return tuple(
        Sentence(start=start, end=end, furniture=not _is_whole(text[start:end]))
        for line in LINE.finditer(text)
        for start, end in _spans(line.group(), line.start())
    )


def _spans(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the trimmed spans of a line's sentences; the offset is where the line starts in its text."""
    ends = [*_ends(line), len(line)]
    for start, end in zip([0, *ends], ends, strict=False):
        piece = line[start:end]
        if piece.strip():
            trimmed = start + len(piece) - len(piece.lstrip())
            yield offset + trimmed, offset + trimmed + len(piece.strip())


def _ends(line: str) -> Iterator[int]:
    # pysbd's own spans go wrong where a sentence repeats, so its pieces are looked up one after another.
    import pysbd

    cursor = 0
    for piece in pysbd.Segmenter(language="en", clean=False).segment(line):
        found = line.find(piece.strip(), cursor)
        if found < 0:
            return
        cursor = found + len(piece.strip())
        yield cursor


def _is_whole(piece: str) -> bool:
    return piece.rstrip(BEHIND_MARKS).endswith(MARKS) and any(map(str.isalpha, piece))


def write_sentences(folder: Path) -> tuple[Path, ...]:
    """Write `documents/<id>.sentences.csv` for every text of a collection folder; return the files."""
    return tuple(_write(path) for path in sorted((folder / "documents").glob("*.txt")))


def _write(path: Path) -> Path:
    target = path.with_suffix(".sentences.csv")
    sentences = split(path.read_bytes().decode("utf-8"))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((s.start, s.end, FURNITURE if s.furniture else SENTENCE) for s in sentences)
    return target


def main(arguments: Sequence[str]) -> int:
    """Write the sentence files of the collection folders named on the command line."""
    if not arguments:
        sys.stderr.write(
            "Name a collection folder: python -m geodata.annotation.sentences geodata/collections/NAME\n"
        )
        return 2
    for folder in map(Path, arguments):
        for target in write_sentences(folder):
            sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
