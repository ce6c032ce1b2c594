"""Whatever goes wrong, a reader sees a sentence and a way on; the details stay in the log."""

import pytest
from streamlit.testing.v1 import AppTest


def stumble(kind):
    from flows.ui.mishap import show_mishap
    from geodata.problems import AtlasError, Problem

    problem = Problem(file="secret.csv", row=2, value="x", message="is wrong", remedy="Right it.")
    show_mishap(AtlasError((problem,)) if kind == "collection" else ValueError("secret"))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("collection", "The collections could not be loaded, so nothing is shown."),
        ("anything", "The page could not be shown. Load it anew;"),
    ],
)
def test_a_reader_is_told_in_a_sentence(kind, sentence, caplog):
    app = AppTest.from_function(stumble, args=(kind,), default_timeout=60).run()
    (shown,) = app.error
    assert shown.value.startswith(sentence)
    assert "secret" not in shown.value
    assert "secret" in caplog.text
    assert not app.exception
