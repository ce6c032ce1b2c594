"""The slides of a briefing pack: what each says and shows, before any file is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.cards import Card
from flows.packs.chosen_evidence import chosen_evidence, cited_in
from flows.packs.content import Pack
from flows.packs.parts import PackChapter, PackFinding, PackMap, PackSentence, PackStory, words_quoted
from flows.packs.text_measure import Paragraph, Run

# Pieces of evidence of a selection on slides, the rest is in the atlas; a story brings all that it cites.
MOST_EVIDENCE = 24
# Sizes in points: what is read from the back of a room, what is read at a desk, what stands in a list.
LARGE, MIDDLE, SMALL = 20.0, 14.0, 12.0
_CHAPTER = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide, or several where its text needs them: title, text, notes of the speaker, perhaps a map.

    ``opening`` is the first one; ``chapter`` tells one of a story.
    """

    title: str
    text: tuple[Paragraph, ...]
    notes: str = ""
    map: PackMap | None = None
    chapter: bool = False
    opening: bool = False


def slides_of(pack: Pack) -> list[Slide]:
    """Return the slides of a pack in their order."""
    chosen = pack.evidence if pack.story else chosen_evidence(pack, MOST_EVIDENCE)
    return [
        _opening(pack),
        *_question(pack.story),
        _map(pack),
        _shown(pack),
        *_findings(pack, chosen),
        *(_chapter(chapter, chosen) for chapter in (pack.story.chapters if pack.story else ())),
        *_evidence(pack, chosen),
        *_sources(pack),
        _caveats(pack),
    ]


def _opening(pack: Pack) -> Slide:
    story = pack.story
    told = [_plain(story.summary, LARGE)] if story else []
    told.append(_labelled(_("Shown:"), pack.asked, LARGE))
    told.append(_plain(pack.contents, LARGE))
    if story:
        minutes = translate_count("{n} minute", "{n} minutes", story.minutes)
        told.append(_plain(f"{_('For: {audience}.').format(audience=story.audience)} {minutes}.", MIDDLE))
        told.append(_plain(story.age, MIDDLE))
    told.append(_muted(pack.made, MIDDLE))
    told.append(_linked(pack, MIDDLE))
    return Slide(title=pack.title, text=_spaced(told), opening=True)


def _question(story: PackStory | None) -> Iterator[Slide]:
    """Ask what the story answers; the answer is on the slide of the chapter that settles it."""
    if story is not None:
        answers = (f"{chr(65 + n)}.  {answer.text}" for n, answer in enumerate(story.question.answers))
        told = [_plain(story.question.ask, 28.0), *(_plain(answer, 24.0) for answer in answers)]
        yield Slide(title=_("Before you begin"), text=_spaced(told))


def _map(pack: Pack) -> Slide:
    told = (_plain(pack.map.shown, MIDDLE), _muted(pack.caveat, SMALL, space=8.0))
    return Slide(title=_("Map"), text=told, map=pack.map)


def _shown(pack: Pack) -> Slide:
    told = [_plain(pack.map.alternative, LARGE), _muted(pack.caveat, 16.0)]
    return Slide(title=_("What is shown"), text=_spaced(told))


def _findings(pack: Pack, chosen: Sequence[Card]) -> Iterator[Slide]:
    if pack.findings:
        told = [paragraph for finding in pack.findings for paragraph in _finding(finding, chosen)]
        yield Slide(title=_("What the documents say"), text=tuple(told))


def _finding(finding: PackFinding, chosen: Sequence[Card]) -> Iterator[Paragraph]:
    if finding.title:
        yield Paragraph(runs=(Run(text=finding.title, tone="accent"),), size=16.0, space=12.0, leads=True)
    runs = [*_said(finding.sentences, chosen)]
    if finding.uncited:
        runs.append(Run(text=f" {finding.uncited}" if runs else finding.uncited))
    yield Paragraph(runs=tuple(runs), size=LARGE, space=2.0)


