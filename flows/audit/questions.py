"""What an audit asks of a claim: a question a field, with the words to answer in and without our answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from geodata.model.claims import Claim
from geodata.model.further import value_of
from geodata.schema.columns import COLUMNS
from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import slugs

# Answers that stand for no value, and for a passage that could not be read.
NONE, UNREAD = UNSPECIFIED, "unread"
# The field that asks whether our sentence holds, and how it is answered.
STATEMENT = "statement"
VERDICTS = ("yes", "partly", "no")

# The questions, in their order; a claim is asked those that are columns of its table.
_QUESTIONS = {
    STATEMENT: "Does the passage say what the statement says, no less and no more?",
    "origin": "Where does the movement begin?",
    "transit": "Which places are the people of this claim said to pass through?",
    "destination": "Where does it end?",
    "magnitude": "Which word of size does it use of where people come from or go, or of growth?",
    "place": "Which is the narrowest country, region or area that it is about?",
    "role": "As what does the place act, of the roles that the statement tells of?",
    "sense": "What concentrates there?",
    "precision": "How closely is the place named?",
    "theme": "What is it about?",
    "value": "Which tier does it give?",
    "types": "Which forms of trafficking does it name, of this claim?",
    "sectors": "Which work does it name, of the victims of this claim?",
    "settings": "Which settings does it name of where exploitation, recruitment or risk is told?",
    "groups": "Which groups of people does it name, of this claim?",
    "assertion": "What does it say to happen?",
    "certainty": "Is it inferred from several sentences? If not, is it hedged, or what others say?",
    "year": "Which year does it speak of? (The document's year where it names none.)",
}
_FACETS = {
    "role": "roles",
    "value": "tier",
    **{
        name: name
        for name in ("types", "sectors", "settings", "groups", "assertion", "certainty", "magnitude", "sense")
    },
    "precision": "precision",
    "theme": "theme",
}
PLACES = frozenset({"origin", "transit", "destination", "place"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about one field; ``words`` are those to answer in, empty for places and years."""

    field: str
    text: str
    words: tuple[str, ...]


def questions_of(claim: Claim) -> Iterator[Question]:
    """Yield the questions about a claim, in their order."""
    for field, text in _QUESTIONS.items():
        if field in COLUMNS[claim.table]:
            yield Question(field=field, text=text, words=words_of(field))


def words_of(field: str) -> tuple[str, ...]:
    """Return the words that a field is answered in; none where places or years are asked."""
    if field == STATEMENT:
        return VERDICTS
    return slugs(_FACETS[field]) if field in _FACETS else ()


def fields() -> tuple[str, ...]:
    """Return every field that is asked about, in the order of the questions."""
    return tuple(_QUESTIONS)


def coded(claim: Claim, field: str) -> frozenset[str]:
    """Return what a claim holds in a field; nothing where its source names none."""
    value = value_of(claim, field)
    values = value if isinstance(value, tuple) else (str(value),)
    if field == "value":  # a tier is written as its source writes it, and asked for by its word
        values = tuple(str(found).lower() for found in values)
    return frozenset(str(found) for found in values if found and found != NONE)
