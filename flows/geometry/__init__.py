"""The lines of routes on the map."""
