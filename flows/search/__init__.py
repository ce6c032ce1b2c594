"""What a reader can type to find a place, a sector or a type; neither folium nor streamlit."""
