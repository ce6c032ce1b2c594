"""The tables of a collection and their columns, once."""
