"""The claims behind the marks, as the map's data file holds them: what a selection needs, and no words.

The browser's reader of these tables is `assets/web/map/claim_index.js`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flows.query.facets import DECLARED, Facet, Known
from flows.query.offered import PILL_FACETS, offered_values
from flows.scene.hotspots import Hotspot
from flows.scene.picked_names import PICKED_FACETS, picked_names
from flows.scene.roles import CountryRole
from flows.scene.routes import Route
from flows.scene.scene import index_of
from flows.scene.tiers import tier_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, ContextClaim, RankingClaim
from geodata.vocabulary.terms import slugs

# Kinds of marks that claims draw, in the order of their numbers; one more says that a claim draws none.
KINDS = ("routes", "hotspots", "roles", "notes")
NO_MARK = len(KINDS)
# The marks of the file by kind, in the order of `KINDS`.
Mark = Route | Hotspot | CountryRole | ContextClaim
MarksByKind = Sequence[Sequence[Mark]]


def facet_tables(atlas: Atlas) -> list[dict[str, Any]]:
    """Declare each facet for the browser: its values by number, and what each counts as beside itself.

    ``offered`` lists the values of a filter of pills, in the order in which the page shows them; ``named``
    has the values of one that is picked from a list, by the words that it shows.
    """
    return [_facet(atlas, facet, _values(atlas, facet)) for facet in DECLARED]


def _facet(atlas: Atlas, facet: Facet, values: Sequence[str]) -> dict[str, Any]:
    numbers = {value: number for number, value in enumerate(values)}
    table: dict[str, Any] = {
        "name": facet.name,
        "match": facet.match,
        "values": [int(value) for value in values] if facet.match == "range" else list(values),
    }
    if facet.above:
        above = (facet.above(value, atlas.gazetteer) for value in values)
        table["above"] = [sorted(numbers[value] for value in found) for found in above]
    if facet.name in PILL_FACETS:
        table["offered"] = offered_values(facet.name, atlas, index_of(atlas))
    if facet.name in PICKED_FACETS:
        table["named"] = {words: value for value, words in picked_names(facet.name, atlas, values).items()}
    return table


def _values(atlas: Atlas, facet: Facet) -> list[str]:
    """Return the values that claims answer to: terms in the order of the vocabulary, others by themselves."""
    known: Known = {}
    held: set[str] = set()
    for claim in atlas.claims:
        held |= facet.held_by(claim, atlas.gazetteer, known)
    listed = slugs(facet.name) if facet.name in _VOCABULARIES else sorted(held)
    return [*listed, *sorted(held - set(listed))]


# Facets whose values are terms; all terms are listed, so that numbers mean the same in every atlas.
_VOCABULARIES = frozenset(
    {"types", "sectors", "settings", "roles", "groups", "assertion", "certainty", "access"}
)


def claim_table(atlas: Atlas, facets: Iterable[Mapping[str, Any]], marks: MarksByKind) -> dict[str, Any]:
    """Build the columns of the claims, in the order of the atlas.

    ``facets`` are those of `facet_tables`, ``marks`` the routes, hotspots, roles and notes of the file in
    their order. Columns: ``id``, ``kind`` and ``mark`` (the number of a kind, and of the mark among its
    kind), ``tier`` (the tier of each placement, by the number of its claim) and ``facets`` (by name, the
    numbers of the values that a claim names: one, or a list).
    """
    place = _places_in_file(marks)
    columns = {facet.name: facet for facet in DECLARED}
    at = [place.get(claim.id, (NO_MARK, 0)) for claim in atlas.claims]
    return {
        "id": [claim.id for claim in atlas.claims],
        "kind": [kind for kind, _number in at],
        "mark": [number for _kind, number in at],
        "tier": {
            str(number): tier_of(claim)
            for number, claim in enumerate(atlas.claims)
            if isinstance(claim, RankingClaim) and tier_of(claim)
        },
        "facets": {
            table["name"]: _column(atlas, columns[table["name"]], table["values"]) for table in facets
        },
    }


def _column(atlas: Atlas, facet: Facet, values: Sequence[Any]) -> list[int | list[int]]:
    numbers = {str(value): number for number, value in enumerate(values)}
    cells = ([numbers[value] for value in facet.named_by(claim)] for claim in atlas.claims)
    return [cell[0] if len(cell) == 1 else cell for cell in cells]


def _places_in_file(marks: MarksByKind) -> dict[str, tuple[int, int]]:
    found = {}
    for kind, of_kind in enumerate(marks):
        for number, mark in enumerate(of_kind):
            for claim in _claims_of(mark):
                found[claim.id] = kind, number
    return found


def _claims_of(mark: Mark) -> tuple[Claim, ...]:
    return (mark,) if isinstance(mark, ContextClaim) else mark.evidence.claims
