"""The address of an asset: it holds the hash of the content, so that a browser keeps the file for good."""

import hashlib
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "assets"


@cache
def asset_hash(name: str) -> str:
    """Return the hash of an asset's content, as its address holds it.

    Raises FileNotFoundError for a name that `assets/` lacks.
    """
    return hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]


def asset_address(name: str, *, up: str = "") -> str:
    """Return the address of an asset, relative to the page whose folder ``up`` leads out of.

    Raises FileNotFoundError for a name that `assets/` lacks.
    """
    return f"{up}assets/{name}?v={asset_hash(name)}"
