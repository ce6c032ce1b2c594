"""What is made while its reader waits: steps come before the file, and who leaves ends the making."""

import asyncio
import json
import threading

import pytest

from flows.web.told_making import told_making
from tests.coroutines import run_coroutine

HOW = {"media_type": "x/y", "waiting": "Waiting"}


async def all_of(make):
    return [part async for part in told_making(make, **HOW)]


def step(words):
    return json.dumps({"step": words}).encode() + b"\n"


def test_each_step_is_told_and_the_file_follows():
    def make(tell):
        tell("One")
        tell("Two …")
        return b"file"

    size = b'{"size": 4, "type": "x/y"}\n'
    assert run_coroutine(all_of(make)) == [step("Waiting"), step("One"), step("Two …"), size, b"file"]


def test_a_step_is_told_while_the_next_is_being_made():
    heard = threading.Event()

    def make(tell):
        tell("One")
        return b"file" if heard.wait(20) else b"not heard"

    async def listen():
        parts = []
        async for part in told_making(make, **HOW):
            parts.append(part)
            if part == step("One"):
                heard.set()
        return parts[-1]

    assert run_coroutine(listen()) == b"file"


def test_who_leaves_ends_the_making_at_its_next_step():
    left, ended = threading.Event(), threading.Event()

    def make(tell):
        try:
            tell("One")
            left.wait(20)
            tell("Two")
        finally:
            ended.set()
        pytest.fail("It was made for nobody.")

    async def leave():
        steps = told_making(make, **HOW)
        while await anext(steps) != step("One"):
            pass
        await steps.aclose()
        left.set()

    run_coroutine(leave())
    assert ended.wait(20)


def test_who_leaves_before_their_turn_has_nothing_made():
    made, begun, busy = [], threading.Event(), threading.Event()

    def take_long(_tell):
        begun.set()
        return b"first" if busy.wait(20) else b"too long"

    async def leave():
        first = asyncio.ensure_future(all_of(take_long))
        await asyncio.to_thread(begun.wait, 20)
        second = told_making(lambda _tell: made.append("second") or b"", **HOW)
        assert await anext(second) == step("Waiting")
        await second.aclose()
        busy.set()
        return await first, await all_of(lambda _tell: b"third")

    first, third = run_coroutine(leave())
    assert (first[-1], third[-1], made) == (b"first", b"third", [])


def test_what_fails_ends_without_a_file_and_is_logged(caplog):
    def make(tell):
        tell("One")
        raise OSError("No space left on device")

    assert run_coroutine(all_of(make)) == [step("Waiting"), step("One")]
    assert "No space left on device" in caplog.text
