"""Hours, not minutes: 20 readers who press, sleep, reload and leave; does the server grow?

`python -m tests.benchmarks.soak [--minutes N]` writes SOAK.md, unless it is shorter than half an hour.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import psutil
from websockets.exceptions import ConnectionClosed

from tests.benchmarks.report import machine, table
from tests.benchmarks.servers import ATLAS, MEGABYTE, Server, serving
from tests.benchmarks.sessions import Visitor

RESULTS = Path(__file__).with_name("SOAK.md")
MINUTES, READERS = 30.0, 20
# Of the time, so much is for what is built once; what counts begins after it, five minutes of thirty.
SETTLING = 1 / 6
LOOK_S = 5.0
# Seconds: a reader thinks, or the laptop sleeps and its connection is lost.
THINKING, SLEEPING = (0.5, 6.0), (5.0, 20.0)
# Of acts: presses, sleeps, reloads, and the rest leave and come back as somebody else.
_PRESS, _SLEEP, _RELOAD = 0.86, 0.91, 0.96
# Flat: the last sixth of the time beside the first that counts, each by the least that the server held in it.
# Every run of the page has a thread, and how many are under way when one looks is chance; what is never given
# back raises the least. The allocator keeps a little.
LIMITS = {"memory, MB": 1.10, "file handles": 1.10, "threads": 1.10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the server held at a moment."""

    seconds: float
    held: tuple[float, float, float]


async def soak(server: Server, seconds: float) -> tuple[list[Look], list[str]]:
    """Let the readers in for so many seconds; return what the server held, and what was lost meanwhile."""
    ends = perf_counter() + seconds
    lost: list[str] = []
    async with asyncio.TaskGroup() as group:
        for number in range(READERS):
            group.create_task(_readers(server.address, Random(number), ends, lost))
        looking = group.create_task(_looks(server, ends))
    return looking.result(), lost


async def _readers(address: str, chance: Random, ends: float, lost: list[str]) -> None:
    """Let one reader in, and another where one was lost."""
    await asyncio.sleep(chance.uniform(0, THINKING[1]))
    while perf_counter() < ends:
        try:
            await _reader(address, chance, ends)
        except (OSError, ConnectionClosed) as error:
            lost.append(repr(error))
            print(f"  lost: {error!r}", flush=True)


async def _reader(address: str, chance: Random, ends: float) -> None:
    visitor = Visitor(address, chance)
    await visitor.open()
    while perf_counter() < ends:
        await asyncio.sleep(chance.uniform(*THINKING))
        act = chance.random()
        if act < _PRESS:
            await visitor.press()
            continue
        await visitor.leave()
        if act < _SLEEP:
            await asyncio.sleep(chance.uniform(*SLEEPING))
        if act < _RELOAD:
            await visitor.open(same=act < _SLEEP)
        else:
            visitor = Visitor(address, chance)
            await visitor.open()
    await visitor.leave()


async def _looks(server: Server, ends: float) -> list[Look]:
    process, began, looks = psutil.Process(server.process.pid), perf_counter(), []
    while perf_counter() < ends:
        held = process.memory_info().rss / MEGABYTE, float(process.num_fds()), float(process.num_threads())
        looks.append(Look(seconds=perf_counter() - began, held=held))
        await asyncio.sleep(LOOK_S)
    return looks


def compared(looks: Sequence[Look]) -> list[tuple[str, list[float], list[float]]]:
    """Return by measure all that was seen in the first sixth that counts and in the last."""
    last = looks[-1].seconds
    early = [look for look in looks if SETTLING * last <= look.seconds < 2 * SETTLING * last]
    late = [look for look in looks if look.seconds >= (1 - SETTLING) * last]
    return [
        (name, [look.held[n] for look in early], [look.held[n] for look in late])
        for n, name in enumerate(LIMITS)
    ]


def report(looks: Sequence[Look], lost: Sequence[str], minutes: float) -> str:
    """Write what was found as Markdown."""
    rows = [
        (name, _seen(early), _seen(late), f"≤ {LIMITS[name]:g}×", _verdict(name, early, late, minutes))
        for name, early, late in compared(looks)
    ]
    rows.append(("acts lost", "", str(len(lost)), "≤ 0", "**not reached**" if lost else "reached"))
    how = (
        f"Written by `make soak`: {READERS} readers press, sleep, reload and leave for {minutes:g} minutes.\n"
        "Least and median of what was seen; the least tells what the server never gives back."
    )
    header = ("what the server holds", "after the first sixth", "in the last sixth", "limit", "")
    return "\n".join(["# A soak", "", how, "", *machine(), "", *table(header, "lrrrl", rows)]) + "\n"


def _seen(held: Sequence[float]) -> str:
    return f"{min(held):.1f} (median {median(held):.1f})"


def _verdict(name: str, early: Sequence[float], late: Sequence[float], minutes: float) -> str:
    """Tell whether a measure stayed flat; the server keeps sessions that sleep for two minutes."""
    if minutes < MINUTES:
        return "too short to tell"
    return "reached" if min(late) <= LIMITS[name] * min(early) else "**not reached**"


def main() -> int:
    """Run the soak and print what it found; return 1 where something grew or was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    minutes: float = parser.parse_args().minutes
    with serving(ATLAS) as server:
        looks, lost = asyncio.run(soak(server, minutes * 60))
    text = report(looks, lost, minutes)
    print(text)
    if minutes >= MINUTES:
        RESULTS.write_text(text, encoding="utf-8")
    return 1 if "**not reached**" in text else 0


if __name__ == "__main__":
    sys.exit(main())
