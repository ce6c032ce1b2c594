"""10,000 scripted runs with faults thrown in: is an act lost, a session mixed with another, a loss silent?

`python -m tests.benchmarks.faults [--runs N]` writes FAULTS.md, unless there are fewer than 10,000. In a run
two readers act at once, each on a page that keeps what the server has not answered (as `acts.js`, `retell.js`
and `pending.js` under `assets/web` do); the sessions are the atlas's own code. Messages and answers are lost,
doubled and late, connections are cut, sessions expire, the server starts anew.
"""

import argparse
import asyncio
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl

import streamlit

from flows.push_channel import channel_named
from flows.query.links import write_link
from flows.query.offered import PILL_FACETS
from flows.ui import browser_events, kept, reconnect, state
from flows.ui.push_html import push_channel
from geodata.load import default_atlas
from tests.benchmarks.report import machine, table

RESULTS = Path(__file__).with_name("FAULTS.md")
RUNS, STEPS = 10_000, 14
# What each reader looks at is her own, so that a mixed session shows.
PLACES = (("PER", "BOL", "COL", "ECU", ""), ("MEX", "GTM", "HND", "CUB", ""))
TOPS = (range(10, 90, 2), range(11, 91, 2))
VALUES = {
    "types": ("forced_labor", "sex_trafficking", "child_soldiering", "unspecified"),
    "sectors": ("mining", "agriculture", "domestic_work"),
    "hide": ("hotspots", "notes"),
}
FIELDS = ("focus", "top", *VALUES)
# What happens to a message: half of them arrive and are answered.
FATES = ("taken",) * 5 + ("lost", "unanswered", "doubled", "late", "answered late")
TROUBLES = ("none",) * 6 + ("cut", "expired", "restarted", "found")
LOST, MIXED, SILENT, ERRORS = "acts lost", "sessions mixed", "losses in silence", "errors"
HELD = (LOST, MIXED, SILENT, ERRORS)
# A press that came after everything was told again and before the answer, and whose message was lost: the
# page shows what the server says.
UNDONE = "presses undone in sight"
_HOW = """
Messages and answers are lost, doubled and late, connections are cut, sessions expire, the server starts anew.
The sessions are the atlas's own code, without Streamlit's transport; the page's part is written again in
Python. What a browser does is in `tests/browser/test_lost_sessions.py`. Undone in sight is a slider pulled
after a page has told everything again and before the answer, whose own message is lost with the next
connection: the page shows what the server says.
"""
Said = dict[str, Any]


class Session:
    """A session of the server: what it remembers, by the atlas's own code."""

    gone = False

    def __init__(self, link: str) -> None:
        self.remembered: dict[str, Any] = {state.LAST_EVENT: 0, state.ZOOM_COUNT: 0, state.MAP: {}}
        with self._present():
            state.take_link(default_atlas(), dict(parse_qsl(link)))
            self.name = push_channel().name

    def _present(self) -> Any:
        return patch.object(streamlit, "session_state", self.remembered)

    def take(self, told: Said) -> Said:
        """Take what a page tells, as a run does, and answer."""
        with self._present():
            if "back" in told:
                reconnect.take_return(default_atlas(), told)
            browser_events.take_acts(told)
            if "top" in told:
                self.remembered[state.TOP] = told["top"]
            request = state.request()
            answer = {
                "session": self.name,
                "heard": self.remembered[state.LAST_EVENT],
                "link": write_link(request),
                "keep": kept.written(),
                "fields": self.fields(),
            }
            return answer | {"number": push_channel().publish("map", {"session": self.name})}

    def fields(self) -> Said:
        """Return what it asks for, by the names of the page's fields."""
        asked = {name: sorted(self.remembered[name]) for name in VALUES}
        asked["hide"] = [layer for layer in asked["hide"] if layer in VALUES["hide"]]
        return asked | {"focus": self.remembered[state.FOCUS], "top": self.remembered[state.TOP]}


