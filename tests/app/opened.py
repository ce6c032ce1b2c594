"""The Explore page without a browser: opened at a link, and read as what it shows and sends."""

import json
from html import unescape
from re import sub

from streamlit.testing.v1 import AppTest

from tests.app.explore import written
from tests.architecture.tree import ROOT

PAGE = ROOT / "flows" / "ui" / "main.py"
# The first run of a process imports everything; far more than it takes even on a busy machine.
PATIENCE = 60


def open_page(**link: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE)
    page.session_state["more"] = True
    for name, value in link.items():
        page.query_params[name] = value
    return ran(page)


def ran(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def sent(page: AppTest) -> dict:
    """Return what went out to the map: its command, and the link."""
    mounted = [found.proto for found in page.get("bidi_component")]
    (host,) = [found for found in mounted if found.component_name in {"atlas_map", "atlas_link"}]
    return json.loads(host.json)[0]


def html(page: AppTest) -> str:
    return "\n".join(body for body in written(page) if not body.startswith("<style>"))


def seen(page: AppTest) -> str:
    """Return the HTML of the page as the text that it shows."""
    return sub(r"\s+", " ", unescape(sub(r"<[^>]*>", " ", html(page))))
