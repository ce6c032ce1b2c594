"""Many readers at once, and one reader while visitors attack; `tests.benchmarks.sessions` are the readers."""

import asyncio
from random import Random
from time import perf_counter

from tests.benchmarks.attacks import ATTACKS, attacking
from tests.benchmarks.names import ATTACKED, LOAD_OPENING, LOAD_PRESS, PEACE
from tests.benchmarks.rounds import Samples
from tests.benchmarks.sessions import Visitor
from tests.browser.served import serving

# Readers at once, and the seconds that each thinks between two presses.
CROWDS = ((1, 1.0), (10, 2.0), (50, 4.0))
# Readers come one by one within so many seconds, whatever their number.
ARRIVING_S = 10.0
# The reader beside the attackers.
PRESSES, THINKING_S = 24, 0.25


def crowd(readers: int, thinking: float) -> str:
    """Return what a crowd is called in the table."""
    return (
        f"{readers} at once, {thinking:g} s of thinking"
        if readers > 1
        else f"1 reader, {thinking:g} s of thinking"
    )


def measure_load(*, seconds: float) -> Samples:
    """Return milliseconds of openings and presses by crowd; each crowd presses for so many seconds."""
    found: Samples = {}
    with serving() as server:
        asyncio.run(_visit(server.address, Random(0), 0.0, 0.0, ([], [])))  # what is made once is made
        for readers, thinking in CROWDS:
            times = asyncio.run(_crowd(server.address, readers, thinking, seconds))
            for what, taken in zip((LOAD_OPENING, LOAD_PRESS), times, strict=True):
                found[what, crowd(readers, thinking)] = taken
    assert server.mishaps() == []
    return found


async def _crowd(
    address: str, readers: int, thinking: float, seconds: float
) -> tuple[list[float], list[float]]:
    times: tuple[list[float], list[float]] = ([], [])
    async with asyncio.TaskGroup() as group:
        for number in range(readers):
            chance = Random(number)
            arriving = chance.random() * (ARRIVING_S if readers > 1 else 0.0)
            group.create_task(_visit(address, chance, arriving, thinking, times, seconds))
    return times


async def _visit(
    address: str,
    chance: Random,
    arriving: float,
    thinking: float,
    times: tuple[list[float], list[float]],
    seconds: float = 1.0,
) -> None:
    openings, presses = times
    await asyncio.sleep(arriving)
    visitor = Visitor(address, chance)
    openings.append(await visitor.open() * 1000)
    ends = perf_counter() + seconds
    while perf_counter() < ends:
        await asyncio.sleep(thinking)
        presses.append(await visitor.press() * 1000)
    await visitor.leave()


def measure_attacks(*, presses: int = PRESSES) -> Samples:
    """Return what another reader's press takes in peace and during each attack of the trial, milliseconds."""
    with serving() as server:
        asyncio.run(_pressed(server.address, presses))
        found = {(ATTACKED, PEACE): asyncio.run(_pressed(server.address, presses))}
        for name in ATTACKS:
            with attacking(name, server.port):
                found[ATTACKED, f"during: {name}"] = asyncio.run(_pressed(server.address, presses))
    assert server.mishaps() == []
    return found


async def _pressed(address: str, presses: int) -> list[float]:
    visitor = Visitor(address, Random(presses))
    await visitor.open()
    taken = []
    for _ in range(presses):
        await asyncio.sleep(THINKING_S)
        taken.append(await visitor.press() * 1000)
    await visitor.leave()
    return taken
