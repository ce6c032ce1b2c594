"""What a first look at the map holds."""

# The Americas from the Great Lakes to Patagonia, with room on the Pacific for the arrivals from Asia.
# South-west and north-east corners, latitude first as folium wants it.
FIRST_VIEW = [[-54.0, -124.0], [51.0, -18.0]]
