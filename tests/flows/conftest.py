"""The atlas that ships, for facts that a reader can look up in the two documents."""

import pytest

from geodata.atlas import Atlas
from geodata.load import load_atlas


@pytest.fixture(scope="session")
def shipped() -> Atlas:
    return load_atlas()
