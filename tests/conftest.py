"""The nine-claim atlas: two documents, one place of each kind, every number countable by eye."""

from pathlib import Path

import pytest

from geodata.gazetteer.gazetteer import Gazetteer, read_gazetteer
from geodata.load import load_atlas
from geodata.model.atlas import Atlas

NINE = Path(__file__).parent / "collections" / "nine"
# The two documents alone: what a reader can look up in them by hand.
TWO_DOCUMENTS = Path(__file__).parents[1] / "geodata" / "collections" / "western-hemisphere"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer()


@pytest.fixture(scope="session")
def nine() -> Atlas:
    return load_atlas([NINE])


@pytest.fixture(scope="session")
def two_documents() -> Atlas:
    return load_atlas([TWO_DOCUMENTS])
