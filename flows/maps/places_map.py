"""The map of the places page: each country by the documents that name it, and a way to its page."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from flows.geometry.curves import to_plane
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.mark_geometry import anchor
from flows.maps.mini_marks import labels
from flows.maps.mini_window import Window, country_paths
from flows.scene.names import place_name
from flows.templates import Html, render
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.places import Place
from geodata.vocabulary.enums import PlaceKind

# Pixels of the drawing; it is stretched to the width of its column.
WIDTH, HEIGHT = 460, 560
# Degrees: the western edge, and the latitudes between which nearly all that is told lies.
_WEST, _NORTH, _SOUTH = -131.0, 61.0, -56.0
# Names on the map: those of the places that most documents name.
_NAMED = 16
# Degrees: a place smaller than this gets a dot, or nobody could press it; pixels: its radius.
_SMALL, _RADIUS = 1.2, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShape:
    """A country on the map: its land, or a dot, with what is said of it when it is pointed at.

    ``share`` is its number of documents as a share of the largest.
    """

    id: str
    words: str
    css_class: str
    share: float
    path: str = ""
    x: float = 0.0
    y: float = 0.0


def places_map(documents: Mapping[str, int], ever: Container[str], places: Gazetteer) -> Html:
    """Draw the hemisphere by the number of documents that name each country, as SVG.

    ``documents`` are those of a selection; a country that is not in ``ever`` is named by none of all.
    """
    ours = [p for p in places if p.americas and p.kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}]
    land, window = _land(), _window()
    best = sorted((p for p in ours if p.id in documents), key=lambda p: (-documents[p.id], p.id))
    names = [(place_name(place), window.pixel(anchor(place))) for place in best[:_NAMED]]
    own = {place.id for place in ours}
    return render(
        "places_map",
        width=WIDTH,
        height=HEIGHT,
        radius=_RADIUS,
        words=_("The Americas by the number of documents that name each country; the list says the same."),
        other_land="".join(path for country, path in land.items() if country not in own),
        shapes=list(_shapes(ours, documents, ever)),
        labels=list(labels(names, window)),
    )


@cache
def _window() -> Window:
    top, bottom = (to_plane(_WEST, latitude)[1] for latitude in (_NORTH, _SOUTH))
    return Window(left=_WEST, top=top, scale=HEIGHT / (top - bottom), width=WIDTH, height=HEIGHT)


@cache
def _land() -> Mapping[str, str]:
    return country_paths(_window())


def _shapes(ours: list[Place], documents: Mapping[str, int], ever: Container[str]) -> Iterator[PlaceShape]:
    """Yield the land of countries, and dots over those that are too small to be pressed."""
    land, window = _land(), _window()
    most = max((documents.get(place.id, 0) for place in ours), default=0) or 1
    for place in sorted(ours, key=lambda place: -place.extent):
        count = documents.get(place.id, 0)
        said = translate_count("{n} document", "{n} documents", count) if count else _unnamed(place, ever)
        step = "named" if count else "out" if place.id in ever else "unnamed"
        x, y = window.pixel(anchor(place))
        small = place.extent < _SMALL
        if small or place.id in land:
            yield PlaceShape(
                id=place.id,
                words=_("{place}: {said}").format(place=place_name(place), said=said),
                css_class=f"atlas-place-{step}",
                share=round(count / most, 3),
                path="" if small else land[place.id],
                x=x,
                y=y,
            )


def _unnamed(place: Place, ever: Container[str]) -> str:
    return _("not in this selection") if place.id in ever else _("no document names it")
