import pytest

from flows.query.focus import Focus
from geodata.vocabulary.enums import FocusKind


@pytest.mark.parametrize(
    "text",
    [
        "country:USA",
        "route:latin_america~USA",
        "route:CUB~",
        "hotspot:PE-MDD.x",
        f"route:{'a' * 120}~{'b' * 120}",  # places of a collection may have ids of that length
    ],
)
def test_a_focus_is_written_as_it_is_read(text):
    assert str(Focus.from_text(text)) == text


def test_kind_and_id_are_told_apart():
    assert Focus.from_text("note:tip-note-debt") == Focus(kind=FocusKind.NOTE, id="tip-note-debt")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "country",
        "country:",
        "planet:USA",
        "country:USA MEX",
        "claim:<b>",
        "route:a:b",
        "claim:" + "x" * 1_501,
    ],
)
def test_anything_else_is_no_focus(text):
    assert Focus.from_text(text) is None
