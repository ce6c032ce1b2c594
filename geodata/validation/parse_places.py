"""The rows of `places.csv` as places: named areas that the gazetteer lacks."""

import math
from collections.abc import Sequence
from dataclasses import replace

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place, neighbours_of
from geodata.model.claims import STOP_JOIN
from geodata.problems import Report, in_quotation_marks
from geodata.readers.tables import Table
from geodata.validation.cells import PLACE_REMEDY, Cells
from geodata.validation.plausibility import note_far_point


def parse_places(table: Table, gazetteer: Gazetteer, report: Report) -> tuple[Place, ...]:
    """Read the places of a collection; `gazetteer` holds the places that they are made of."""
    return tuple(_place(Cells(table, row, gazetteer, report)) for row in table.rows)


def _place(cells: Cells) -> Place:
    kind, rule = cells.value("kind"), cells.value("rule")
    apart = _neighbours(cells, rule)  # with members too: its shape is computed by the rule
    members = cells.value("members") or apart
    ident, name = cells.value("id"), cells.value("name")
    known = cells.gazetteer.get(ident)
    if STOP_JOIN in ident:
        cells.note(f'id "{ident}" holds "{STOP_JOIN}", which joins the stops of a route.', "Use -.", ident)
    if known and (known.kind, known.rule) != (kind, rule):
        cells.note(f'id "{ident}" is already a place of the atlas: {known.name}.', "Use another id.", ident)
    at_point = bool(cells.text("lon") and cells.text("lat"))
    lon, lat = _label_point(cells, [known] if known else _known(members, cells.gazetteer))
    if known:
        return replace(known, name=name, names={**known.names, "en": name}, lon=lon, lat=lat)
    return Place(
        id=ident,
        name=name,
        kind=kind,
        lon=lon,
        lat=lat,
        names={"en": name},
        members=members,
        americas=all(place.americas for place in _known(members, cells.gazetteer)),
        rule=rule,
        at_point=at_point,
    )


def _known(members: Sequence[str], gazetteer: Gazetteer) -> list[Place]:
    return [gazetteer[member] for member in members if member in gazetteer]


def _neighbours(cells: Cells, rule: str) -> tuple[str, ...]:
    """Return the two countries of a border rule; noted where it is another rule or they share no border."""
    if not rule:
        return ()
    try:
        first, second = neighbours_of(rule)
    except ValueError as error:
        cells.note(f"rule {in_quotation_marks(rule)} is not understood.", "Write border:MEX-USA.", str(error))
        return ()
    for country in (first, second):
        if country not in cells.gazetteer:
            cells.note(f"rule names {in_quotation_marks(country)}, no known place.", PLACE_REMEDY, country)
            return ()
    if second not in cells.gazetteer[first].neighbours:
        cells.note(f"{first} and {second} share no border on land.", "Give lon and lat instead.", rule)
    return first, second


def _label_point(cells: Cells, near: Sequence[Place]) -> tuple[float, float]:
    """Return longitude and latitude as written, or else the middle of the label points of known places."""
    lon, lat = cells.value("lon"), cells.value("lat")
    if math.isnan(lon) != math.isnan(lat):
        cells.note("only one of lon and lat is given.", "Give both, in degrees, or none.")
    if math.isinf(lon) or math.isinf(lat):
        return 0.0, 0.0
    if not math.isnan(lon + lat):
        note_far_point(cells, lon, lat, [place.id for place in near])
        return lon, lat
    if not near:
        cells.note("the place has no members, no rule and no lon, lat.", "Say where it is by one of them.")
        return 0.0, 0.0
    return sum(place.lon for place in near) / len(near), sum(place.lat for place in near) / len(near)
