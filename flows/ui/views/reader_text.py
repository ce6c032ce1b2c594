"""The text of a document as HTML: light spans for what is coded, its legend, and the rail beside it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative.claim_focus import title_of
from flows.narrative.coverage import why_framing, why_not_drawn
from flows.narrative.reader import (
    FRAMING,
    KINDS,
    UNCOVERED,
    CodedSentence,
    Paragraph,
    Reading,
    Segment,
    kind_of,
)
from flows.templates import Html, render
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import CLAIM_KINDS

# A run shows its first three kinds, one above the other; more would be too thin to see.
_GROUNDS = ("one", "two", "three")
# Lanes of the rail are as wide as one unit; a span is at least so large a share of the whole text.
_LEAST = 1 / 250
# Texts with more paragraphs than this are laid out only where they are in view.
_LONG = 40
# Whether the Tab key stops at a passage.
_STOP, _NO_STOP = 0, -1


def kind_name(kind: str) -> str:
    """Return what a kind of passage is called in the legend."""
    labels = {claim.kind: claim.label for claim in CLAIM_KINDS}
    return _("Background, not on the map") if kind == FRAMING else _(labels[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A run of words; what is coded has grounds, and the places of its claims in the list."""

    before: Sequence[str]
    text: str
    grounds: str = ""
    claims: str = ""
    why: str = ""
    tab: int | None = _NO_STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """The runs of a sentence within a line, or between two sentences, where nothing is anchored."""

    runs: Sequence[_Run]
    anchored: bool = False
    anchor: str = ""
    uncoded: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """A line of the text."""

    furniture: bool
    sentences: Sequence[_Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A kind of passage in the legend, with its number of claims."""

    name: str
    grounds: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """The passages of one kind, as a path."""

    kind: str
    path: str


class _Laid:
    """A reading laid out for its template, from the first paragraph to the last."""

    def __init__(self, reading: Reading) -> None:
        self._numbers = {claim.id: number for number, claim in enumerate(reading.claims)}
        self._reasons = {claim.id: why_framing(claim) for claim in reading.claims}
        self._anchors: set[str] = set()
        # The first passage takes the key that leads into the text; arrows lead from one to the next.
        self._tab = _STOP

    def paragraph(self, paragraph: Paragraph) -> _Paragraph:
        sentences = [self._sentence(sentence, runs) for sentence, runs in paragraph.parts]
        return _Paragraph(furniture=paragraph.furniture, sentences=sentences)

    def _sentence(self, sentence: CodedSentence | None, runs: Iterable[Segment]) -> _Sentence:
        why = why_not_drawn(sentence) if sentence else ""
        found = [self._run(run, told=bool(why)) for run in runs]
        if sentence is None:
            return _Sentence(runs=found)
        # A sentence that runs over two lines has its anchor where it begins.
        anchor = "" if sentence.anchor in self._anchors else sentence.anchor
        self._anchors.add(sentence.anchor)
        uncoded = sentence.use == UNCOVERED
        return _Sentence(runs=found, anchored=True, anchor=anchor, uncoded=uncoded, why=why)

    def _run(self, run: Segment, *, told: bool) -> _Run:
        if not run.claims:
            return _Run(before=run.before, text=run.text)
        tab = None  # between two sentences of one quotation nothing has a name to be pressed by
        if not run.text.isspace():
            tab, self._tab = self._tab, _NO_STOP
        return _Run(
            before=run.before,
            text=run.text,
            grounds=_grounds(run.kinds),
            claims=" ".join(str(self._numbers[ident]) for ident in run.claims),
            # Where only a part of a sentence is framing, that part says why.
            why="" if told or run.kinds != ("framing",) else self._reasons[run.claims[0]],
            tab=tab,
        )


def text_html(reading: Reading) -> Html:
    """Write a document's text as HTML."""
    laid = _Laid(reading)
    return render(
        "reader_text",
        paragraphs=[laid.paragraph(paragraph) for paragraph in reading.paragraphs],
        long=len(reading.paragraphs) > _LONG,
        language=reading.document.language,
    )


def _grounds(kinds: Sequence[str]) -> str:
    shown = list(zip(_GROUNDS, kinds, strict=False))
    return " ".join([f"g-{shown[-1][0]}", *(f"{place}-{kind}" for place, kind in shown)])


def legend_html(reading: Reading) -> Html:
    """Write what the grounds of the text mean, with the number of claims of each kind in it."""
    counts = Counter(kind_of(claim) for claim in reading.claims)
    kinds = [
        _Kind(name=kind_name(kind), grounds=_grounds([kind]), claims=counts[kind])
        for kind in KINDS
        if counts[kind]
    ]
    several = next((_grounds(run.kinds) for run in reading.segments if len(run.kinds) > 1), "")
    return render("reader_legend", kinds=kinds, several=several)


def rail_svg(reading: Reading) -> Html:
    """Draw where the coded passages lie in the text: a lane a kind, the whole text from top to bottom."""
    length = max(len(reading.document.text), 1)
    kinds = [kind for kind in KINDS if any(kind in run.kinds for run in reading.segments)]
    lanes = [
        _Lane(kind=kind, path=_lane(reading.segments, kind, lane, length)) for lane, kind in enumerate(kinds)
    ]
    return render("reader_rail", width=max(len(kinds), 1), length=length, lanes=lanes)


def _lane(runs: Iterable[Segment], kind: str, lane: int, length: int) -> str:
    least = round(length * _LEAST)
    path, last = [], -1
    for run in runs:
        if kind in run.kinds and run.end > last:
            end = max(run.end, run.start + least)
            path.append(f"M{lane}.1 {run.start}h.8V{end}h-.8z")
            last = end
    return "".join(path)


def claims_data(reading: Reading, places: Gazetteer) -> list[dict[str, str]]:
    """List what a passage says of its claims before it is opened: id, kind, title and statement."""
    return [
        {
            "id": claim.id,
            "kind": kind_of(claim),
            "title": title_of(claim, places),
            "statement": claim.statement,
        }
        for claim in reading.claims
    ]
