"""The proxy of DEPLOY.md before running processes; skipped where this machine has no nginx."""

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.browser.served import serving
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
def one_process(nginx: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with (
        serving(NINE, base="/atlas") as server,
        running(nginx, tmp_path_factory.mktemp("one"), written("nginx")[0], [server]) as proxy,
    ):
        yield proxy
    assert server.mishaps() == []


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
