import csv
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.annotation.sentences import main, split
from geodata.load import default_collections

SHIPPED = next(folder for folder in default_collections() if folder.name == "western-hemisphere")


def pieces(text, *, furniture=False):
    return [text[s.start : s.end] for s in split(text) if s.furniture is furniture]


def test_an_abbreviation_ends_no_sentence():
    text = "Some U.S. officials agree. The U.S. Government paid. They left the U.S. They came back."
    assert pieces(text)[:2] == ["Some U.S. officials agree.", "The U.S. Government paid."]


def test_headings_credits_and_cut_off_words_are_furniture():
    text = "Features\n\nThe title\nIt began. It went on.\n\nBy"
    assert pieces(text, furniture=True) == ["Features", "The title", "By"]
    assert pieces(text) == ["It began.", "It went on."]


def test_a_closing_quotation_mark_belongs_to_its_sentence():
    assert pieces("They called it “unfair.” Others agreed.") == ["They called it “unfair.”", "Others agreed."]


def test_repeated_sentences_keep_their_own_places():
    assert [(s.start, s.end) for s in split("No. One came. No. One came.")][-1] == (18, 27)


@given(st.text(alphabet=st.sampled_from("Ab .!?\n\r\u00a0“”U.S1é"), max_size=80))
def test_every_character_belongs_to_one_sentence(text):
    ends = [0, *(s.end for s in split(text))]
    starts = [*(s.start for s in split(text)), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert not "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()


@pytest.mark.parametrize(
    ("document", "sentences", "furniture"),
    [
        (
            "tip-2024",
            43,
            ["Features", "Key Trafficking Issues in", "Key Trafficking Issues in", "Excerpt from the 2024"],
        ),
        ("crs-rl33200", 18, ["By"]),
    ],
)
def test_the_shipped_documents_are_split_as_read_by_eye(document, sentences, furniture):
    text = (SHIPPED / "documents" / f"{document}.txt").read_bytes().decode()
    assert len(pieces(text)) == sentences
    found = pieces(text, furniture=True)
    assert [words.startswith(begin) for words, begin in zip(found, furniture, strict=True)] == [True] * len(
        found
    )


def test_the_command_writes_what_is_shipped(tmp_path, capsys):
    copy = shutil.copytree(SHIPPED, tmp_path / "copy")
    for written in copy.glob("documents/*.sentences.csv"):
        written.unlink()
    assert main([str(copy)]) == 0
    for written in SHIPPED.glob("documents/*.sentences.csv"):
        with (
            written.open(encoding="utf-8") as shipped,
            (copy / "documents" / written.name).open(encoding="utf-8") as made,
        ):
            assert list(csv.reader(made)) == list(csv.reader(shipped))


def test_the_command_asks_for_a_folder(capsys):
    assert main([]) == 2
    assert "Name a collection folder" in capsys.readouterr().err
