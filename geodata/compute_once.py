"""Values that are made once, whoever asks first."""

from collections.abc import Callable
from functools import lru_cache, wraps
from threading import RLock
from typing import TypeVar, TypeVarTuple

Asked = TypeVarTuple("Asked")
Value = TypeVar("Value")


def compute_once(maxsize: int) -> Callable[[Callable[[*Asked], Value]], Callable[[*Asked], Value]]:
    """Keep the last ``maxsize`` values of a function by its arguments, as `lru_cache` does.

    A thread that asks while another makes the value waits for it, where `lru_cache` would make it twice:
    two atlases of the same files are not the same atlas. What cannot be made is not kept.
    """

    def keep(make: Callable[[*Asked], Value]) -> Callable[[*Asked], Value]:
        remembered = lru_cache(maxsize=maxsize)(make)
        making = RLock()

        @wraps(make)
        def found(*asked: *Asked) -> Value:
            with making:
                return remembered(*asked)

        return found

    return keep
