"""Documents: the source texts, their metadata and their sentences."""

from dataclasses import dataclass

from geodata.model.further import Cells
from geodata.vocabulary.enums import EvidenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A span of a document's text, in code points; `furniture` marks headings, credits and cut-off words."""

    start: int
    end: int
    furniture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialMark:
    """What a reader is shown in brackets at a position (in code points) of a text that is not changed."""

    position: int
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source text: who wrote it, when, under which licence and, where it may be shipped, its full text."""

    id: str
    title: str
    author: str
    publisher: str
    year: int
    url: str
    licence: str
    language: str
    evidence_kind: EvidenceKind
    sha256: str
    note: str
    collection: str
    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    editorial: tuple[EditorialMark, ...] = ()
    # What stands in columns that the schema declares and no field here is named after.
    further: Cells = ()

    def passage_of(self, sentence: Sentence) -> str:
        """Return the words of one of the document's sentences, exactly as they stand."""
        return self.text[sentence.start : sentence.end]
