"""Two places or two documents side by side: what the selection holds of each, in one table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.facets import SECTORS, TYPES
from flows.query.selection import Selection
from flows.scene.names import label, place_name
from flows.scene.scene import Scene, compose
from flows.templates import Html, render
from flows.ui import state
from flows.ui.push_html import push_html
from geodata.model.atlas import Atlas
from geodata.model.claims import CLAIM_KINDS, Claim
from geodata.vocabulary.terms import slugs

_PARTS = ("kinds", "types", "sectors")
# Letters of an unknown name that are shown back.
_SHOWN = 60

# Claims of one side by part of the table and value.
_Counted = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """The claims of one side that have a value, what a press on them chooses, and what it is called."""

    number: int
    chosen: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A value, with the claims of each side; None where the atlas holds no claim at all."""

    name: str
    counts: list[_Count | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the table under its title."""

    title: str
    rows: list[_Row]


def show_sides(atlas: Atlas, scene: Scene) -> None:
    """Let a reader choose two places or documents, which the link keeps, and show what each holds."""
    lead = _(
        "Two places, or two documents: claims of this selection about each. A number opens its claims; that "
        "of a kind, all claims of its side."
    )
    st.html(render("part_heading", title=_("Side by side"), lead=lead))
    options = _options(atlas, scene)
    labels = {"left": _("On the left"), "right": _("On the right")}
    for column, (side, words) in zip(st.columns(2), labels.items(), strict=True):
        with column:
            _show_choice(side, words, options)
    picked = [side for side in map(state.parameter, labels) if side in options]
    if picked:
        push_html("sides", sides_html(picked, [options[side] for side in picked], scene.selection, atlas))


def _show_choice(side: str, words: str, options: Mapping[str, str]) -> None:
    """Show the choice of one side; one that the link asks for and nobody knows is said to be so."""
    asked, key = state.parameter(side), f"side_{side}"
    st.session_state[key] = asked if asked in options else None

    def keep() -> None:
        state.set_parameter(side, st.session_state[key] or "")

    st.selectbox(
        words,
        list(options),
        key=key,
        format_func=options.__getitem__,
        placeholder=_("Place or document"),
        on_change=keep,
    )
    if asked and asked not in options:
        unknown = _("The atlas has no place or document “{name}” to compare.").format(name=asked[:_SHOWN])
        st.html(render("notice", text=unknown, offer="", target=None))


def _options(atlas: Atlas, scene: Scene) -> dict[str, str]:
    named = {place for claim in scene.claims for place in claim.places}
    kept = [state.parameter(side).partition(":") for side in ("left", "right")]
    named |= {ident for facet, _colon, ident in kept if facet == "places" and ident in atlas.gazetteer}
    names = sorted((place_name(atlas.gazetteer[ident]), ident) for ident in named)
    documents = {
        f"documents:{ident}": f"{found.title}, {found.year}" for ident, found in atlas.documents.items()
    }
    return {f"places:{ident}": name for name, ident in names} | documents


def sides_html(sides: Sequence[str], names: Sequence[str], selection: Selection, atlas: Atlas) -> Html:
    """Write the table of one or two sides, each named as ``places:PER`` or ``documents:tip-2024``."""
    asked = [side.partition(":")[::2] for side in sides]
    shown = [_counted(compose(atlas, selection.choosing(*side)).claims, atlas) for side in asked]
    known = [_counted(compose(atlas, Selection().choosing(*side)).claims, atlas) for side in asked]
    titles = {"kinds": _("Claims by kind"), "types": _("Types"), "sectors": _("Sectors")}
    parts = [
        _Part(title=titles[part], rows=list(_rows(part, list(zip(sides, names, shown, known, strict=True)))))
        for part in _PARTS
    ]
    return render("sides", names=names, parts=parts)


def _rows(part: str, sides: Sequence[tuple[str, str, _Counted, _Counted]]) -> Iterator[_Row]:
    for value, name in _values(part):
        if any(known[part, value] for _side, _name, _shown, known in sides):
            counts = [
                _count(side, f"{title}, {name}", (part, value), shown) if known[part, value] else None
                for side, title, shown, known in sides
            ]
            yield _Row(name=name, counts=counts)


def _count(side: str, name: str, counted: tuple[str, str], shown: _Counted) -> _Count:
    """Make a count that opens its claims; those of a kind stand among all of their side."""
    (part, value), number = counted, shown[counted]
    chosen = side.replace(":", "=", 1) + (f"&{part}={value}" if part != "kinds" else "")
    claims = translate_count("{n} claim", "{n} claims", number)
    return _Count(number=number, chosen=chosen, said=f"{name}: {claims}")


def _values(part: str) -> Iterable[tuple[str, str]]:
    if part != "kinds":
        return [(slug, label(part, slug)) for slug in slugs(part)]
    told = sorted(CLAIM_KINDS, key=lambda kind: kind.order)
    return [(kind.kind, _(kind.plural)) for kind in told]


def _counted(claims: Iterable[Claim], atlas: Atlas) -> _Counted:
    """Count claims by their kind, and by the types and sectors that they answer to as in the filters."""
    found: _Counted = Counter()
    for claim in claims:
        found["kinds", claim.kind] += 1
        found.update(("types", slug) for slug in TYPES.held_by(claim, atlas.gazetteer))
        found.update(("sectors", slug) for slug in SECTORS.held_by(claim, atlas.gazetteer))
    return found
