"""The page around everything, made out of Streamlit's own."""

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.testclient import TestClient

from flows.query.links import PAGES
from flows.web.page_shell import page_routes, page_shell
from flows.web.policy import script_hashes

STREAMLIT_PAGE = (Path(streamlit.__file__).with_name("static") / "index.html").read_text("utf-8")


@pytest.fixture(scope="module", params=["", "/atlas/of"], ids=["at the top", "under a path"])
def browser(request):
    return TestClient(
        Starlette(routes=page_routes(request.param, STREAMLIT_PAGE)),
        base_url=f"http://testserver{request.param}/",
        follow_redirects=False,
    )


def test_the_first_thing_in_a_page_is_the_script_that_obeys_the_quick_exit():
    page = page_shell(STREAMLIT_PAGE)
    first = page.index("<script")
    assert "atlas-left" in page[first : page.index("</script>")]
    assert "<link" not in page[:first]
    assert page.index('<meta charset="UTF-8" />') < 1024  # or browsers guess how it is written


def test_the_page_is_ours_and_leads_to_no_closed_address():
    page = page_shell(STREAMLIT_PAGE)
    assert "<title>Trafficking flows of the Western Hemisphere</title>" in page
    assert "The atlas needs JavaScript" in page
    assert 'href="./_stcore' not in page
    assert 'id="root"' in page


def test_a_page_of_another_release_is_refused_with_a_remedy():
    with pytest.raises(ValueError, match=r"0 times, not once: bring flows/web/page_shell\.py up"):
        page_shell(STREAMLIT_PAGE.replace("<title>Streamlit</title>", "<title>App</title>"))


@pytest.mark.parametrize("page", ["", *PAGES[1:]])
def test_every_page_comes_with_a_policy_that_names_its_scripts_and_is_not_kept(browser, page):
    sent = browser.get(page)
    assert sent.status_code == 200
    assert sent.headers["cache-control"] == "no-store"
    own = script_hashes(sent.text)
    assert len(own) == len(("quick exit", "server", "steps", "Streamlit's", "no modules", "connection"))
    assert all(source in sent.headers["content-security-policy"] for source in own)


def test_a_browser_that_knows_no_modules_is_told_so(browser):
    page = browser.get("").text
    assert "This browser is too old for the atlas" in page
    assert "<script nomodule>document.getElementById('atlas-modules').hidden = false;</script>" in page


def test_the_page_travels_packed_where_the_browser_can_unpack_it(browser):
    packed = browser.get("", headers={"accept-encoding": "gzip"})
    plain = browser.get("", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2


def test_the_front_page_by_its_name_leads_to_its_address_with_what_was_asked(browser):
    sent = browser.get("explore?types=forced_labor")
    assert sent.status_code == 307
    assert sent.headers["location"].endswith("/?types=forced_labor")
