"""Plain HTTP routes beside the page: the map's frame, its data and the assets. No streamlit."""
