"""The nine-claim atlas: two documents, one place of each kind, every number countable by eye."""

from pathlib import Path

import pytest

from geodata.atlas import Atlas
from geodata.load import load_atlas
from geodata.places import Gazetteer, read_gazetteer

NINE = Path(__file__).parent / "collections" / "nine"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return read_gazetteer()


@pytest.fixture(scope="session")
def nine() -> Atlas:
    return load_atlas([NINE])
