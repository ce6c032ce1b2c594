"""The proxy of DEPLOY.md before running processes; skipped where this machine has no nginx."""

import os
import re
import shutil
from collections.abc import Iterator

import pytest

from tests.browser.served import Server, serving
from tests.conftest import NINE, TWO_DOCUMENTS
from tests.deploy.proxy import Proxy, running, several, written

HOW_TO_GET_ONE = "No nginx was found: install it (Debian: apt-get install nginx)."
_SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"  # not on an ordinary user's PATH


@pytest.fixture(scope="session")
def nginx() -> str:
    found = shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), _SYSTEM_FOLDERS)))
    if found is None:
        if os.environ.get("REQUIRE_NGINX", "") not in {"", "0"}:
            pytest.fail(HOW_TO_GET_ONE, pytrace=False)
        pytest.skip(HOW_TO_GET_ONE)
    return found


@pytest.fixture(scope="module")
def one_server() -> Iterator[Server]:
    with serving(NINE, base="/atlas") as server:
        yield server
    assert server.mishaps() == []


@pytest.fixture(scope="module")
def one_process(nginx: str, tmp_path_factory: pytest.TempPathFactory, one_server: Server) -> Iterator[Proxy]:
    with running(nginx, tmp_path_factory.mktemp("one"), written("nginx")[0], [one_server]) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def one_hasty_process(
    nginx: str, tmp_path_factory: pytest.TempPathFactory, one_server: Server
) -> Iterator[Proxy]:
    """The same before a proxy that waits for a second, where that of DEPLOY.md waits for ten and more.

    This machine alone would hold a whole reply between the two ends: it keeps little of it.
    """
    hasty, changed = re.subn(r"((?:header|body|send)_timeout +)\d+s;", r"\g<1>1s;", written("nginx")[0])
    assert changed == len(("client_header_timeout", "client_body_timeout", "send_timeout"))
    hasty = hasty.replace("listen 443 ssl;", "listen 443 ssl sndbuf=8k;")
    with running(nginx, tmp_path_factory.mktemp("hasty"), hasty, [one_server]) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def two_processes(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Two processes that can be told apart, by their collections, which those of one site never are."""
    with (
        serving(NINE, base="/atlas") as first,
        serving(TWO_DOCUMENTS, base="/atlas") as second,
        running(nginx, tmp_path_factory.mktemp("two"), several(*written("nginx")), [first, second]) as proxy,
    ):
        yield proxy
    assert first.mishaps() + second.mishaps() == []
