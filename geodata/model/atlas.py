"""The atlas: all collections, documents, claims and places as one immutable whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, TypeVarTuple

from geodata.compute_once import OnceByKey
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim, ContextClaim
from geodata.model.documents import Document, Sentence
from geodata.model.stories import StoryFile
from geodata.vocabulary.enums import Theme

Kind = TypeVar("Kind", bound=Claim)
Asked = TypeVarTuple("Asked")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A folder of documents, claims and stories, loaded as one unit; `name` is its key in filters and links.

    `descriptor` is its `datapackage.json` as written, so that an export hands on what it says of licences,
    sources and contributors.
    """

    name: str
    title: str
    description: str = ""
    licences: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    descriptor: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of a document's sentences are on the map, noted region-wide, framing, or behind no claim."""

    sentences: int
    mapped: int
    noted: int
    framing: int
    uncovered: tuple[Sentence, ...]


# Two atlases are the same only when they are one: comparing every claim would cost more than loading them.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Atlas:
    """All that is known; collections and documents by name and id, claims and stories in file order."""

    collections: Mapping[str, Collection]
    documents: Mapping[str, Document] = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    gazetteer: Gazetteer = field(repr=False)
    stories: tuple[StoryFile, ...] = field(repr=False, default=())
    _by_id: dict[str, Claim] = field(init=False, repr=False)
    _derived: OnceByKey[Any, Any] = field(init=False, repr=False, default_factory=OnceByKey)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {claim.id: claim for claim in self.claims})

    def claim(self, ident: str) -> Claim | None:
        """Return the claim with this id, or nothing."""
        return self._by_id.get(ident)

    def derived(self, build: "Callable[[Atlas, *Asked], Value]", *asked: *Asked) -> Value:
        """Return what a builder makes of the atlas, made once and kept as long as the atlas.

        ``asked`` are further arguments of the builder, from a list that nobody but us can lengthen: what a
        visitor may vary without end goes into a store with a bound, which is itself derived.
        """
        found: Value = self._derived.get((build, *asked), lambda: build(self, *asked))
        return found

    def of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the claims of one class, in order."""
        return tuple(claim for claim in self.claims if isinstance(claim, kind))

    def coverage(self, document: str) -> Coverage:
        """Tell how the sentences of a document are covered; page furniture does not count.

        A sentence counts once: as mapped where any claim of a role, movement, hotspot or ranking quotes
        from it, else as noted, else as framing. KeyError for an unknown document.
        """
        whole = [sentence for sentence in self.documents[document].sentences if not sentence.furniture]
        claims = [claim for claim in self.claims if claim.document == document]
        found = [_use(sentence, claims) for sentence in whole]
        return Coverage(
            sentences=len(whole),
            mapped=found.count("mapped"),
            noted=found.count("noted"),
            framing=found.count("framing"),
            uncovered=tuple(sentence for sentence, use in zip(whole, found, strict=True) if not use),
        )


def _use(sentence: Sentence, claims: list[Claim]) -> str:
    """Return the strongest use that any claim makes of a sentence; empty for none."""
    uses = {
        _use_by(claim)
        for claim in claims
        if claim.passage and claim.passage.start < sentence.end and sentence.start < claim.passage.end
    }
    return next((use for use in ("mapped", "noted", "framing") if use in uses), "")


def _use_by(claim: Claim) -> str:
    if not isinstance(claim, ContextClaim):
        return "mapped"
    return "framing" if claim.theme is Theme.FRAMING else "noted"
