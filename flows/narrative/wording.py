"""The published lists of verbs and hedges: by which words a sentence of ours shows how strong it is.

A sentence that tells less than that something happens says so in one of these words, and one whose sources
hedge keeps a hedge. `phrases` writes such sentences, `excess` finds those that say more than their claims;
whoever writes other sentences for the atlas, such as stories, holds them to the same lists.
"""

import re
from collections.abc import Iterable, Mapping

from flows.scene.telling import Telling, telling_of
from geodata.model.claims import Claim
from geodata.vocabulary.enums import Assertion, Certainty

# A sentence with none of these says that something happens.
VERBS: Mapping[Assertion, tuple[str, ...]] = {
    Assertion.ALLEGED: ("alleged", "allegations"),
    Assertion.AT_RISK: ("at risk", "exposed to trafficking"),
    Assertion.ONWARD_MIGRATION: ("travel on", "onward migration"),
}
# A sentence with none of these says it outright.
HEDGES: Mapping[Certainty, tuple[str, ...]] = {
    # What is alleged is passed on by the source, as what is reported.
    Certainty.REPORTED: ("reported", "alleged"),
    Certainty.INFERRED: ("inferred",),
}
# Words that are not in our own voice, whoever uses them; each finds its forms too.
NOT_OURS: tuple[str, ...] = (
    r"(child )?sex[- ]touris\w+",
    r"sweat ?shops?",
    r"risk(s|ed|ing)? (sex|forced|labou?r|being|deceptive|(human )?trafficking)\w*",
    r"prostitut\w*",
    r"sex (slaves?|slavery|workers?)",
    r"illegals|illegal (aliens?|migrants?|immigrants?)",
    r"(victims? of )?modern[- ]day slave\w*",
)

# Where a sentence ends: not behind the abbreviations that names begin with.
_END = re.compile(r"(?<=[.!?])(?<!\bSt\.)(?<!U\.S\.)\s+(?=[A-Z])")


def telling_in(sentence: str) -> Telling:
    """Return how strong a single sentence is, by its verbs and hedges."""
    assertion = next((found for found, words in VERBS.items() if _has(sentence, words)), None)
    certainty = next((found for found in reversed(Certainty) if _has(sentence, HEDGES.get(found, ()))), None)
    return Telling(
        assertion=assertion or Assertion.DESCRIBED,
        certainty=certainty or Certainty.STATED,
    )


def _has(sentence: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", sentence, re.IGNORECASE) for word in words)


def excess(text: str, claims: Iterable[Claim]) -> str:
    """Return the first sentence of a text that says more than the strongest of its claims; "" for none."""
    strongest = telling_of(claims)
    for sentence in _END.split(text):
        if telling_in(sentence).exceeds(strongest):
            return sentence
    return ""


def not_ours(text: str) -> list[str]:
    """Return the words of a text that are not in our own voice."""
    return [found[0] for words in NOT_OURS for found in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)]
