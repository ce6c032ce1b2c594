"""The collection of country narratives, built from a table of sourced facts."""
