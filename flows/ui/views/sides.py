"""Two places or two documents side by side: what the selection holds of each, in one table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from flows.i18n import translate as _
from flows.query.selection import Selection
from flows.scene.names import label, place_name
from flows.scene.scene import Scene, compose
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.vocabulary.terms import slugs

_PARTS = ("kinds", "types", "sectors")


def show_sides(atlas: Atlas, scene: Scene) -> None:
    """Let a reader choose two places or documents, and show a table of what each holds."""
    lead = _("Two places, or two documents: claims of this selection about each.")
    st.html(f"<div class='atlas-prose'><h3>{escape(_('Side by side'))}</h3><p>{escape(lead)}</p></div>")
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


def sides_html(sides: Sequence[str], names: Sequence[str], selection: Selection, atlas: Atlas) -> str:
    """Write the table of one or two sides, each named as ``places:PER`` or ``documents:tip-2024``."""
    asked = [side.partition(":")[::2] for side in sides]
    shown = [_counted(compose(atlas, selection.choosing(*side)).claims) for side in asked]
    known = [_counted(compose(atlas, Selection().choosing(*side)).claims) for side in asked]
    titles = {"kinds": _("Claims by kind"), "types": _("Types"), "sectors": _("Sectors")}
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in names)
    body = ""
    for part in _PARTS:
        rows = [(value, words) for value, words in _values(part) if any(side[part, value] for side in known)]
        body += f"<tr><th scope='rowgroup' colspan='{len(sides) + 1}'>{escape(titles[part])}</th></tr>"
        for value, words in rows:
            cells = "".join(
                _cell(one[part, value], all_of[part, value]) for one, all_of in zip(shown, known, strict=True)
            )
            body += f"<tr><th scope='row'>{escape(words)}</th>{cells}</tr>"
    top = f"<thead><tr><td></td>{head}</tr></thead>"
    return f"<div class='atlas-sides'><table>{top}<tbody>{body}</tbody></table></div>"


def _values(part: str) -> Iterable[tuple[str, str]]:
    if part != "kinds":
        return [(slug, label(part, slug)) for slug in slugs(part)]
    return {
        "flow": _("Movements"),
        "hotspot": _("Hotspots"),
        "role": _("Country roles"),
        "ranking": _("Tier placements"),
        "context": _("Notes"),
    }.items()


def _counted(claims: Iterable[Claim]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        found["kinds", claim.kind] += 1
        found.update(("types", slug) for slug in claim.types)
        found.update(("sectors", slug) for slug in claim.sectors)
    return found


def _cell(count: int, known: int) -> str:
    if not known:
        return f"<td class='atlas-none'><span class='atlas-hidden'>{escape(_('no claim'))}</span></td>"
    return f"<td>{count}</td>"
