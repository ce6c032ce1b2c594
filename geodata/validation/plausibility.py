"""What cannot be true: a year that a source cannot speak of, a point that lies far from its country."""

from collections.abc import Collection, Iterable
from math import hypot

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.documents import Document
from geodata.validation.cells import Cells

# Degrees. Fishing grounds and rivers lie near a coast or a border; a longitude that lost its minus sign, or
# was swapped with the latitude, lands much farther off.
FARTHEST = 1.0


def note_impossible_year(cells: Cells, year: int, document: Document | None) -> None:
    """Note the year of a claim when it comes after the document that makes the claim.

    Years that are no years at all are noted where the cell is read, and so is a missing document.
    """
    if document and document.year and year > document.year:
        message = f'year {year} comes after document "{document.id}", which is of {document.year}.'
        remedy = "Write the year that the claim speaks of; where it names none, the document's."
        cells.note(message, remedy, str(year))


def note_future_year(cells: Cells, year: int, this_year: int) -> None:
    """Note the year of a document when it is still to come."""
    if year > this_year:
        remedy = "Write the year of the edition that was read."
        cells.note(f"year {year} is still to come.", remedy, str(year))


def note_far_point(cells: Cells, lon: float, lat: float, countries: Iterable[str]) -> None:
    """Note a point that lies more than a degree outside every country that it is said to belong to.

    Parameters
    ----------
    cells
        The row of `places.csv` that gives the point.
    lon, lat
        The point in degrees (EPSG:4326), longitude first.
    countries
        Ids of places with a shape; without any the point is free, such as one on the high seas.

    """
    known = [country for country in countries if country in cells.gazetteer]
    if _near_a_label(cells.gazetteer, known, lon, lat):
        return
    distances = {country: degrees_outside(cells.gazetteer, country, lon, lat) for country in known}
    if distances and min(distances.values()) > FARTHEST:
        nearest = min(distances, key=distances.__getitem__)
        where, name = f"{lon:g}, {lat:g}", cells.gazetteer[nearest].name
        message = f"lon, lat {where} lies {distances[nearest]:.1f} degrees outside {name} ({nearest})."
        cells.note(message, "Look for a missing minus sign, or for lon and lat swapped.", where)


def _near_a_label(gazetteer: Gazetteer, countries: Collection[str], lon: float, lat: float) -> bool:
    """Tell whether a point is near enough to a label point of a country or of one of its units.

    Label points lie inside their places, so that this is proof, and it spares reading shapes when loading.
    """
    inside = (place for place in gazetteer if place.id in countries or place.parent in countries)
    return any(hypot(place.lon - lon, place.lat - lat) <= FARTHEST for place in inside)


def degrees_outside(gazetteer: Gazetteer, place: str, lon: float, lat: float) -> float:
    """Return how far a point lies from a place's shape, in degrees of EPSG:4326; 0 inside it."""
    from shapely import Point

    # Longitudes 360 degrees apart are the same line: a point beyond the date line is near, not far.
    points = (Point(lon + turn, lat) for turn in (-360, 0, 360))
    shape = gazetteer.geometry(place)
    return min(float(shape.distance(point)) for point in points)
