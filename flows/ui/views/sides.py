"""Two places or two documents side by side: what the selection holds of each, in one table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.query.selection import Selection
from flows.scene.names import label, place_name
from flows.scene.scene import Scene, compose
from flows.templates import Html, render
from geodata.model.atlas import Atlas
from geodata.model.claims import CLAIM_KINDS, Claim
from geodata.vocabulary.terms import slugs

_PARTS = ("kinds", "types", "sectors")

# Claims of one side by part of the table and value.
_Counted = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A value, with the claims of each side; None where the atlas holds no claim at all."""

    name: str
    counts: list[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of the table under its title."""

    title: str
    rows: list[_Row]


def show_sides(atlas: Atlas, scene: Scene) -> None:
    """Let a reader choose two places or documents, and show a table of what each holds."""
    lead = _("Two places, or two documents: claims of this selection about each.")
    st.html(render("part_heading", title=_("Side by side"), lead=lead))
    options = _options(atlas, scene)
    labels = (_("On the left"), _("On the right"))
    for column, key, words in zip(st.columns(2), ("side_one", "side_two"), labels, strict=True):
        with column:
            st.selectbox(
                words,
                list(options),
                key=key,
                index=None,
                format_func=options.__getitem__,
                placeholder=_("Place or document"),
            )
    picked = [st.session_state[key] for key in ("side_one", "side_two") if st.session_state[key]]
    if picked:
        st.html(sides_html(picked, [options[side] for side in picked], scene.selection, atlas))


def _options(atlas: Atlas, scene: Scene) -> dict[str, str]:
    named = {place for claim in scene.claims for place in claim.places}
    kept = [st.session_state.get(key) or "" for key in ("side_one", "side_two")]
    named |= {side.removeprefix("places:") for side in kept if side.startswith("places:")}
    names = sorted((place_name(atlas.gazetteer[ident]), ident) for ident in named)
    documents = {
        f"documents:{ident}": f"{found.title}, {found.year}" for ident, found in atlas.documents.items()
    }
    return {f"places:{ident}": name for name, ident in names} | documents


def sides_html(sides: Sequence[str], names: Sequence[str], selection: Selection, atlas: Atlas) -> Html:
    """Write the table of one or two sides, each named as ``places:PER`` or ``documents:tip-2024``."""
    asked = [side.partition(":")[::2] for side in sides]
    shown = [_counted(compose(atlas, selection.choosing(*side)).claims) for side in asked]
    known = [_counted(compose(atlas, Selection().choosing(*side)).claims) for side in asked]
    titles = {"kinds": _("Claims by kind"), "types": _("Types"), "sectors": _("Sectors")}
    parts = [_Part(title=titles[part], rows=list(_rows(part, shown, known))) for part in _PARTS]
    return render("sides", names=names, parts=parts)


def _rows(part: str, shown: Sequence[_Counted], known: Sequence[_Counted]) -> Iterator[_Row]:
    for value, name in _values(part):
        if any(side[part, value] for side in known):
            pairs = zip(shown, known, strict=True)
            counts = [one[part, value] if all_of[part, value] else None for one, all_of in pairs]
            yield _Row(name=name, counts=counts)


def _values(part: str) -> Iterable[tuple[str, str]]:
    if part != "kinds":
        return [(slug, label(part, slug)) for slug in slugs(part)]
    told = sorted(CLAIM_KINDS, key=lambda kind: kind.order)
    return [(kind.kind, _(kind.plural)) for kind in told]


def _counted(claims: Iterable[Claim]) -> _Counted:
    found: _Counted = Counter()
    for claim in claims:
        found["kinds", claim.kind] += 1
        found.update(("types", slug) for slug in claim.types)
        found.update(("sectors", slug) for slug in claim.sectors)
    return found
