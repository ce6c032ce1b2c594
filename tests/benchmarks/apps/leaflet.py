"""A folium map that takes Leaflet from our own files, and nothing else from anywhere."""

from typing import ClassVar

import folium


class VendoredMap(folium.Map):
    default_js: ClassVar[list[tuple[str, str]]] = [("leaflet", "/assets/vendor/leaflet.js")]
    default_css: ClassVar[list[tuple[str, str]]] = [("leaflet_css", "/assets/vendor/leaflet.css")]


def americas(**options: object) -> VendoredMap:
    """Return a map without tiles that shows the Americas."""
    return VendoredMap(location=[8, -80], zoom_start=3, tiles=None, **options)
