"""Every statement of both collections speaks of people first, and in no voice but our own."""

import re

import pytest

from geodata.load import load_atlas

# Names of people by what was done to them or by what they did for a living; words that name a traveler's
# purpose or a workplace as their sources do; phrases that put the act on the people it happens to.
UNKIND = (
    r"prostitut\w*",
    r"illegals|sex slaves?|sex workers?|johns|pimps?|brothels?",
    r"(child )?sex tour\w+",
    r"sweatshops?",
    r"risks? (sex|forced|labor|being|deceptive|trafficking)\w*",
)


@pytest.fixture(scope="module")
def statements() -> dict[str, str]:
    return {claim.id: claim.statement for claim in load_atlas().claims}


@pytest.mark.parametrize("words", UNKIND)
def test_no_statement_uses_words_that_we_do_not(statements, words: str):
    found = re.compile(rf"\b({words})\b", re.IGNORECASE)
    assert [ident for ident, statement in statements.items() if found.search(statement)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "Child sex tourism is concentrated on the coast.",
        "People are exploited in sweatshops.",
        "Women risk sex trafficking.",
        "Migrants risk being trafficked.",
    ],
)
def test_such_words_would_be_found(statement: str):
    assert any(re.search(rf"\b({words})\b", statement, re.IGNORECASE) for words in UNKIND)
