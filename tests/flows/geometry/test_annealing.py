"""Choosing options together: planted costs whose best choice is known, and rules that hold for any."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.geometry.annealing import choose_together

costs = st.integers(min_value=0, max_value=9)


def company(parts: list[int], *dear: tuple[int, int]) -> np.ndarray:
    """Return what options cost together: nothing, but 1 for each of these pairs."""
    found = np.zeros((sum(parts), sum(parts)))
    for one, other in dear:
        found[one, other] = found[other, one] = 1
    return found


def test_nothing_to_choose():
    assert choose_together([], np.zeros((0, 0))) == []
    assert choose_together([np.array([3.0])], np.zeros((1, 1))) == [0]


def test_without_company_each_takes_its_cheapest():
    alone = [np.array([2.0, 1.0, 3.0]), np.array([0.5, 1.0])]
    assert choose_together(alone, company([3, 2])) == [1, 0]


def test_a_dearer_option_in_better_company_is_taken():
    alone = [np.array([0.0, 0.25]), np.array([0.0, 0.5])]
    assert choose_together(alone, company([2, 2], (0, 2))) == [1, 0]


def test_a_choice_that_none_can_make_alone_is_found():
    """Both have to change at once: greedy choices stay where they are."""
    alone = [np.array([0.0, 0.25]), np.array([0.0, 0.25])]
    together = company([2, 2], (0, 2), (0, 3), (1, 2))
    assert choose_together(alone, together) == [1, 1]


@settings(deadline=None)
@given(data=st.data())
def test_the_choice_is_no_dearer_than_each_by_itself_and_the_same_each_time(data):
    sizes = data.draw(st.lists(st.integers(min_value=1, max_value=4), min_size=1, max_size=5))
    alone = [np.array(data.draw(st.lists(costs, min_size=n, max_size=n)), dtype=float) for n in sizes]
    drawn = data.draw(st.lists(costs, min_size=sum(sizes) ** 2, max_size=sum(sizes) ** 2))
    together = np.array(drawn, dtype=float).reshape(sum(sizes), sum(sizes))
    together += together.T
    first = np.cumsum([0, *sizes])

    def cost(chosen: list[int]) -> float:
        options = [start + option for start, option in zip(first, chosen, strict=False)]
        return sum(costs[n] for costs, n in zip(alone, chosen, strict=True)) + sum(
            together[one, other] for n, one in enumerate(options) for other in options[:n]
        )

    for start, end in pairwise(first):
        together[start:end, start:end] = 0
    chosen = choose_together(alone, together)
    assert cost(chosen) <= cost([int(np.argmin(own)) for own in alone])
    assert chosen == choose_together(alone, together)
