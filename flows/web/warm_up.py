"""What the first reader would wait for, done while the browser still fetches its scripts."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from threading import Thread

Lifespan = Callable[[object], AbstractAsyncContextManager[None]]


def warming(*steps: Callable[[], object]) -> Lifespan:
    """Return the lifespan of an app that takes ``steps`` in a thread of its own once the server starts.

    A step that fails is silent: the page takes it again, and tells the reader.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        Thread(target=run_steps, args=(steps,), name="warming", daemon=True).start()
        yield

    return lifespan


def run_steps(steps: tuple[Callable[[], object], ...]) -> None:
    """Take one step after another, then set aside what they made."""
    for step in steps:
        with suppress(Exception):
            step()
    freeze_startup_objects()


def freeze_startup_objects() -> None:
    """Put what was loaded out of the garbage collector's sight.

    Streamlit collects garbage after every run of the page, and would look through the whole atlas each
    time: 25 to 50 ms for nothing, just when the answer should go out. Done here, and not in a run, so that
    no reader's session is set aside with it.
    """
    gc.collect()
    gc.freeze()