class Page:
    """A reader's page: what it shows, and all that has no answer yet."""

    def __init__(self, reader: int) -> None:
        self.reader, self.connected = reader, True
        self.shown: Said = {name: [] for name in VALUES} | {"focus": "", "top": None}
        self.meant = dict(self.shown)
        self.session, self.link, self.keep = Session(""), "", {}
        self.acts: list[Said] = []
        self.count = self.returning = 0
        self.waiting: dict[str, tuple[Any, list[Any]]] = {}
        self.sessions, self.newest = [self.session.name], (-1, 0)
        self.messages = channel_named(self.session.name).listen()
        self.since_told: set[str] = set()
        self.undone: set[str] = set()
        self.late: list[tuple[Session, Said]] = []
        self.answers: list[Said] = []

    def next_count(self) -> int:
        self.count += 1
        return self.count

    def act(self, chance: Random) -> Said | None:
        """Do something; return the message that it makes, if there is a connection."""
        field = chance.choice(FIELDS)
        if field == "focus":
            value: Any = chance.choice(PLACES[self.reader])
            value = value and f"country:{value}"
        elif field == "top":
            value = chance.choice(TOPS[self.reader])
        else:
            value = sorted(chance.sample(VALUES[field], chance.randint(0, 2)))
        before, values = self.waiting.get(field, (self.shown[field], []))
        if value != self.shown[field]:
            self.waiting[field] = before, [*values, value]
        self.shown[field] = self.meant[field] = value
        self.since_told.add(field)
        self.undone.discard(field)
        if field == "top":  # a widget of Streamlit's own: no act, and lost unless the page tells of it later
            return {"acts": [], "top": value} if self.connected else None
        kind = {"act": "focus", "focus": value} if field == "focus" else {"act": "switch", field: value}
        self.acts = [*self.acts, {**kind, "count": self.next_count()}]
        if not self.connected:
            return None
        return self.everything() if self.returning else {"acts": self.acts}

    def everything(self) -> Said:
        """Return all that another session would need."""
        self.returning = self.next_count()
        self.since_told.clear()
        wish = {name: self.shown[name] for name in self.waiting if name in {*PILL_FACETS, "top"}}
        back = {"count": self.returning, "session": self.sessions[-1], "link": self.link}
        return {"acts": self.acts, "back": back | {"wish": wish, "keep": self.keep}}

    def hear(self, answer: Said) -> None:
        """Take an answer, unless a newer one was heard."""
        if answer["session"] not in self.sessions:
            self.sessions.append(answer["session"])
        found = self.sessions.index(answer["session"]), answer["number"]
        if found <= self.newest:
            return
        self.newest, self.link, self.keep = found, answer["link"], answer["keep"]
        if self.returning and answer["heard"] >= self.returning:
            self.returning = 0
            self.undone |= self.since_told & self.waiting.keys()
            self.waiting.clear()  # its word is the last
        self.acts = [act for act in self.acts if act["count"] > answer["heard"]]
        for name, value in answer["fields"].items():
            self._settle(name, value)

    def _settle(self, name: str, value: Any) -> None:
        if name in self.waiting:
            before, values = self.waiting[name]
            if value in values:
                values = values[len(values) - values[::-1].index(value) :]
                self.waiting[name] = value, values
            elif value == before:
                return
            else:
                values = []
            if values:
                return
            del self.waiting[name]
        self.shown[name] = value


