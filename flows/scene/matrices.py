"""Matrices of a scene: how many claims name two values together.

A pair that no claim of the whole atlas names has no cell; a pair that claims name, but none that the
selection admits, is zero. The two are told apart everywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, product

from flows.scene.forms import forms_named
from flows.scene.scene import Scene
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.vocabulary.enums import PlaceKind
from geodata.vocabulary.terms import slugs

# Columns drawn at the most, the fullest first; the rest is counted in words.
MOST_COLUMNS = 40

Values = Callable[[Claim, Gazetteer], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Hold a matrix: facets and values of its rows and columns, and its cells.

    ``cells`` has no entry for a pair that no claim of the atlas names; ``forms`` counts the claims of a
    cell by the forms that they name, where neither axis is of types; ``left_out`` counts the columns beyond
    the fullest `MOST_COLUMNS`.
    """

    row_facet: str
    column_facet: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], int]
    forms: Mapping[tuple[str, str], Mapping[str, int]] = field(default_factory=dict)
    left_out: int = 0


def countries_of(claim: Claim, places: Gazetteer) -> tuple[str, ...]:
    """Return the countries and territories that a claim names, or in which its unit or zone lies."""
    found: dict[str, None] = {}
    for ident in claim.places:
        place = places.get(ident)
        if place is None or place.kind is PlaceKind.REGION:
            continue
        found.update(dict.fromkeys(places.countries_of(ident)))
    return tuple(found)


_VALUES: dict[str, Values] = {
    "roles": lambda claim, _places: (claim.role,) if isinstance(claim, RoleClaim) else (),
    "types": lambda claim, _places: claim.types,
    "sectors": lambda claim, _places: claim.sectors,
    "places": countries_of,
    "origins": lambda claim, _places: (
        (claim.origin,) if isinstance(claim, FlowClaim) and claim.origin else ()
    ),
    "destinations": lambda claim, _places: (
        (claim.destination,) if isinstance(claim, FlowClaim) and claim.destination else ()
    ),
}

PAIRS = (
    ("roles", "places"),
    ("types", "places"),
    ("sectors", "places"),
    ("types", "sectors"),
    ("origins", "destinations"),
)


def matrix_of(scene: Scene, atlas: Atlas, row_facet: str, column_facet: str) -> Matrix:
    """Count the claims of ``scene`` by a pair of facets of `PAIRS`."""
    shown = _count(scene.claims, atlas, row_facet, column_facet)
    known = atlas.derived(_known, row_facet, column_facet)
    columns = _fullest(shown, known, 1)
    rows = _in_order(row_facet, _fullest(shown, known, 0))
    kept = columns[:MOST_COLUMNS]
    return Matrix(
        row_facet=row_facet,
        column_facet=column_facet,
        rows=rows[:MOST_COLUMNS] if row_facet == "origins" else rows,
        columns=_in_order(column_facet, kept),
        cells={pair: shown.get(pair, 0) for pair in known if pair[1] in set(kept)},
        forms={} if "types" in {row_facet, column_facet} else _forms(scene, atlas, row_facet, column_facet),
        left_out=len(columns) - len(kept),
    )


def _known(atlas: Atlas, row: str, column: str) -> Counter[tuple[str, str]]:
    """Count all claims of an atlas, which is the same whatever is selected."""
    return _count(atlas.claims, atlas, row, column)


def _count(claims: Iterable[Claim], atlas: Atlas, row: str, column: str) -> Counter[tuple[str, str]]:
    pairs = atlas.derived(_pairs, row, column)
    return Counter(chain.from_iterable(pairs[claim.id] for claim in claims))


def _forms(scene: Scene, atlas: Atlas, row: str, column: str) -> Mapping[tuple[str, str], Mapping[str, int]]:
    pairs = atlas.derived(_pairs, row, column)
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for claim in scene.claims:
        forms = forms_named(claim.types, scene.selection.types)
        for pair in pairs[claim.id]:
            found[pair].update(forms)
    return found


def _pairs(atlas: Atlas, row: str, column: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Find the pairs that each claim of an atlas names, by the claim's id."""
    places = atlas.gazetteer
    return {
        claim.id: tuple(product(_VALUES[row](claim, places), _VALUES[column](claim, places)))
        for claim in atlas.claims
    }


def _fullest(shown: Counter[tuple[str, str]], known: Counter[tuple[str, str]], axis: int) -> tuple[str, ...]:
    """Order the values of an axis by the claims shown, then by those known, then by name."""
    totals: Counter[str] = Counter()
    beyond: Counter[str] = Counter()
    for counts, into in ((shown, totals), (known, beyond)):
        for pair, count in counts.items():
            into[pair[axis]] += count
    return tuple(sorted(beyond, key=lambda value: (-totals[value], -beyond[value], value)))


def _in_order(facet: str, values: tuple[str, ...]) -> tuple[str, ...]:
    if facet not in {"types", "sectors", "roles"}:
        return values
    order = {slug: number for number, slug in enumerate(slugs(facet))}
    return tuple(sorted(values, key=lambda value: order[value]))
