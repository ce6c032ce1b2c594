"""The number beside each value of a filter, written by a style and not into the value's words.

Streamlit knows a pressed value by its words. Were the number among them, a second press before the
server's answer would name a value by words that are no longer its own, and be lost.
"""

from collections.abc import Iterable, Mapping

import streamlit as st


def show_counts(numbers: Mapping[str, Iterable[int]]) -> None:
    """Show the number of claims beside each value; ``numbers`` by the filter's key, in its order."""
    st.html(counts_style(numbers))


def counts_style(numbers: Mapping[str, Iterable[int]]) -> str:
    """Write the style that shows the numbers; browsers read generated words aloud too."""
    rules = (
        f'.st-key-{facet} button:nth-child({place}) p::after{{content:"{number:,}"}}'
        for facet, found in numbers.items()
        for place, number in enumerate(found, start=1)
    )
    return f"<style>{''.join(rules)}</style>"
