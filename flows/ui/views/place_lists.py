"""What is told of a place in lists: roles, routes, hotspots, tiers, and what no document says."""

from collections.abc import Iterable, Sequence
from html import escape

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.citations import source_line
from flows.narrative.profile import Group, Profile
from flows.narrative.story import Story
from flows.scene.hotspots import hotspots_from
from flows.scene.names import hotspot_name, joined, label, place_name
from flows.scene.tiers import placement_name
from flows.ui.buttons import focus_button, open_button, term_button
from flows.ui.cards import cited
from flows.ui.tier_layer import caution_html
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim


def lists_html(profile: Profile, atlas: Atlas) -> str:
    """Write the lists of a profile, each name a button to the other place, or to the mark on the map."""
    roles = [(term_button(label("roles", role), "roles", role), claims) for role, claims in profile.roles]
    inside = [(_route(f"{profile.place}~{profile.place}", _("Within the place itself")), profile.internal)]
    parts = [
        _list(_("Named as"), roles),
        _list(_("People come from"), [(_end(group, 0, atlas), group[1]) for group in profile.inflows]),
        _list(_("People are taken to"), [(_end(group, -1, atlas), group[1]) for group in profile.outflows]),
        _list(
            _("Routes that pass through"), [(_route_of(group, atlas), group[1]) for group in profile.transit]
        ),
        _list(_("Exploited inside"), inside if profile.internal else []),
        _list(_("Hotspots by sector"), [(_hotspots(group, atlas), group[1]) for group in profile.hotspots]),
    ]
    return f"<div class='atlas-columns'>{''.join(parts)}</div>"


def _list(title: str, entries: Sequence[tuple[str, Iterable[Claim]]]) -> str:
    """Write a list of names, which are HTML already, each with its number of documents."""
    if not entries:
        return ""
    rows = "".join(f"<li>{name} <span>{_strength(claims)}</span></li>" for name, claims in entries)
    return f"<section><h3>{escape(title)} <span>{len(entries)}</span></h3><ul>{rows}</ul></section>"


def _strength(claims: Iterable[Claim]) -> str:
    return translate_count("{n} document", "{n} documents", len({claim.document for claim in claims}))


def _end(group: Group, end: int, atlas: Atlas) -> str:
    """Write the button of the other end of routes: its page, or the route where no claim names it."""
    place = atlas.gazetteer.get(group[0])
    if place:
        return open_button(place_name(place), "places", place=place.id)
    first = group[1][0]
    words = _("origin not named") if end == 0 else _("destination not named")
    return _route(first.route if isinstance(first, FlowClaim) else "", words)


def _route_of(group: Group, atlas: Atlas) -> str:
    stops = (atlas.gazetteer.get(stop) for stop in group[0].split("~"))
    return _route(group[0], " → ".join(place_name(stop) if stop else _("not named") for stop in stops))


def _route(ident: str, words: str) -> str:
    return focus_button(words, f"route:{ident}")


def _hotspots(group: Group, atlas: Atlas) -> str:
    buttons = [
        focus_button(hotspot_name(hotspot, atlas.gazetteer), f"hotspot:{hotspot.id}")
        for hotspot in hotspots_from(group[1])
    ]
    return f"<b>{term_button(label('sectors', group[0]), 'sectors', group[0])}</b>: {', '.join(buttons)}"


def tiers_html(profile: Profile, story: Story, atlas: Atlas) -> str:
    """Write the placements in tiers, the latest first, each with scheme, year and source; "" for none."""
    if not profile.tiers:
        return ""
    rows = "".join(
        f"<tr><td>{claim.year}</td><td>{escape(placement_name(claim))}</td>"
        f"<td>{escape(source_line(atlas.documents[claim.document], claim))} "
        f"<span class='atlas-number'>{cited(story.numbers([claim]))}</span></td></tr>"
        for claim in reversed(profile.tiers)
    )
    heads = "".join(f"<th scope='col'>{escape(word)}</th>" for word in (_("Year"), _("Tier"), _("Source")))
    return (
        f"<h3>{escape(_('Tier placements'))}</h3><table class='atlas-tiers'><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p class='atlas-caution'>{caution_html(atlas)}</p>"
    )


def no_evidence_html(profile: Profile) -> str:
    """Write what claims of the selection name for other places, and none for this one; "" for nothing."""
    titles = {"roles": _("Roles"), "types": _("Types"), "sectors": _("Sectors")}
    pattern = _("{facet}: {values}")
    lines = [
        pattern.format(facet=titles[facet], values=joined(label(facet, slug) for slug in slugs))
        for facet, slugs in profile.silent.items()
        if slugs
    ]
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    if not rows:
        return ""
    lead = _(
        "No claim of this selection names the following for this place. That the documents are silent does "
        "not mean that it does not happen."
    )
    return f"<h3>{escape(_('What no document says'))}</h3><p>{escape(lead)}</p><ul>{rows}</ul>"