class Run:
    """Two readers of one server, and what became of what they did."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.pages = [Page(0), Page(1)]
        self.found: Counter[str] = Counter()

    async def go(self) -> Counter[str]:
        """Let both act, with troubles; then let all connections be found, and compare."""
        for _ in range(STEPS):
            page = self.chance.choice(self.pages)
            self._trouble(page)
            message = page.act(self.chance)
            if message:
                fate = self.chance.choice(FATES)
                self._send(page, message, fate)
                # A widget's message is lost with its connection alone.
                page.connected &= not ("top" in message and fate in {"lost", "late"})
            await self._listen(page)
        for page in self.pages:
            self._find(page, "taken")
            await self._listen(page)
            self._compare(page)
        return self.found

    def _trouble(self, page: Page) -> None:
        trouble = self.chance.choice(TROUBLES)
        if trouble == "found" and not page.connected:
            self._find(page, self.chance.choice(FATES))
        if trouble in {"cut", "expired"}:
            page.connected = False
        if trouble == "expired":
            page.session.gone = True
        if trouble == "restarted":
            for each in self.pages:
                each.connected = False
                each.session.gone = True

    def _find(self, page: Page, fate: str) -> None:
        """Let the connection be found, by this session or by another one; the page tells it everything."""
        page.late, page.answers = [], []  # what was on its way went with the connection
        if page.session.gone:
            page.session = Session(page.link)
            page.messages = channel_named(page.session.name).listen()
        page.connected = True
        self._send(page, page.everything(), fate)

    def _send(self, page: Page, message: Said, fate: str) -> None:
        answers = []
        if fate == "late":
            page.late.append((page.session, message))
        elif fate != "lost":
            news = [(page.session, message)] * (1 + (fate == "doubled"))
            # The value of a widget never overtakes what was told before it; acts may.
            both = [*page.late, *news] if "top" in message else [*news, *page.late]
            answers += [session.take(told) for session, told in both if not session.gone]
            page.late = []
        if fate == "unanswered":
            return
        if fate == "answered late":
            page.answers += answers
            return
        for answer in [*answers, *page.answers]:
            page.hear(answer)
        page.answers = []

    async def _listen(self, page: Page) -> None:
        await asyncio.sleep(0)
        while len(page.messages):
            text, _sent = await page.messages.get()
            self.found[MIXED] += page.session.name not in text

    def _compare(self, page: Page) -> None:
        asked = page.session.fields()
        other = 1 - page.reader
        for name in FIELDS:
            if asked[name] != page.meant[name]:
                seen = name in page.undone and asked[name] == page.shown[name]
                self.found[UNDONE if seen else LOST] += 1
        self.found[SILENT] += sum(asked[name] != page.shown[name] for name in FIELDS) + len(page.acts)
        place = asked["focus"].removeprefix("country:")
        self.found[MIXED] += bool(place and place in PLACES[other]) or asked["top"] in TOPS[other]


async def run_all(runs: int) -> Counter[str]:
    """Return what was found in so many runs, by what it is; each is the same whenever it is run."""
    found: Counter[str] = Counter()
    with ExitStack() as patched:
        patched.enter_context(patch("flows.push_channel._SENDING_SECONDS", 0.0))
        for number in range(runs):
            try:
                found += await Run(Random(number)).go()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
                print(f"  run {number}: {error!r}", flush=True)
                found[ERRORS] += 1
    return found


def report(found: Counter[str], runs: int) -> str:
    """Write what was found as Markdown."""
    rows = [
        (what, f"{found[what]:,}", "≤ 0", "**not reached**" if found[what] else "reached") for what in HELD
    ]
    rows.append((UNDONE, f"{found[UNDONE]:,}", "", ""))
    how = f"Written by `python -m tests.benchmarks.faults`: {runs:,} runs of {STEPS} things two readers do."
    lines = table(("what became of what was done", "found", "limit", ""), "lrrl", rows)
    return "\n".join(["# Faults thrown in", "", how, _HOW, *machine(), "", *lines]) + "\n"


def main() -> int:
    """Run them, print what was found, and keep it if they were enough."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faults", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs: int = parser.parse_args().runs
    found = asyncio.run(run_all(runs))
    text = report(found, runs)
    print(text)
    if runs >= RUNS:
        RESULTS.write_text(text, encoding="utf-8")
    return 1 if any(found[what] for what in HELD) else 0


if __name__ == "__main__":
    sys.exit(main())