def _chapter(chapter: PackChapter, chosen: Sequence[Card]) -> Slide:
    told = [
        Paragraph(runs=tuple(_said(paragraph, chosen)), size=_CHAPTER, space=8.0)
        for paragraph in chapter.paragraphs
    ]
    if chapter.settled:
        told.append(_labelled(_("The answer:"), chapter.settled, _CHAPTER, space=8.0))
    if chapter.question:
        told.append(_labelled(_("For the class:"), chapter.question, _CHAPTER, space=8.0))
    notes = (chapter.note, chapter.map.shown, _("In the atlas: {link}").format(link=chapter.link))
    return Slide(
        title=f"{chapter.number}. {chapter.title}",
        text=tuple(told),
        notes="\n".join(filter(None, notes)),
        map=chapter.map,
        chapter=True,
    )


def _evidence(pack: Pack, chosen: Sequence[Card]) -> Iterator[Slide]:
    told = [_card(card) for card in chosen]
    more = len(pack.evidence) - len(chosen)
    if more:
        words = translate_count("{n} more claim is in the atlas.", "{n} more claims are in the atlas.", more)
        told.append(_muted(words, SMALL, space=6.0))
    if told:
        yield Slide(title=_("Evidence"), text=tuple(told))


def _card(card: Card) -> Paragraph:
    """Tell one piece of evidence: its number, statement, exact words or where to find them, and source."""
    if card.folded:
        said = _("Evidence about the sexual exploitation of children, folded away.")
        return _entry(card, [Run(text=f"{said} ")])
    runs = [Run(text=f"{''.join(stretch.text for stretch in card.statement)} ")]
    if card.quotation:
        runs.append(Run(text=f"“{words_quoted(card)}” ", italic=True))
    elif card.found_by:
        words = _("find it by: {words}").format(words=card.found_by)
        runs.append(Run(text=f"({words}) ", tone="muted"))
    return _entry(card, runs)


def _entry(card: Card, runs: Iterable[Run]) -> Paragraph:
    number = Run(text=f"[{card.number}] ", bold=True)
    aside = " ".join(filter(None, (f"{card.source}.", card.reading)))
    return Paragraph(runs=(number, *runs, Run(text=aside, tone="muted")), size=SMALL, space=6.0)


def _sources(pack: Pack) -> Iterator[Slide]:
    if pack.sources:
        told = tuple(_plain(source, SMALL, space=3.0) for source in pack.sources)
        yield Slide(title=_("Sources"), text=told)


def _caveats(pack: Pack) -> Slide:
    told = [_plain(words, 16.0) for words in (pack.caveat, pack.provenance, pack.boundaries)]
    told += [_muted(words, MIDDLE) for words in (pack.credits, pack.made)]
    told.append(_linked(pack, MIDDLE))
    return Slide(title=_("What the map cannot say"), text=_spaced(told))


def _said(sentences: Iterable[PackSentence], chosen: Sequence[Card]) -> Iterator[Run]:
    """Yield sentences in their stress, each with the numbers of its evidence."""
    for number, said in enumerate(sentences):
        if number and said.gap:
            yield Run(text=said.gap)
        for part in said.words:
            yield Run(text=part.text, bold=part.stress == "strong", italic=part.stress == "em")
        cited = cited_in(said, chosen)
        if cited:
            yield Run(text=f" {cited}", tone="muted")


def _linked(pack: Pack, size: float) -> Paragraph:
    """Return the link that makes the pack again; one that a program can follow is made to be."""
    address = pack.link if pack.link.startswith(("https://", "http://")) else ""
    shown = pack.link if "?" in pack.link or address else _("its first page")
    words = Run(text=f"{_('In the atlas:')} ", tone="muted")
    return Paragraph(runs=(words, Run(text=shown, tone="accent", link=address)), size=size)


def _plain(text: str, size: float, *, space: float = 0.0) -> Paragraph:
    return Paragraph(runs=(Run(text=text),), size=size, space=space)


def _muted(text: str, size: float, *, space: float = 0.0) -> Paragraph:
    return Paragraph(runs=(Run(text=text, tone="muted"),), size=size, space=space)


def _labelled(label: str, text: str, size: float, *, space: float = 0.0) -> Paragraph:
    return Paragraph(runs=(Run(text=f"{label} ", bold=True), Run(text=text)), size=size, space=space)


def _spaced(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs with half a line between them."""
    return tuple(Paragraph(runs=found.runs, size=found.size, space=found.size / 2) for found in paragraphs)
