"""The narrative panel: the overview of a selection, or the story of what is in focus."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import sources_in_short
from flows.narrative.claim_focus import place_focus
from flows.narrative.story import Story, story_of
from flows.query.focus import Focus
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, label, note_title, place_in_text, role_name, route_name, tagged
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.scene.source_sentences import sentences_behind
from flows.templates import Html, render
from flows.ui.card_list import show_cards
from flows.ui.cards import Card, card_of, with_numbers
from flows.ui.empty import show_empty
from flows.ui.tier_layer import caution_of
from geodata.model.atlas import Atlas
from geodata.model.evidence import Evidence
from geodata.vocabulary.enums import FocusKind

# Entries of one list before it folds; the rest is one click away.
_LISTED = 12
# Entries of one list on the page, folded or not; all are in the table.
_IN_ALL = 400
# Letters that fit beside a name; what is longer, such as where something is paraphrased from, stands below.
_BESIDE = 16


_Drawn = Route | Hotspot | CountryRole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A mark in a list: what is looked at, its name, and what stands beside it, or below where it is long."""

    focus: str
    name: str
    aside: str = ""

    @property
    def long(self) -> bool:
        return len(self.aside) > _BESIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """The marks of one kind: the first of them, the rest, and in words how many stand in the table only."""

    title: str
    number: int
    first: list[_Entry]
    rest: list[_Entry]
    elsewhere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Theme:
    """The notes on the region that have one theme."""

    title: str
    entries: list[_Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placement:
    """A placement in a tier, in a sentence and as the card behind it."""

    text: str
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The place whose page a story leads to, as it is named in a sentence."""

    id: str
    name: str


def show_panel(atlas: Atlas, scene: Scene, focus: Focus | None) -> None:
    """Show what is told of ``focus``, or of the whole selection where nothing is in focus."""
    with st.container(key="narrative"):
        if not scene.claims:
            show_empty(atlas, scene)
        elif focus is None:
            show_cards(atlas, scene.claims, _("Evidence"), before=overview_html(atlas, scene))
        else:
            _focused(atlas, story_of(focus, scene, atlas), focus)


def overview_html(atlas: Atlas, scene: Scene) -> Html:
    """Write what the selection holds: its marks by kind, and the notes on the region by theme."""
    themes: dict[str, list[_Entry]] = {}
    for note in scene.notes:
        entry = _Entry(focus=f"note:{note.id}", name=tagged(note.statement, (note,)))
        themes.setdefault(note_title(note), []).append(entry)
    return render(
        "overview",
        lists=list(_lists(atlas, scene)),
        notes=len(scene.notes),
        themes=[_Theme(title=title, entries=entries) for title, entries in themes.items()],
    )


def _lists(atlas: Atlas, scene: Scene) -> Iterator[_List]:
    places = atlas.gazetteer
    titled: Iterable[tuple[str, Sequence[_Drawn], Callable[[Any], tuple[str, str]]]] = (
        (_("Routes"), scene.routes, lambda r: (f"route:{r.id}", route_name(r, places))),
        (_("Hotspots"), scene.hotspots, lambda h: (f"hotspot:{h.id}", hotspot_name(h, places))),
        (_("Roles"), scene.roles, lambda r: (place_focus(r.place, places), role_name(r, places))),
        (
            _("Routes: alleged, at risk or onward"),
            scene.unconfirmed_routes,
            lambda r: (f"route:{r.id}", route_name(r, places)),
        ),
        (
            _("Hotspots: alleged or at risk"),
            scene.unconfirmed_hotspots,
            lambda h: (f"hotspot:{h.id}", hotspot_name(h, places)),
        ),
        (
            _("Roles: alleged, at risk or onward"),
            scene.unconfirmed_roles,
            lambda r: (place_focus(r.place, places), role_name(r, places)),
        ),
    )
    for title, marks, named in titled:
        entries = []
        for mark in marks[:_IN_ALL]:
            focus, name = named(mark)
            name = tagged(name, mark.evidence.claims)
            entries.append(_Entry(focus=focus, name=name, aside=_sources(atlas, mark.evidence)))
        left = len(marks) - len(entries)
        if entries:
            yield _List(
                title=title,
                number=len(marks),
                first=entries[:_LISTED],
                rest=entries[_LISTED:],
                elsewhere=translate_count("{n} more in the table", "{n} more in the table", left)
                * bool(left),
            )


def _sources(atlas: Atlas, evidence: Evidence) -> str:
    return sources_in_short(atlas.documents[ident] for ident in evidence.documents)


def _focused(atlas: Atlas, story: Story, focus: Focus) -> None:
    show_cards(atlas, story.own, "", before=story_html(atlas, story, focus))
    if story.regional:
        show_cards(atlas, story.regional, _("Said of the region"), after=len(story.own), key="regional")


def story_html(atlas: Atlas, story: Story, focus: Focus) -> Html:
    """Write the story of what is in focus, with the placements of a country in tiers."""
    return render(
        "story",
        title=story.title,
        facts=_facts(atlas, story, focus),
        placements=list(_placements(atlas, story)),
        caution=caution_of(atlas),
        told=with_numbers(story, story.sentences),
        no_evidence_note=story.no_evidence_note,
        place=_own_page(atlas, focus),
    )


def _placements(atlas: Atlas, story: Story) -> Iterator[_Placement]:
    for told in story.placements:
        for number in story.numbers(told.claims):
            yield _Placement(text=told.text, card=card_of(atlas, told.claims[0], number))


def _own_page(atlas: Atlas, focus: Focus) -> _Place | None:
    """Return the country or region in focus, which has a page of its own; None for another mark."""
    place = atlas.gazetteer.get(focus.id)
    if place is None or focus.kind not in {FocusKind.COUNTRY, FocusKind.REGION}:
        return None
    return _Place(id=place.id, name=place_in_text(place))


def _facts(atlas: Atlas, story: Story, focus: Focus) -> str:
    counts = [label("focus_kind", focus.kind)]
    if story.own:
        counts.append(translate_count("{n} claim", "{n} claims", len(story.own)))
        sentences = len(sentences_behind(story.own, atlas))
        if sentences < len(story.own):
            counts.append(translate_count("from {n} sentence", "from {n} sentences", sentences))
        counts.append(_sources(atlas, Evidence(claims=story.own)))
    return " · ".join(counts)
