"""Our own voice, wherever it speaks: in messages, in the vocabulary, in descriptors and in statements."""

import json
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from flows.narrative.wording import not_ours
from geodata.load import default_collections, load_atlas
from geodata.vocabulary.terms import terms

TOP = Path(__file__).parents[3]


def spoken():
    """Yield every text that we write ourselves, with where it stands."""
    with (TOP / "assets" / "locale" / "atlas.pot").open("rb") as file:
        for message in read_po(file):
            for words in [message.id] if isinstance(message.id, str) else message.id:
                yield "a message", words
    for facet in ("types", "sectors", "settings", "groups", "theme", "assertion", "certainty"):
        for term in terms(facet):
            yield f"{facet}, {term.slug}", f"{term.label} {term.definition} {term.legend}"
    for folder in default_collections():
        yield (
            folder.name,
            json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["description"],
        )
    for claim in load_atlas().claims:
        yield claim.id, claim.statement


def test_nothing_of_ours_is_said_in_words_that_are_not():
    assert [(where, found) for where, words in spoken() if (found := not_ours(words))] == []


@pytest.mark.parametrize(
    "words",
    [
        "Child sex tourism is concentrated on the coast.",
        "Workers in sweatshops are exploited.",
        "Foreign women risk sex trafficking.",
        "Migrants risked being trafficked.",
        "Illegal migrants were found.",
    ],
)
def test_such_words_would_be_found(words):
    assert not_ours(words)


def test_what_only_sounds_alike_is_ours():
    assert not_ours("People are at risk of sex trafficking; the risk of forced labor is high.") == []
