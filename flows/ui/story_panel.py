"""The narrative panel: the overview of a selection, or the story of what is in focus."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import sources_in_short
from flows.narrative.claim_focus import place_focus
from flows.narrative.story import Story, story_of
from flows.query.focus import Focus
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, label, note_title, place_in_text, role_name, route_name
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.ui.buttons import focus_button, open_button
from flows.ui.card_list import show_cards
from flows.ui.cards import cited, placements_html
from flows.ui.empty import show_empty
from geodata.model.atlas import Atlas
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import FocusKind

# Entries of one list before it folds; the rest is one click away.
_LISTED = 12
# Entries of one list on the page, folded or not; all are in the table.
_IN_ALL = 400
# Letters that fit beside a name; what is longer, such as where something is paraphrased from, stands below.
_BESIDE = 16


_Entry = tuple[str, str, str]  # focus, name, and what stands beside it
_Drawn = Route | Hotspot | CountryRole


def show_panel(atlas: Atlas, scene: Scene, focus: Focus | None) -> None:
    """Show what is told of ``focus``, or of the whole selection where nothing is in focus."""
    with st.container(key="narrative"):
        if not scene.claims:
            show_empty(atlas, scene)
        elif focus is None:
            _overview(atlas, scene)
        else:
            _focused(atlas, story_of(focus, scene, atlas), focus)


def _overview(atlas: Atlas, scene: Scene) -> None:
    parts = [f"<h2>{escape(_('What the documents say'))}</h2>", f"<p>{escape(_lead())}</p>"]
    places = atlas.gazetteer

    def entries(marks: Sequence[_Drawn], named: Callable[[Any], tuple[str, str]]) -> Iterator[_Entry]:
        return ((*named(mark), _sources(atlas, mark.evidence)) for mark in marks[:_IN_ALL])

    for title, marks, named in (
        (_("Routes"), scene.routes, lambda r: (f"route:{r.id}", route_name(r, places))),
        (_("Hotspots"), scene.hotspots, lambda h: (f"hotspot:{h.id}", hotspot_name(h, places))),
        (_("Roles"), scene.roles, lambda r: (place_focus(r.place, places), role_name(r, places))),
    ):
        parts.append(_list(title, len(marks), entries(marks, named)))
    overview = f"<div class='atlas-story'>{''.join(parts)}{_notes(scene)}</div>"
    show_cards(atlas, scene.claims, _("Evidence"), before=overview)


def _lead() -> str:
    return _(
        "Choose a line, a symbol or a country on the map, or an entry below: what is behind it opens, in "
        "the exact words of a document or, where one is only cited, paraphrased."
    )


def _sources(atlas: Atlas, evidence: Evidence) -> str:
    return sources_in_short(atlas.documents[ident] for ident in evidence.documents)


def _list(title: str, count: int, entries: Iterable[_Entry]) -> str:
    """Write a list of ``count`` entries, of which ``entries`` are the first; "" where there is none."""
    if not count:
        return ""
    rows = [_entry(focus, name, aside) for focus, name, aside in entries]
    first, rest = "".join(rows[:_LISTED]), "".join(rows[_LISTED:])
    more = translate_count("{n} more", "{n} more", len(rows) - _LISTED)
    folded = f"<details><summary>{more}</summary><ul>{rest}</ul></details>" if rest else ""
    words = translate_count("{n} more in the table", "{n} more in the table", count - len(rows))
    elsewhere = f"<p>{open_button(words, 'table', css_class='atlas-quiet')}</p>" if count > len(rows) else ""
    return f"<h3>{escape(title)} <span>{count}</span></h3><ul>{first}</ul>{folded}{elsewhere}"


def _entry(focus: str, name: str, aside: str = "") -> str:
    button = f"<button type='button' data-atlas-focus='{escape(focus, quote=True)}'>{escape(name)}</button>"
    where = "atlas-below" if len(aside) > _BESIDE else "atlas-beside"
    return f"<li>{button}<span class='{where}'>{escape(aside)}</span></li>"


def _fold(title: str, count: int, rows: str) -> str:
    return f"<details><summary>{escape(title)} <span>{count}</span></summary><ul>{rows}</ul></details>"


def _notes(scene: Scene) -> str:
    by_theme: dict[str, list[str]] = {}
    for note in scene.notes:
        by_theme.setdefault(note_title(note), []).append(_entry(f"note:{note.id}", note.statement))
    if not by_theme:
        return ""
    themes = "".join(_fold(theme, len(rows), "".join(rows)) for theme, rows in by_theme.items())
    return f"<h3>{escape(_('Said of the whole region'))} <span>{len(scene.notes)}</span></h3>{themes}"


def _focused(atlas: Atlas, story: Story, focus: Focus) -> None:
    sentences = " ".join(
        f"{escape(told.text)} <span class='atlas-number'>{cited(story.numbers(told.claims))}</span>"
        for told in story.sentences
    )
    back = focus_button(_("Back to the overview"), "", css_class="atlas-back")
    told_of = (
        f"<div class='atlas-story'>{back}<h2>{escape(story.title)}</h2>"
        f"<p class='atlas-kind'>{escape(_facts(atlas, story, focus))}</p>{placements_html(atlas, story)}"
        f"<p>{sentences}</p><p class='atlas-silence'>{escape(story.no_evidence_note)}</p>"
        f"{_page_button(atlas, focus)}</div>"
    )
    show_cards(atlas, story.own, "", before=told_of)
    if story.regional:
        show_cards(atlas, story.regional, _("Said of the region"), after=len(story.own), key="regional")


def _page_button(atlas: Atlas, focus: Focus) -> str:
    """Write the button that opens the page of a country or region; "" for another mark."""
    place = atlas.gazetteer.get(focus.id)
    if place is None or focus.kind not in {FocusKind.COUNTRY, FocusKind.REGION}:
        return ""
    words = _("Open the page of {place}").format(place=place_in_text(place))
    return f"<p>{open_button(words, 'places', css_class='atlas-quiet', place=place.id)}</p>"


def _facts(atlas: Atlas, story: Story, focus: Focus) -> str:
    counts = [label("focus_kind", focus.kind)]
    if story.own:
        counts.append(translate_count("{n} claim", "{n} claims", len(story.own)))
        counts.append(_sources(atlas, Evidence(claims=story.own)))
    return " · ".join(counts)
