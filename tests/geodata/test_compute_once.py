"""Values are made once, whoever asks first."""

from threading import Barrier, Event, Thread

import pytest

from geodata.compute_once import OnceByKey, compute_once


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


def test_a_hit_waits_for_nobody_elses_miss():
    kept, begun, go = OnceByKey(4), Event(), Event()
    kept.get("ready", lambda: "made before")

    def make_slowly():
        begun.set()
        return go.wait(timeout=10)

    slow = Thread(target=kept.get, args=("slow", make_slowly))
    slow.start()
    assert begun.wait(timeout=10)
    assert kept.get("ready", lambda: "made again") == "made before"
    assert kept.get("other", lambda: "made meanwhile") == "made meanwhile"
    assert slow.is_alive()
    go.set()
    slow.join(timeout=10)
    assert kept.get("slow", lambda: "made again") is True


def test_those_not_asked_for_longest_are_dropped():
    kept = OnceByKey(2)
    for key in ("first", "second", "first", "third"):
        kept.get(key, lambda key=key: key)
    assert len(kept) == 2
    assert kept.get("first", lambda: "anew") == "first"
    assert kept.get("second", lambda: "anew") == "anew"
