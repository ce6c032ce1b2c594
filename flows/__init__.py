"""Decide what a selection of claims shows, and how it is drawn and told."""
