"""The atlas that ships, for facts that a reader can look up in the two documents."""

import pytest
from hypothesis import HealthCheck, settings

from geodata.load import load_atlas
from geodata.model.atlas import Atlas

# How long an example takes says more about what else the machine does than about us.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def both_collections() -> Atlas:
    """The atlas as it ships."""
    return load_atlas()


@pytest.fixture(scope="session")
def shipped(two_documents: Atlas) -> Atlas:
    return two_documents
