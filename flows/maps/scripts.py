"""The scripts of the map."""

# Our own scripts, in the order in which they build on each other.
SCRIPTS = (
    "plane",
    "state",
    "ways",
    "crowd",
    "routes",
    "stacks",
    "zones",
    "layout",
    "symbols",
    "labels",
    "marks",
    "names",
    "fills",
    "ground",
    "tiers",
    "legend",
    "view",
    "layer",
    "page",
)
