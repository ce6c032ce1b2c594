"""Simulated annealing: one option for each of several parts, where any two options may cost something."""

import math
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

# Changes tried for each part: the layouts of this atlas do not become better with more.
_TRIES = 400
# What a change may add with a fair chance at the beginning and at the end, where costs are about 1.
_HOT, _COLD = 1.5, 0.05
# Costs are multiples of this: their sums are then exact, and every machine chooses the same.
_STEP = 2.0**-10


def choose_together(alone: "Sequence[Numbers]", together: "Numbers", *, seed: int = 0) -> list[int]:
    """Choose an option for each part so that the whole costs little; the same each time for one ``seed``.

    ``alone`` has what each option of each part costs by itself. ``together`` (options, options) has what any
    two cost in each other's company, the options of all parts in one row; it is symmetric, and zero within a
    part. Returns the number of the option of each part. Kirkpatrick et al. 1983, "Optimization by simulated
    annealing".
    """
    import numpy as np

    if not alone:
        return []
    first = np.cumsum([0, *(len(costs) for costs in alone)]).tolist()
    pairs = np.round(together / _STEP) * _STEP
    costs = np.round(np.concatenate(alone) / _STEP) * _STEP
    chosen = [start + int(np.argmin(own)) for start, own in zip(first, alone, strict=False)]
    # What each option costs in the company of what is chosen for the other parts.
    now = costs + pairs[chosen].sum(axis=0)
    free = [part for part, own in enumerate(alone) if len(own) > 1]
    chance, total, least, best = Random(seed).random, 0.0, 0.0, list(chosen)  # noqa: S311 - not a secret
    tries = _TRIES * len(free)
    for tried in range(tries):
        part = free[int(chance() * len(free))]
        old, new = chosen[part], first[part] + int(chance() * len(alone[part]))
        added = float(now[new] - now[old])
        if added > 0 and chance() >= math.exp(-added / (_HOT * (_COLD / _HOT) ** (tried / tries))):
            continue
        chosen[part] = new
        now += pairs[new] - pairs[old]
        total += added
        if total < least:
            least, best = total, list(chosen)
    return [option - start for option, start in zip(best, first, strict=False)]
