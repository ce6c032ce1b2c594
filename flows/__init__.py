"""Decide what a selection of claims shows, and how it is drawn and told."""

__version__ = "0.3.0"
