"""The atlas that ships, for facts that a reader can look up in the two documents."""

import pytest

from geodata.model.atlas import Atlas


@pytest.fixture(scope="session")
def shipped(two_documents: Atlas) -> Atlas:
    return two_documents
