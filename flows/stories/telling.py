"""All that a page's script tells a story by: chapters as HTML, what the map shows with each, and slides."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.command import map_command
from flows.narrative.caveat import caveat
from flows.narrative.citations import source_list
from flows.narrative.description import headline
from flows.palette import css_variables_of_both
from flows.query.links import write_link, write_page
from flows.stories.chapter_text import ChapterSentence, chapter_html
from flows.stories.chapter_view import chapter_view, claims_cited
from flows.templates import Html, render
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.model.stories import Story

# Writes the card of a claim with its number, without its title.
WriteCard = Callable[[Claim, int], Html]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCard:
    """The card of a claim that a chapter cites."""

    id: str
    html: Html


def telling(story: Story, atlas: Atlas, card: WriteCard) -> dict[str, Any]:
    """Return what the page's script tells a story by, JSON-ready; ``card`` writes the cards of its claims."""
    return {
        "story": story.id,
        "title": _("Map of the story"),
        "minutes": story.minutes,
        "slides": _slides(story, atlas),
        "speaker": _speaker(story),
        "printed": _printed(story, atlas),
        "chapters": list(_chapters(story, atlas, card)),
    }


def _slides(story: Story, atlas: Atlas) -> dict[str, Html]:
    """Return the slides that a presenter begins and ends with."""
    documents = sorted(_documents(story, atlas), key=lambda document: (document.year, document.title))
    return {
        "opening": render("story_opening", story=story),
        "closing": render(
            "story_closing",
            sources=[f"{document.title}, {document.year}" for document in documents],
            caveat=caveat(),
        ),
    }


def _speaker(story: Story) -> dict[str, str]:
    """Return the page of the speaker's window, and what its script says there of slides and screen."""
    return {
        "page": render("story_speaker", colours=Html(css_variables_of_both())),
        "title": _("Speaker’s window: {title}").format(title=story.title),
        "opening": story.title,
        "closing": _("What this rests on"),
        "clock": f"0:00 / {story.minutes}:00",
        "black": _("The screen is black."),
        "here": _("The browser fills the screen only from the other window: press f there."),
        "refused": _(
            "The browser opened no second window. While presenting, n shows the note here and q the question."
        ),
    }


def _printed(story: Story, atlas: Atlas) -> dict[str, Html]:
    """Return what a printed story begins and ends with."""
    aside = " ".join((_("For: {audience}.").format(audience=story.audience), story.age))
    return {
        "opening": render("story_printed", story=story, aside=aside),
        "closing": render("story_sources", sources=source_list(_documents(story, atlas)), caveat=caveat()),
    }


def _documents(story: Story, atlas: Atlas) -> list[Document]:
    cited = {claim.document for chapter in story.chapters for claim in claims_cited(chapter, atlas)}
    return [atlas.documents[ident] for ident in cited]


def _chapters(story: Story, atlas: Atlas, card: WriteCard) -> Iterator[dict[str, Any]]:
    for number, chapter in enumerate(story.chapters):
        view = chapter_view(chapter, atlas)
        request = view.request
        yield {
            "id": chapter.id,
            "title": chapter.title,
            "note": chapter.note,
            "question": chapter.question,
            "progress": _progress(story, number),
            "asked": headline(view.scene, request.focus, atlas, dots="dots" not in request.hide),
            "explore": f"./?{write_page({'story': story.id, 'chapter': chapter.id})}&{write_link(request)}",
            "command": map_command(request) | {"bounds": chapter.bounds, "session": "story", "heard": 0},
            "html": told_chapter(story, number, atlas, card),
        }


def told_chapter(
    story: Story,
    number: int,
    atlas: Atlas,
    card: WriteCard,
    wrong: Mapping[ChapterSentence, str] = MappingProxyType({}),
) -> Html:
    """Write a chapter as it is told, with the cards of its claims; the sentences of ``wrong`` are marked."""
    chapter = story.chapters[number]
    numbered = list(enumerate(claims_cited(chapter, atlas), start=1))
    settles = chapter.id == story.question.settled
    return render(
        "chapter",
        story=story.title,
        title=chapter.title,
        asked=story.question if number == 0 and story.question.ask else None,
        text=chapter_html(chapter.text, {claim.id: n for n, claim in numbered}, wrong),
        settled=next((a.text for a in story.question.answers if a.right), "") if settles else "",
        question=chapter.question,
        note=chapter.note,
        cards=[CitedCard(id=claim.id, html=card(claim, n)) for n, claim in numbered],
    )


def _progress(story: Story, number: int) -> str:
    """Say which chapter this is, and how long the story goes on."""
    whole = len(story.chapters)
    left = max(1, round(story.minutes * (whole - number) / whole))
    minutes = translate_count("about {n} minute", "about {n} minutes", left)
    return _("{number} of {whole} · {minutes}").format(number=number + 1, whole=whole, minutes=minutes)
