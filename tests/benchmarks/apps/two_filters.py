import streamlit as st

from flows.scene.scene import index_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.terms import term
from tests.benchmarks.walk import FACETS


def show_two_filters(atlas: Atlas) -> dict[str, list[str]]:
    """Show the filters that the benchmark walks through, and return what is chosen in each."""

    def short(facet: str, slug: str) -> str:
        return term(facet, slug).short or term(facet, slug).label

    return {
        facet: st.pills(
            facet,
            sorted(index_of(atlas).values(facet)),
            selection_mode="multi",
            key=facet,
            format_func=lambda slug, facet=facet: short(facet, slug),
        )
        for facet in FACETS
    }
