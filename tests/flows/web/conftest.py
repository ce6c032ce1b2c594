"""A browser in front of the routes beside the page, at the top of a host and under a path."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from flows.i18n import use_language
from flows.web.routes import web_routes


@pytest.fixture(scope="module", params=["", "/atlas/of"], ids=["at the top", "under a path"])
def browser(request: pytest.FixtureRequest) -> Iterator[TestClient]:
    yield TestClient(
        Starlette(routes=web_routes(request.param)), base_url=f"http://testserver{request.param}/"
    )
    use_language("en")
