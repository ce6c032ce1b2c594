"""What a reader could ask of an atlas, drawn at random from the values that it knows."""

from hypothesis import strategies as st

from flows.maps.legend import LAYERS
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import FACETS, Selection
from flows.scene.scene import index_of
from geodata.model.atlas import Atlas
from geodata.vocabulary.enums import FocusKind


def values_of(atlas: Atlas, facet: str) -> list[str]:
    return sorted(index_of(atlas).values(facet))


def selections(atlas: Atlas) -> st.SearchStrategy[Selection]:
    """Draw selections of up to three values in each facet; most facets stay open."""
    facets = {
        facet: st.just(frozenset()) | st.frozensets(st.sampled_from(values_of(atlas, facet)), max_size=3)
        for facet in FACETS
        if values_of(atlas, facet)
    }
    years = st.sampled_from(list(index_of(atlas).years()))
    spans = st.tuples(years, years).map(lambda pair: (min(pair), max(pair)))
    return st.builds(Selection, **facets, years=st.none() | spans)


def focuses(atlas: Atlas) -> st.SearchStrategy[Focus]:
    idents = [claim.id for claim in atlas.claims] + [place.id for place in atlas.gazetteer]
    return st.builds(Focus, kind=st.sampled_from(FocusKind), id=st.sampled_from(idents))


def requests(atlas: Atlas) -> st.SearchStrategy[Request]:
    return st.builds(
        Request,
        selection=selections(atlas),
        focus=st.none() | focuses(atlas),
        hide=st.frozensets(st.sampled_from(LAYERS)),
    )
