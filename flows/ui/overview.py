"""The overview of a selection: its findings, where to start, and its marks in lists."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.cards import Cited, with_numbers
from flows.narrative.citations import sources_in_short, span
from flows.narrative.claim_focus import place_focus
from flows.narrative.description import describe
from flows.narrative.findings import Finding, by_theme
from flows.narrative.starts import starts_of
from flows.narrative.story import Story
from flows.scene.hotspots import Hotspot
from flows.scene.names import hotspot_name, label, role_name, route_name, tagged
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scene import Scene
from flows.templates import Html, render
from geodata.model.atlas import Atlas
from geodata.model.evidence import Evidence

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
class _Finding:
    """A finding as it stands on the page."""

    id: str
    family: str
    sentences: Sequence[Cited]
    silence: str


def findings_html(atlas: Atlas, scene: Scene, findings: Sequence[Finding], story: Story) -> Html:
    """Write what the selection says, with the numbers of a story, and where three readers can start."""
    return render(
        "findings",
        lead=_lead(atlas, scene),
        findings=[
            _Finding(
                id=finding.id,
                family=finding.family,
                sentences=with_numbers(story, finding.sentences),
                silence=finding.silence,
            )
            for finding in findings
        ],
        starts=starts_of(scene, findings),
    )


def _lead(atlas: Atlas, scene: Scene) -> str:
    """Say how many documents the selection rests on, of which years, and what was asked."""
    documents = [atlas.documents[ident] for ident in scene.documents]
    return _("{documents}, {years} · {asked}").format(
        documents=translate_count("{n} document", "{n} documents", len(documents)),
        years=span(document.year for document in documents),
        asked=describe(scene.selection, atlas),
    )


def lists_html(atlas: Atlas, scene: Scene) -> Html:
    """Write what the selection holds in lists: its marks by kind, and the themes of region-wide notes."""
    themes = [
        _Entry(focus=f"theme:{theme}", name=label("theme", theme), aside=str(len(notes)))
        for theme, notes in by_theme(scene)
    ]
    return render("overview", lists=list(_lists(atlas, scene)), notes=len(scene.notes), themes=themes)


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
