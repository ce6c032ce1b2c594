"""The narrative panel: what a selection says, or the story of what is in focus."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.cards import Card, by_topic, card_of
from flows.narrative.citations import sources_in_short
from flows.narrative.findings import claims_in_order, findings_of
from flows.narrative.story import Story, story_of
from flows.query.focus import Focus
from flows.scene.names import label, place_in_text
from flows.scene.scene import Scene
from flows.scene.source_sentences import sentences_behind
from flows.templates import NOTHING, Html, render
from flows.ui.card_list import show_cards
from flows.ui.empty import show_ways_back
from flows.ui.overview import findings_html, lists_html
from flows.ui.push_html import push_html
from flows.ui.tier_layer import caution_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import FocusKind

# Whether a session has been told anything yet.
_TOLD = "told_once"


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


def show_told(atlas: Atlas, scene: Scene, focus: Focus | None) -> Story:
    """Show what is told of ``focus``, or found in the whole selection where nothing is in focus.

    Return the story whose cards `show_evidence` shows.
    """
    if not scene.claims:
        _push_told(render("nothing_to_show"))
        show_ways_back(atlas, scene)
        return Story(title="")
    if focus is None:
        findings = findings_of(scene)
        story = Story(title="", own=claims_in_order(findings, scene))
        _push_told(findings_html(atlas, scene, findings, story))
    else:
        story = story_of(focus, scene, atlas)
        _push_told(story_html(atlas, story, focus))
    return story


def _push_told(html: Html) -> None:
    """Show what is told; the first time as plain HTML, which a browser shows before any script of ours."""
    with st.container(key="first_told"):
        if _TOLD not in st.session_state:
            st.session_state[_TOLD] = True
            st.html(html)
            html = NOTHING
    push_html("told", html)


def show_evidence(atlas: Atlas, scene: Scene, story: Story, focus: Focus | None) -> None:
    """Show the cards behind what is told; of a whole selection first its marks in lists."""
    if not scene.claims:
        return
    if focus is None:
        show_cards(atlas, story.own, _("Evidence"), before=lists_html(atlas, scene))
        return
    show_cards(atlas, story.own, "", numbers=story.numbers(story.own))
    if story.regional:
        numbers = story.numbers(story.regional)
        show_cards(atlas, story.regional, _("Said of the region"), numbers=numbers, key="regional")


def story_html(atlas: Atlas, story: Story, focus: Focus) -> Html:
    """Write the story of what is in focus, with the placements of a country in tiers."""
    return render(
        "story",
        title=story.title,
        facts=_facts(atlas, story, focus),
        placements=list(_placements(atlas, story)),
        caution=caution_of(atlas),
        told=by_topic(story, story.sentences),
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
        documents = dict.fromkeys(claim.document for claim in story.own)
        counts.append(sources_in_short(atlas.documents[ident] for ident in documents))
    return " · ".join(counts)
