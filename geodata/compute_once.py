"""Values that are made once, whoever asks first."""

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock, RLock
from typing import Generic, TypeVar, TypeVarTuple

Asked = TypeVarTuple("Asked")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class OnceByKey(Generic[Key, Value]):
    """Values by key, each made by whoever asks first; who asks meanwhile waits for that value alone.

    With ``maxsize`` those that were not asked for longest are dropped. What cannot be made is not kept.
    """

    def __init__(self, maxsize: int | None = None) -> None:
        self._maxsize = maxsize
        self._made: dict[Key, Value] = {}
        self._making: dict[Key, RLock] = {}
        self._lock = Lock()  # held for a look or a note, never while a value is made

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, which ``make`` makes where there is none."""
        with self._lock:
            if key in self._made:
                return self._renewed(key)
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                if key in self._made:
                    return self._renewed(key)
            try:
                value = make()
                with self._lock:
                    self._keep(key, value)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return value

    def _renewed(self, key: Key) -> Value:
        value = self._made[key]
        if self._maxsize is not None:
            # Dictionaries keep their order: what is put back last is dropped last.
            self._made[key] = self._made.pop(key)
        return value

    def _keep(self, key: Key, value: Value) -> None:
        self._made[key] = value
        if self._maxsize is not None and len(self._made) > self._maxsize:
            del self._made[next(iter(self._made))]


def compute_once(maxsize: int) -> Callable[[Callable[[*Asked], Value]], Callable[[*Asked], Value]]:
    """Keep the last ``maxsize`` values of a function by its arguments, as `lru_cache` does.

    A thread that asks while another makes the same value waits for it, where `lru_cache` would make it twice:
    two atlases of the same files are not the same atlas.
    """

    def keep(make: Callable[[*Asked], Value]) -> Callable[[*Asked], Value]:
        made: OnceByKey[tuple[*Asked], Value] = OnceByKey(maxsize)

        @wraps(make)
        def found(*asked: *Asked) -> Value:
            return made.get(asked, lambda: make(*asked))

        return found

    return keep
