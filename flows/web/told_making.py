"""A file that is made while its reader waits: each step is told as it begins; who leaves ends the making."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from flows.packs.steps import Tell

_log = logging.getLogger(__name__)

# To make one takes all of a processor: readers who want others wait for their turn, the pages go on.
_maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="packs")


class LeftError(Exception):
    """Nobody waits any more for what is being made."""


async def told_making(
    make: Callable[[Tell], bytes], *, media_type: str, waiting: str
) -> AsyncIterator[bytes]:
    """Yield a line of JSON for each step of making a file, one with its size and type, and then the file.

    ``waiting`` is the step before others have had their turn. Where the making fails what is sent ends
    without the file; where the reader leaves, the making ends at its next step.
    """
    loop, left = asyncio.get_running_loop(), Event()
    steps: asyncio.Queue[str] = asyncio.Queue()
    steps.put_nowait(waiting)

    def tell(step: str) -> None:
        if left.is_set():
            raise LeftError
        loop.call_soon_threadsafe(steps.put_nowait, step)

    def make_unless_left() -> bytes:
        if left.is_set():
            raise LeftError
        return make(tell)

    made = loop.run_in_executor(_maker, make_unless_left)
    made.add_done_callback(lambda _made: steps.put_nowait(""))
    try:
        while step := await steps.get():
            yield _line({"step": step})
        content = made.result()
    except Exception:  # noqa: BLE001 — whatever it was, the reader is waiting for an end
        _log.exception("A pack could not be made.")
        return
    finally:
        left.set()
        made.cancel()
    yield _line({"size": len(content), "type": media_type})
    yield content


def made_in_turn(make: Callable[[], bytes]) -> bytes:
    """Make a file in its turn, of which no step is told."""
    return _maker.submit(make).result()


def _line(said: dict[str, object]) -> bytes:
    return json.dumps(said).encode() + b"\n"
