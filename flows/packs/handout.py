"""The handout of a briefing pack: PDF pages to print or to read, with their evidence inside."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flows.i18n import translate as _
from flows.narrative.cards import Card
from flows.packs.chosen_evidence import chosen_evidence, cited_in
from flows.packs.content import Pack
from flows.packs.painting import CHAPTER, PAGE, Painters, PictureWords, Sheet
from flows.packs.parts import PackChapter, PackMap, PackSentence, words_quoted
from flows.packs.steps import Tell, drawing_map, setting_text, untold
from flows.packs.typesetting import pdf_bytes, printable, stand_in_note
from flows.palette import read_palette

# Pieces of evidence that are printed, some eight pages; a whole atlas would fill sixty that nobody hands out.
_MOST_EVIDENCE = 120


def handout_bytes(pack: Pack, tell: Tell = untold) -> bytes:
    """Set a pack as a PDF that anybody can read, with a screen reader too, and that archives can keep."""
    chosen = chosen_evidence(pack, _MOST_EVIDENCE)
    chapters = pack.story.chapters if pack.story else ()
    maps = {"whole": (pack.map, PAGE)} | {_name(chapter): (chapter.map, CHAPTER) for chapter in chapters}
    with Painters(pack.map.scene.atlas) as painters:
        pictures = {}
        for number, (name, (shown, sheet)) in enumerate(maps.items(), start=1):
            tell(drawing_map(number, len(maps)))
            pictures[name] = _drawn(painters, shown, sheet)
    tell(setting_text())
    said = _said(pack, chosen)
    written = printable(said | {"lacking": stand_in_note(said)})
    return pdf_bytes("handout", written, pictures, dt.date.fromisoformat(pack.date))


def _drawn(painters: Painters, shown: PackMap, sheet: Sheet) -> str:
    return painters.draw(shown.scene, shown.request, PictureWords(), bounds=shown.bounds, sheet=sheet).svg


def _name(chapter: PackChapter) -> str:
    return str(chapter.number)


def _said(pack: Pack, chosen: Sequence[Card]) -> dict[str, Any]:
    return {
        "title": pack.title,
        "author": _("Trafficking flows atlas"),
        "description": f"{pack.asked}. {pack.contents}",
        "language": pack.language,
        "date": pack.date,
        "made": pack.made,
        "asked": pack.asked,
        "contents": pack.contents,
        "provenance": pack.provenance,
        "map": _map(pack.map),
        "findings": [
            {"title": found.title, "sentences": _sentences(found.sentences, chosen), "uncited": found.uncited}
            for found in pack.findings
        ],
        "questions": _questions(),
        "story": _story(pack, chosen),
        "evidence": [_evidence(card) for card in chosen],
        "left_out": _left_out(len(chosen), len(pack.evidence)),
        "sources": pack.sources,
        "glossary": [
            {"label": entry.label, "definition": entry.definition, "source": entry.source}
            for entry in pack.glossary
        ],
        "caveat": pack.caveat,
        "boundaries": pack.boundaries,
        "credits": pack.credits,
        # Without an address the first page of the atlas is none that could be printed.
        "link": "" if pack.link == "./" else pack.link,
        "words": _words(),
        "colours": dict(read_palette().light),
    }


def _map(shown: PackMap) -> dict[str, str]:
    return {"shown": shown.shown, "alternative": shown.alternative}


def _left_out(chosen: int, every: int) -> str:
    """Say how much of the evidence is not printed; "" where all of it is."""
    if chosen == every:
        return ""
    return _(
        "Of {every} claims {chosen} are printed here, for every sentence some, from as many documents as can "
        "be. The atlas and its other files have all of them."
    ).format(every=every, chosen=chosen)


def _sentences(sentences: tuple[PackSentence, ...], chosen: Sequence[Card]) -> list[dict[str, Any]]:
    printed = {card.number for card in chosen}
    return [
        {
            "gap": said.gap,
            "words": [{"text": part.text, "stress": part.stress} for part in said.words],
            "cited": cited_in(said, chosen),
            "first": next((number for number in said.numbers if number in printed), 0),
        }
        for said in sentences
    ]


def _story(pack: Pack, chosen: Sequence[Card]) -> dict[str, Any] | None:
    story = pack.story
    if story is None:
        return None
    about = _("For: {audience}. About {n} minutes. {age}").format(
        audience=story.audience, n=story.minutes, age=story.age
    )
    return {
        "summary": story.summary,
        "about": about,
        "ask": story.question.ask,
        "answers": [answer.text for answer in story.question.answers],
        "chapters": [
            {
                "title": _("{n}. {title}").format(n=chapter.number, title=chapter.title),
                "picture": _name(chapter),
                "map": _map(chapter.map),
                "paragraphs": [_sentences(paragraph, chosen) for paragraph in chapter.paragraphs],
                "question": chapter.question,
                "settled": chapter.settled,
            }
            for chapter in story.chapters
        ],
    }


def _evidence(card: Card) -> dict[str, Any]:
    folded = _("About the sexual exploitation of children: folded away, as in the atlas.")
    return {
        "number": card.number,
        "title": card.title,
        "quoted": "" if card.folded else words_quoted(card),
        "statement": folded if card.folded else "".join(stretch.text for stretch in card.statement),
        "source": card.source,
        "locator": card.locator,
        "found_by": _found_by(card),
        "reading": card.reading,
        "tags": [term.words for term in card.terms],
    }


def _found_by(card: Card) -> str:
    if card.folded or not card.found_by:
        return ""
    return _("Find it by: {words}.").format(words=card.found_by.rstrip("."))


def _questions() -> list[str]:
    """Return what can be asked of any selection: who speaks, who is not heard, and what is not known."""
    return [
        _("Which of these sentences rest on one document, and which on several?"),
        _("Who wrote these documents, for what purpose, and who was not asked?"),
        _("Which places have no mark on this map, and what may be the reasons?"),
        _("What would you have to know before you could speak of numbers of people?"),
    ]


def _words() -> dict[str, str]:
    return {
        "page": _("Page {n} of {all}"),
        "findings": _("What these documents say"),
        "questions": _("Questions"),
        "question": _("Question:"),
        "answer": _("The answer to the first question:"),
        "evidence": _("The evidence, by its numbers"),
        "how_cited": _(
            "Words in quotation marks are those of the document; all others are our paraphrase of it. "
            "Below each stands what is said to happen and how sure the source is."
        ),
        "sources": _("Sources"),
        "glossary": _("Terms used"),
        "reading": _("How to read this"),
        "again": _("The same in the atlas:"),
    }
