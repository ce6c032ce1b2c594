"""What the first reader would wait for, done while the browser still fetches its scripts."""

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
        Thread(target=_take, args=(steps,), name="warming", daemon=True).start()
        yield

    return lifespan


def _take(steps: tuple[Callable[[], object], ...]) -> None:
    for step in steps:
        with suppress(Exception):
            step()
