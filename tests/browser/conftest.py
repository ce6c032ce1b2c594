"""Readers in a real browser, each kept from every outside host; skipped where there is no Chromium."""

import os
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import ARGUMENTS, HOW_TO_GET_ONE, find_chromium, must_have_one
from tests.browser.reader import DEVICE, PHONE, Reader, new_context
from tests.browser.served import ROOT, Server, serving
from tests.conftest import TWO_DOCUMENTS

Welcome = Callable[..., Reader]
Contexts = dict[str, list[BrowserContext]]
FAILED = pytest.StashKey[bool]()
# Where a failed journey leaves a picture of what its reader saw last.
LEFT_BEHIND = ROOT / "test-results"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_runtest_setup(item: pytest.Item) -> None:
    # Here and not in a fixture: then all of them are skipped at one place, which makes one line.
    if item.get_closest_marker("browser") and not find_chromium(os.environ):
        if must_have_one(os.environ):
            pytest.fail(HOW_TO_GET_ONE, pytrace=False)
        pytest.skip(HOW_TO_GET_ONE)


@pytest.fixture(scope="session")
def chromium() -> str:
    return find_chromium(os.environ)


# Playwright holds the thread's event loop from now on: who needs one takes a thread (`tests.coroutines`).
@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def served_two_documents(chromium: str) -> Iterator[Server]:
    with serving(TWO_DOCUMENTS) as server:
        yield server


@pytest.fixture(scope="session")
def served_as_it_ships(chromium: str) -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def served_atlas(request: pytest.FixtureRequest) -> Server:
    """The two documents alone, unless a file says `ALL_COLLECTIONS = True`."""
    everything = getattr(request.module, "ALL_COLLECTIONS", False)
    return request.getfixturevalue("served_as_it_ships" if everything else "served_two_documents")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """Browsers without a past that wait for a reader, by the device: what they have in their cache stays."""
    return defaultdict(list)


@pytest.fixture
def welcome(
    request: pytest.FixtureRequest, browser: Browser, served_atlas: Server, contexts: Contexts
) -> Iterator[Welcome]:
    """Let in as many readers as a test asks for, each in a browser without a past."""
    readers: list[tuple[str, Reader]] = []
    before = len(served_atlas.mishaps())

    def let_in(home: str = served_atlas.address, **how: object) -> Reader:
        made = {name: how.pop(name) for name in DEVICE if name in how}
        free = contexts[repr(made)]
        context = free.pop() if free else new_context(browser, **made)
        readers.append((repr(made), Reader(context, home, **how)))
        return readers[-1][1]

    yield let_in
    for number, (device, reader) in enumerate(readers, start=1):
        if request.node.stash.get(FAILED, False):
            reader.page.screenshot(path=LEFT_BEHIND / f"{request.node.name}-{number}.png")
        reader.leave()
        contexts[device].append(reader.context)
    assert [address for _device, reader in readers for address in reader.outside] == []
    assert [mishap for _device, reader in readers for mishap in reader.mishaps] == []
    assert served_atlas.mishaps()[before:] == []


@pytest.fixture
def newcomer(welcome: Welcome) -> Reader:
    """A reader who has not opened the atlas yet."""
    return welcome()


@pytest.fixture
def reader(newcomer: Reader) -> Reader:
    """A reader who sees the whole map."""
    return newcomer.open()


@pytest.fixture
def reader_on_a_phone(welcome: Welcome) -> Reader:
    return welcome(viewport=PHONE, has_touch=True, is_mobile=True).open()


@pytest.fixture
def reader_in_the_dark(welcome: Welcome) -> Reader:
    return welcome(color_scheme="dark").open()
