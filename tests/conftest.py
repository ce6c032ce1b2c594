"""The nine-claim atlas: two documents, one place of each kind, every number countable by eye."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from geodata.gazetteer.gazetteer import Gazetteer, read_gazetteer
from geodata.load import load_atlas
from geodata.model.atlas import Atlas

NINE = Path(__file__).parent / "collections" / "nine"
# The two documents alone: what a reader can look up in them by hand.
TWO_DOCUMENTS = Path(__file__).parents[1] / "geodata" / "collections" / "western-hemisphere"

# How long an example takes says more about what else the machine does than about us. What passes today has to
# pass in a year, so each run tries the same ones; pytest --hypothesis-profile=search looks for others.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("any machine", settings.get_profile("search"), derandomize=True)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer()


@pytest.fixture(scope="session")
def nine() -> Atlas:
    return load_atlas([NINE])


@pytest.fixture(scope="session")
def two_documents() -> Atlas:
    return load_atlas([TWO_DOCUMENTS])


@pytest.fixture(scope="session")
def both_collections() -> Atlas:
    """The atlas as it ships."""
    return load_atlas()
