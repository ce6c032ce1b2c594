"""The tables of a collection, their columns, and the form of what stands in a cell."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_COMMON = (
    *("types", "sectors", "settings", "groups", "assertion", "certainty", "access", "year"),
    *("statement", "quote", "prefix", "suffix"),
)
# The tables of a collection and their columns, in the order of the data model.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "documents": (
            *("id", "title", "author", "publisher", "year", "url", "licence", "language"),
            *("evidence_kind", "sha256", "note"),
        ),
        "roles": ("id", "document", "place", "role", *_COMMON),
        "flows": (
            *("id", "document", "origin", "origin_label", "transit", "destination", "destination_label"),
            *("magnitude", *_COMMON),
        ),
        "hotspots": ("id", "document", "place", "place_label", "sense", "precision", *_COMMON),
        "context": ("id", "document", "place", "theme", *_COMMON, "note"),
        "rankings": ("id", "document", "place", "scheme", "value", *_COMMON),
        "places": ("id", "name", "kind", "members", "rule", "lon", "lat"),
    }
)
CLAIM_TABLES = ("roles", "flows", "hotspots", "context", "rankings")
# Tells in a workbook of several collections which one a document belongs to; its claims go with it.
COLLECTION = "collection"
# Tables written before a column existed, and by hand for small collections, may do without it.
OPTIONAL = frozenset({"note", COLLECTION})
# Between the values of a cell that lists several.
LIST_SEPARATOR = "|"
# Ids stand in links and in file names.
IDENT = re.compile(r"[A-Za-z0-9_~.-]{1,120}")
