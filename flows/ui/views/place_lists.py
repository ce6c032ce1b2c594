"""What is told of a place in lists: roles, routes, hotspots, tiers, and what no document says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import source_line
from flows.narrative.profile import Group, Profile
from flows.narrative.story import Story
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, joined, label, place_name
from flows.scene.tiers import placement_name
from flows.ui.cards import cited
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A name that leads to the page of ``place``, to a ``term`` of the glossary, or to a mark on the map."""

    words: str
    place: str = ""
    facet: str = ""
    term: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a list: its names, those of hotspots below their sector, and its number of documents."""

    names: Sequence[Button]
    strength: str
    sector: Button | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """A list of what is said of a place."""

    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A placement in a tier."""

    year: int
    placement: str
    source: str
    cited: str


def lists_of(profile: Profile, atlas: Atlas) -> list[PlaceList]:
    """Return the lists of a profile that hold anything."""
    course = f"{profile.place}~{profile.place}"
    inside = _entry(_route(course, _("Within the place itself")), profile.internal)
    between = _entry(_route(f"{course}~between", _("Between its countries")), profile.between)
    found = {
        _("Named as"): [_entry(_term("roles", role), claims) for role, claims in profile.roles],
        _("People come from"): [_entry(_end(group, 0, atlas), group[1]) for group in profile.inflows],
        _("People are taken to"): [_entry(_end(group, -1, atlas), group[1]) for group in profile.outflows],
        _("Routes that pass through"): [
            _entry(_route_of(group, atlas), group[1]) for group in profile.transit
        ],
        _("Exploited inside"): [inside] if profile.internal else [],
        _("Taken across its inner borders"): [between] if profile.between else [],
        _("Hotspots by sector"): [_hotspots(group, atlas) for group in profile.hotspots],
    }
    return [PlaceList(title=title, entries=entries) for title, entries in found.items() if entries]


def _entry(name: Button, claims: Iterable[Claim]) -> Entry:
    return Entry(names=[name], strength=_strength(claims))


def _strength(claims: Iterable[Claim]) -> str:
    return translate_count("{n} document", "{n} documents", len({claim.document for claim in claims}))


def _term(facet: str, slug: str) -> Button:
    return Button(words=label(facet, slug), facet=facet, term=slug)


def _end(group: Group, end: int, atlas: Atlas) -> Button:
    """Return the button of the other end of routes: its page, or the route where no claim names it."""
    place = atlas.gazetteer.get(group[0])
    if place:
        return Button(words=place_name(place), place=place.id)
    first = group[1][0]
    words = _("origin not named") if end == 0 else _("destination not named")
    return _route(first.route if isinstance(first, FlowClaim) else "", words)


def _route_of(group: Group, atlas: Atlas) -> Button:
    stops = (atlas.gazetteer.get(stop) for stop in group[0].split("~"))
    return _route(group[0], " → ".join(place_name(stop) if stop else _("not named") for stop in stops))


def _route(ident: str, words: str) -> Button:
    return Button(words=words, focus=f"route:{ident}")


def _hotspots(group: Group, atlas: Atlas) -> Entry:
    names = [
        Button(words=hotspot_name(hotspot, atlas.gazetteer), focus=f"hotspot:{hotspot.id}")
        for hotspot in hotspots_from(group[1])
    ]
    return Entry(sector=_term("sectors", group[0]), names=names, strength=_strength(group[1]))


def tiers_of(profile: Profile, story: Story, atlas: Atlas) -> list[Tier]:
    """Return the placements in tiers, the latest first, each with scheme, year and source."""
    return [
        Tier(
            year=claim.year,
            placement=placement_name(claim),
            source=source_line(atlas.documents[claim.document], claim),
            cited=cited(story.numbers([claim])),
        )
        for claim in reversed(profile.tiers)
    ]


def unnamed_values(profile: Profile) -> Iterator[str]:
    """Yield what claims of the selection name for other places, and none for this one, a line a facet."""
    titles = {"roles": _("Roles"), "types": _("Types"), "sectors": _("Sectors")}
    pattern = _("{facet}: {values}")
    for facet, slugs in profile.silent.items():
        if slugs:
            yield pattern.format(facet=titles[facet], values=joined(label(facet, slug) for slug in slugs))
