"""The filter of years: a slider, and over it a small histogram of the claims by year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.claim_index import ClaimIndex
from flows.scene.scene import Scene
from flows.templates import Html, render
from flows.ui import state

# A year with few claims beside one with hundreds is still seen: a part of the height, in per cent.
_LOWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """The bar of a year, its height in per cent."""

    title: str
    height: int
    chosen: bool


def show_years(index: ClaimIndex, scene: Scene, heading: str) -> None:
    """Show the histogram and the slider; nothing where all claims speak of one year."""
    first, last = state.whole_range(index)
    if first == last:
        return

    def keep() -> None:
        picked = tuple(st.session_state["years_range"])
        st.session_state["years"] = None if picked == (first, last) else picked

    chosen = st.session_state["years"] or (first, last)
    st.session_state["years_range"] = chosen
    counts = index.by_year(scene.selection.without("years"))
    with st.container(key="years_filter"):
        bars = histogram({year: counts.get(year, 0) for year in range(first, last + 1)}, chosen)
        st.html(render("years", heading=heading, histogram=bars))
        st.slider(heading, first, last, key="years_range", on_change=keep, label_visibility="collapsed")


def histogram(counts: Mapping[int, int], chosen: tuple[int, int]) -> Html:
    """Draw the claims of each year as a bar, those within ``chosen`` (inclusive) emphasised.

    ``counts`` holds every year of the axis, so that a year without a claim keeps its gap.
    """
    return render("histogram", words=histogram_words(counts, chosen), bars=list(_bars(counts, chosen)))


def _bars(counts: Mapping[int, int], chosen: tuple[int, int]) -> Iterator[_Bar]:
    most = max(counts.values(), default=0) or 1
    for year, count in counts.items():
        yield _Bar(
            title=f"{year}: {translate_count('{n} claim', '{n} claims', count)}",
            height=max(_LOWEST, round(100 * count / most)) if count else 0,
            chosen=chosen[0] <= year <= chosen[1],
        )


def histogram_words(counts: Mapping[int, int], chosen: tuple[int, int]) -> str:
    """Say what the histogram shows: its span, its fullest year, its gaps and what is chosen."""
    fullest = max(counts, key=lambda year: counts[year])
    parts = [
        _("Claims by the year that they speak of, {first} to {last}.").format(
            first=min(counts), last=max(counts)
        )
    ]
    if counts[fullest]:
        most = translate_count("{n} claim", "{n} claims", counts[fullest])
        parts.append(_("Most in {year}: {claims}.").format(year=fullest, claims=most))
    gaps = ", ".join(str(year) for year, count in counts.items() if not count)
    if gaps:
        parts.append(_("None in {years}.").format(years=gaps))
    inside = sum(count for year, count in counts.items() if chosen[0] <= year <= chosen[1])
    parts.append(
        _("Chosen: {first} to {last}, {claims}.").format(
            first=chosen[0], last=chosen[1], claims=translate_count("{n} claim", "{n} claims", inside)
        )
    )
    return " ".join(parts)
