"""What is told of a place in lists: roles, routes, hotspots, tiers, and what no document says."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.cards import cited
from flows.narrative.citations import source_line
from flows.narrative.place_sentences import from_one_sentence
from flows.narrative.profile import Group, Profile
from flows.narrative.story import Story
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, joined, label, label_in_text, place_name, tagged
from flows.scene.telling import UNCONFIRMED, told_as
from flows.scene.tiers import placement_name
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RankingClaim


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
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A placement in a tier; ``card`` is its claim, whose card is the ``nth`` of the page."""

    year: int
    placement: str
    source: str
    cited: str
    card: str
    nth: int


# A list: two titles, its groups, and how one of them becomes an entry.
_Listing = tuple[str, str, tuple[Group, ...], Callable[[Group], Entry]]


def lists_of(profile: Profile, atlas: Atlas) -> list[PlaceList]:
    """Return the lists of a profile that hold anything: what happens first, then what is said less firmly.

    What rests only on claims that are alleged, at risk or onward migration stands in lists of its own.
    """
    lists = _lists(profile, atlas)
    firm = [
        _list(title, [group for group in groups if not told_as(group[1])], named, atlas)
        for title, _title, groups, named in lists
    ]
    faint = [
        _list(
            _("{list}: {assertion}").format(list=title, assertion=label_in_text("assertion", assertion)),
            [group for group in groups if told_as(group[1]) == assertion],
            named,
            atlas,
        )
        for _title, title, groups, named in lists
        for assertion in UNCONFIRMED
    ]
    return [found for found in (*firm, *faint) if found.entries]


def _lists(profile: Profile, atlas: Atlas) -> tuple[_Listing, ...]:
    """Return each list: its title for what happens, a plain one for less than that, and its groups."""
    course = f"{profile.place}~{profile.place}"
    inside, between = _as_group(course, profile.internal), _as_group(f"{course}~between", profile.between)

    def other(end: int) -> Callable[[Group], Entry]:
        return lambda group: _entry(_end(group, end, atlas), group[1])

    def own(words: str) -> Callable[[Group], Entry]:
        return lambda group: _entry(_route(group[0], words), group[1])

    hotspots = _("Hotspots by sector")
    return (
        (_("Named as"), _("Roles"), profile.roles, lambda g: _entry(_term("roles", g[0]), g[1])),
        (_("People come from"), _("Origins"), profile.inflows, other(0)),
        (_("People are taken to"), _("Destinations"), profile.outflows, other(-1)),
        (
            _("Routes that pass through"),
            _("Passing through"),
            profile.transit,
            lambda g: _entry(_route_of(g, atlas), g[1]),
        ),
        (_("Exploited inside"), _("Inside"), inside, own(_("Within the place itself"))),
        (
            _("Taken across its inner borders"),
            _("Across its inner borders"),
            between,
            own(_("Between its countries")),
        ),
        (hotspots, hotspots, profile.hotspots, lambda group: _hotspots(group, atlas)),
    )


def _as_group(ident: str, claims: tuple[Claim, ...]) -> tuple[Group, ...]:
    return ((ident, claims),) if claims else ()


def _list(title: str, groups: Sequence[Group], named: Callable[[Group], Entry], atlas: Atlas) -> PlaceList:
    claims = list({claim.id: claim for group in groups for claim in group[1]}.values())
    return PlaceList(
        title=title,
        entries=[named(group) for group in groups],
        note=from_one_sentence(claims, atlas) if claims else "",
    )


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
        Button(
            words=tagged(hotspot_name(hotspot, atlas.gazetteer), hotspot.evidence.claims),
            focus=f"hotspot:{hotspot.id}",
        )
        for hotspot in hotspots_from(group[1])
    ]
    return Entry(sector=_term("sectors", group[0]), names=names, strength=_strength(group[1]))


def tiers_of(profile: Profile, story: Story, atlas: Atlas) -> list[Tier]:
    """Return the placements in tiers, the latest first, each with scheme, year and source."""
    return [_tier(claim, story, atlas) for claim in reversed(profile.tiers)]


def _tier(claim: RankingClaim, story: Story, atlas: Atlas) -> Tier:
    card, nth = story.first_card([claim])
    return Tier(
        year=claim.year,
        placement=placement_name(claim),
        source=source_line(atlas.documents[claim.document], claim),
        cited=cited(story.numbers([claim])),
        card=card,
        nth=nth,
    )


def unnamed_values(profile: Profile) -> Iterator[str]:
    """Yield what claims of the selection name for other places, and none for this one, a line a facet."""
    titles = {"roles": _("Roles"), "types": _("Types"), "sectors": _("Sectors")}
    pattern = _("{facet}: {values}")
    for facet, slugs in profile.silent.items():
        if slugs:
            yield pattern.format(facet=titles[facet], values=joined(label(facet, slug) for slug in slugs))
