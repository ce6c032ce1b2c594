"""Samples taken in turn, so that what else the machine does falls on all alike."""

from collections.abc import Callable, Mapping

Act = Callable[[], float]
# What is measured, and of which app.
Row = tuple[str, str]
Samples = dict[Row, list[float]]


def in_turn(acts: Mapping[Row, Act], *, samples: int, warmups: int, quiet: bool = False) -> Samples:
    """Call every act once a round; return what the rounds after the warm-ups gave."""
    found: Samples = {row: [] for row in acts}
    for number in range(warmups + samples):
        for row, act in acts.items():
            value = _taken(row, act)
            if number >= warmups:
                found[row].append(value)
        if not quiet:
            print(f"  round {number + 1} of {warmups + samples}", flush=True)
    return found


def _taken(row: Row, act: Act) -> float:
    try:
        return act()
    except Exception as error:
        error.add_note(f"This was: {row[0]}; {row[1]}.")
        raise
