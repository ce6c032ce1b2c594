"""The places, built from Natural Earth."""
