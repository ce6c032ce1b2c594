"""Build the map: folium, our layer, and what the layer is told."""
