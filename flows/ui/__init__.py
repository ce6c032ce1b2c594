"""The page: the only place that speaks Streamlit."""
