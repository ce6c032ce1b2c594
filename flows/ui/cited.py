"""Citation numbers as they stand behind a sentence."""

from collections.abc import Sequence


def cited(numbers: Sequence[int]) -> str:
    """Write citation numbers as "[1–4, 7]"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "[" + ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) + "]"
