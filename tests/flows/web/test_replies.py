import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from flows.asset_urls import ASSETS, asset_address
from flows.web.replies import FOR_GOOD, static_assets


@pytest.fixture(scope="module")
def browser():
    return TestClient(Starlette(routes=[Mount("/assets", static_assets())]))


def test_an_address_changes_with_its_file():
    address = asset_address("style.css", up="../")
    assert address.startswith("../assets/style.css?v=")
    assert address != asset_address("web/map.css", up="../")


def test_an_address_of_nothing_is_refused():
    with pytest.raises(FileNotFoundError):
        asset_address("web/none.js")


def test_a_hashed_file_is_kept_for_good_and_any_other_asked_for_anew(browser):
    kept = browser.get(asset_address("style.css"))
    assert (kept.status_code, kept.headers["cache-control"]) == (200, FOR_GOOD)
    assert kept.content == (ASSETS / "style.css").read_bytes()
    for query in ("", "?v=", "?v=000000000000", f"?x&{asset_address('style.css').partition('?')[2]}"):
        assert browser.get(f"assets/style.css{query}").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["assets/none.css", "assets/%2e%2e/app.py", "assets/web", "app.py"])
def test_nothing_else_is_served(browser, path):
    assert browser.get(path).status_code == 404
