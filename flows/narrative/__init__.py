"""Tell what a scene shows: names, sentences, stories and citations. No folium, no streamlit."""
