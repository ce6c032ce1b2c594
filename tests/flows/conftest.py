"""The atlas that ships, for facts that a reader can look up in the two documents."""

import pytest

from geodata.load import load_atlas
from geodata.model.atlas import Atlas


@pytest.fixture(scope="session")
def both_collections() -> Atlas:
    """The atlas as it ships."""
    return load_atlas()


@pytest.fixture(scope="session")
def shipped(two_documents: Atlas) -> Atlas:
    return two_documents
