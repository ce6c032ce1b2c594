"""The text of a document as HTML: light spans for what is coded, its legend, and the rail beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

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
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import CLAIM_KINDS

# A run shows its first three kinds, one above the other; more would be too thin to see.
_GROUNDS = ("one", "two", "three")
# Lanes of the rail are as wide as one unit; a span is at least so large a share of the whole text.
_LEAST = 1 / 250
# Texts with more paragraphs than this are laid out only where they are in view.
_LONG = 40


def kind_name(kind: str) -> str:
    """Return what a kind of passage is called in the legend."""
    labels = {claim.kind: claim.label for claim in CLAIM_KINDS}
    return _("Framing, not drawn") if kind == FRAMING else _(labels[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the runs need to know: each claim's place in the list, reasons, and the anchors set so far."""

    numbers: Mapping[str, int]
    reasons: Mapping[str, str]
    anchors: set[str]


def text_html(reading: Reading) -> str:
    """Write a document's text as HTML; every character of it is escaped."""
    known = _Known(
        numbers={claim.id: number for number, claim in enumerate(reading.claims)},
        reasons={claim.id: why_framing(claim) for claim in reading.claims},
        anchors=set(),
    )
    body = "".join(_paragraph(paragraph, known) for paragraph in reading.paragraphs)
    long = " reader-long" if len(reading.paragraphs) > _LONG else ""
    # The first passage takes the key that leads into the text; arrows lead from one to the next.
    body = body.replace("tabindex='-1'", "tabindex='0'", 1)
    language = escape(reading.document.language, quote=True)
    return f"<article class='reader-text{long}' lang='{language}'>{body}</article>"


def _paragraph(paragraph: Paragraph, known: _Known) -> str:
    furniture = " class='furniture'" if paragraph.furniture else ""
    parts = "".join(_sentence(sentence, runs, known) for sentence, runs in paragraph.parts)
    return f"<p{furniture}>{parts}</p>"


def _sentence(sentence: CodedSentence | None, runs: Iterable[Segment], known: _Known) -> str:
    why = why_not_drawn(sentence) if sentence else ""
    text = "".join(_run(run, known, told=bool(why)) for run in runs)
    if sentence is None:
        return text
    # A sentence that runs over two lines has its anchor where it begins.
    ident = "" if sentence.anchor in known.anchors else f" id='{sentence.anchor}'"
    known.anchors.add(sentence.anchor)
    uncoded = " uncoded" if sentence.use == UNCOVERED else ""
    return f"<span class='s{uncoded}'{ident}{_title(why)}>{text}</span>"


def _run(run: Segment, known: _Known, *, told: bool) -> str:
    before = "".join(f"<ins>[{escape(mark)}]</ins>" for mark in run.before)
    if not run.claims:
        return before + escape(run.text, quote=False)
    quoted = " ".join(str(known.numbers[ident]) for ident in run.claims)
    # Where only a part of a sentence is framing, that part says why.
    why = "" if told or run.kinds != ("framing",) else known.reasons[run.claims[0]]
    return (
        f"{before}<mark class='{_grounds(run.kinds)}' data-c='{quoted}' role='button' tabindex='-1'"
        f"{_title(why)}>{escape(run.text, quote=False)}</mark>"
    )


def _title(words: str) -> str:
    return f" title='{escape(words, quote=True)}'" if words else ""


def _grounds(kinds: Sequence[str]) -> str:
    shown = list(zip(_GROUNDS, kinds, strict=False))
    return " ".join([f"g-{shown[-1][0]}", *(f"{place}-{kind}" for place, kind in shown)])


def legend_html(reading: Reading) -> str:
    """Write what the grounds of the text mean, with the number of claims of each kind in it."""
    counts = Counter(kind_of(claim) for claim in reading.claims)
    entries = [
        f"<li>{_swatch([kind])} {escape(kind_name(kind))} <span>{counts[kind]}</span></li>"
        for kind in KINDS
        if counts[kind]
    ]
    several = next((run for run in reading.segments if len(run.kinds) > 1), None)
    title, together = _("Legend"), _("Several at once")
    if several:
        entries.append(f"<li>{_swatch(several.kinds)} {escape(together)}</li>")
    return f"<ul class='reader-legend' aria-label='{escape(title, quote=True)}'>{''.join(entries)}</ul>"


def _swatch(kinds: Sequence[str]) -> str:
    word = escape(_("text"))
    return f"<span class='reader-swatch {_grounds(kinds)}' aria-hidden='true'>{word}</span>"


def rail_svg(reading: Reading) -> str:
    """Draw where the coded passages lie in the text: a lane a kind, the whole text from top to bottom."""
    length = max(len(reading.document.text), 1)
    kinds = [kind for kind in KINDS if any(kind in run.kinds for run in reading.segments)]
    lanes = "".join(
        f"<path d='{_lane(reading.segments, kind, lane, length)}' class='lane-{kind}'/>"
        for lane, kind in enumerate(kinds)
    )
    return (
        f"<svg viewBox='0 0 {max(len(kinds), 1)} {length}' preserveAspectRatio='none' "
        f"style='--lanes:{max(len(kinds), 1)}'>{lanes}</svg>"
    )


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
