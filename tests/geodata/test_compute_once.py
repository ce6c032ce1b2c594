"""Values are made once, whoever asks first."""

from threading import Barrier, Thread

import pytest

from geodata.compute_once import compute_once


def test_two_threads_that_ask_at_once_get_the_same_value():
    begun, made, got = Barrier(2, timeout=10), [], []

    @compute_once(4)
    def value(name):
        made.append(name)
        return object()

    def ask():
        begun.wait()
        got.append(value("atlas"))

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert made == ["atlas"]
    assert got[0] is got[1]


def test_what_could_not_be_made_is_tried_again():
    answers = iter([ValueError("not yet"), "made"])

    @compute_once(1)
    def value():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="not yet"):
        value()
    assert value() == "made"
    assert value() == "made"
