import pytest

from tests.app.explore import Explore


@pytest.fixture(scope="session")
def shipped(two_documents):
    return two_documents


@pytest.fixture(scope="module")
def steady(two_documents):
    """One page for a whole file, for tests that leave every filter as they found it."""
    return Explore(two_documents)


@pytest.fixture
def page(two_documents):
    return Explore(two_documents)


@pytest.fixture
def page_at(two_documents):
    """Open the page of the two documents at a link."""
    return lambda link: Explore(two_documents, link)


@pytest.fixture
def page_on():
    """Open the page on another atlas than the one that ships."""
    return Explore
