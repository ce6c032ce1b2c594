import pytest

from geodata import load
from tests.app.explore import Explore


@pytest.fixture(scope="module")
def steady():
    """One page for a whole file, for tests that leave every filter as they found it."""
    return Explore()


@pytest.fixture(scope="session")
def shipped():
    return load.default_atlas()


@pytest.fixture
def page():
    return Explore()


@pytest.fixture
def page_on(monkeypatch):
    """Open the page on another atlas than the one that ships."""

    def opened(atlas, link=""):
        monkeypatch.setattr(load, "default_atlas", lambda: atlas)
        return Explore(link)

    return opened
