"""A text of a collection in a label, which Streamlit reads as Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ui.labels import as_label

JOINER = "\u2060"


def shown(label):
    """Return what Markdown shows of a label in which all punctuation is escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Peru", "Peru"),
        ("![m](//a.example)", r"\!\[m\]\(\/\/a\.example\)"),
        (":red[a] :material/home:", r"\:red\[a\] \:material\/home\:"),
        ("$x$ **b** `c`", r"\$x\$ \*\*b\*\* \`c\`"),
        ("1. Café – “Lima”", r"1\. Café – “Lima”"),
        ("    code\n\n# title", r"code \# title"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_no_sign_means_more_than_itself(text, label):
    assert as_label(text) == label


@pytest.mark.parametrize("text", ["a -> b", "a <- b", "a <-> b", "a -- b", "a >= b", "a <= b", ":streamlit:"])
def test_what_is_replaced_though_escaped_is_kept_apart(text):
    label = shown(as_label(text))
    assert label != text
    assert label.replace(JOINER, "") == text


@given(st.text())
def test_any_text_is_shown_on_one_line_as_it_is(text):
    label = as_label(text)
    assert shown(label).replace(JOINER, "") == " ".join(text.replace(JOINER, "").split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[!-/:-@\[\]-`{-~]", label)
