"""Matrices of a scene: how many claims, or documents or sentences behind them, name two values together.

A pair that no claim of the whole atlas names has no cell; a pair that claims name, but none that the
selection admits, is zero. The two are told apart everywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import Literal, get_args

from flows.query.facets import SECTORS, TYPES
from flows.scene.forms import forms_named
from flows.scene.scene import Scene
from flows.scene.source_sentences import sentences_behind
from flows.scene.telling import told_as
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, RoleClaim
from geodata.vocabulary.enums import PlaceKind
from geodata.vocabulary.terms import slugs

# Columns drawn at the most, the fullest first; the rest is counted in words.
MOST_COLUMNS = 40

Values = Callable[[Claim, Gazetteer], Iterable[str]]
Pair = tuple[str, str]
# What is counted: many claims can rest on one sentence, and many sentences stand in one document.
Unit = Literal["claims", "sentences", "documents"]
UNITS: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Hold a matrix: facets and values of its rows and columns, and its cells.

    ``cells`` has no entry for a pair that no claim of the atlas names; ``told`` names the strongest assertion
    of those that rest on nothing that is said to happen; ``forms`` counts the claims of a cell by the forms
    that they name, where neither axis is of types; ``behind`` holds the claims of each row; ``left_out``
    counts the columns beyond the fullest that are kept.
    """

    row_facet: str
    column_facet: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], int]
    forms: Mapping[Pair, Mapping[str, int]] = field(default_factory=dict)
    unit: Unit = "claims"
    told: Mapping[Pair, str] = field(default_factory=dict)
    behind: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
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
    # As the filter of types admits them, so that a cell opens what it counts: a form counts among its kind.
    "types": lambda claim, places: sorted(TYPES.held_by(claim, places)),
    "sectors": lambda claim, _places: SECTORS.named_by(claim),
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


def matrix_of(
    scene: Scene,
    atlas: Atlas,
    row_facet: str,
    column_facet: str,
    unit: Unit = "claims",
    *,
    most: int | None = MOST_COLUMNS,
) -> Matrix:
    """Count the claims of ``scene``, or what is behind them, by a pair of facets of `PAIRS`.

    ``most`` columns are kept, and as many origins; None keeps all.
    """
    pairs = atlas.derived(_pairs, row_facet, column_facet)
    cells: dict[Pair, list[Claim]] = {}
    for claim in scene.claims:
        for pair in pairs[claim.id]:
            cells.setdefault(pair, []).append(claim)
    shown = Counter({pair: count_of(claims, atlas, unit) for pair, claims in cells.items()})
    known = atlas.derived(_known, row_facet, column_facet)
    columns = _fullest(shown, known, 1)
    rows = _in_order(row_facet, _fullest(shown, known, 0))
    kept = columns[:most]
    return Matrix(
        row_facet=row_facet,
        column_facet=column_facet,
        rows=rows[:most] if row_facet == "origins" else rows,
        columns=_in_order(column_facet, kept),
        cells={pair: shown.get(pair, 0) for pair in known if pair[1] in set(kept)},
        forms={} if "types" in {row_facet, column_facet} else _forms(cells, scene.selection.types),
        unit=unit,
        told={pair: told for pair, claims in cells.items() if (told := told_as(claims))},
        behind=_by_row(cells),
        left_out=len(columns) - len(kept),
    )


def count_of(claims: Iterable[Claim], atlas: Atlas, unit: Unit) -> int:
    """Count claims, or the sentences or documents behind them."""
    if unit == "sentences":
        return len(set(sentences_behind(claims, atlas)))
    return len({claim.document if unit == "documents" else claim.id for claim in claims})


def _by_row(cells: Mapping[Pair, Iterable[Claim]]) -> dict[str, list[Claim]]:
    found: dict[str, dict[str, Claim]] = {}
    for (row, _column), claims in cells.items():
        found.setdefault(row, {}).update({claim.id: claim for claim in claims})
    return {row: list(claims.values()) for row, claims in found.items()}


def _known(atlas: Atlas, row: str, column: str) -> Counter[Pair]:
    """Count all claims of an atlas, which is the same whatever is selected."""
    pairs = atlas.derived(_pairs, row, column)
    return Counter(chain.from_iterable(pairs[claim.id] for claim in atlas.claims))


def _forms(cells: Mapping[Pair, Iterable[Claim]], chosen: frozenset[str]) -> dict[Pair, Counter[str]]:
    return {
        pair: Counter(chain.from_iterable(forms_named(claim.types, chosen) for claim in claims))
        for pair, claims in cells.items()
    }


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
