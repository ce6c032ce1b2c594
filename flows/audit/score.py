"""The score of an audit: of each field how often a fresh reader answers as we did, with an interval."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.audit.answers import Answer, Answers
from flows.audit.questions import STATEMENT, UNREAD, VERDICTS, coded, fields
from flows.narrative.audits import wilson_interval
from flows.query.facets import DECLARED
from geodata.model.atlas import Atlas
from geodata.model.claims import FlowClaim

YES, PARTLY, NO = VERDICTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How the answers about one field of one collection compare with ours.

    What could not be read counts as asked and not as a yes. A field that is empty here and there says nothing
    about precision, and is not counted.
    """

    collection: str
    field: str
    yes: int
    partly: int
    no: int
    unread: int

    @property
    def asked(self) -> int:
        """Return the number of answers that count."""
        return self.yes + self.partly + self.no + self.unread

    @property
    def precision(self) -> float:
        """Return the share of full agreement."""
        return self.yes / self.asked

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the precision, after Wilson (1927)."""
        return wilson_interval(self.yes, self.asked)


def scores(answers: Answers, atlas: Atlas) -> tuple[Score, ...]:
    """Return the score of each field that was asked about, by collection."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for answer in answers.answers:
        verdict = verdict_on(answer, atlas)
        if verdict:
            counts.setdefault((answer.claim.collection, answer.field), Counter())[verdict] += 1
    order = {field: number for number, field in enumerate(fields())}
    return tuple(
        Score(collection=name, field=field, yes=c[YES], partly=c[PARTLY], no=c[NO], unread=c[UNREAD])
        for (name, field), c in sorted(counts.items(), key=lambda item: (item[0][0], order[item[0][1]]))
    )


def verdict_on(answer: Answer, atlas: Atlas) -> str:
    """Compare an answer with what is coded: yes, partly, no or unread; "" where neither names anything.

    A value counts as its parents too, as in the filters: forced labor named beside its form says no more.
    """
    if answer.unread:
        return UNREAD
    if answer.field == STATEMENT:
        return next(iter(answer.values), NO)
    ours = coded(answer.claim, answer.field)
    if not ours and not answer.values:
        return ""
    our_kin, their_kin = _kin(answer.field, ours, atlas), _kin(answer.field, answer.values, atlas)
    if our_kin == their_kin:
        return YES
    return PARTLY if our_kin & their_kin else NO


def _kin(field: str, values: Iterable[str], atlas: Atlas) -> set[str]:
    """Return values with what they count as, so that a part and its whole agree partly."""
    name = "places" if field in {"origin", "transit", "destination", "place"} else field
    above = next((facet.above for facet in DECLARED if facet.name == name), None)
    held = set(values)
    return held.union(*(above(value, atlas.gazetteer) for value in held)) if above else held


def turned_round(answers: Answers) -> tuple[str, ...]:
    """Return the flows whose ends a reader found the other way round."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for answer in answers.answers:
        if isinstance(answer.claim, FlowClaim) and answer.field in {"origin", "destination"}:
            found.setdefault(answer.claim.id, {})[answer.field] = answer.values
    ours = {answer.claim.id: answer.claim for answer in answers.answers}
    return tuple(
        ident
        for ident, ends in found.items()
        if (origin := coded(ours[ident], "origin")) != (destination := coded(ours[ident], "destination"))
        and (ends.get("origin"), ends.get("destination")) == (destination, origin)
    )


def score_lines(found: Iterable[Score], answers: Answers) -> Iterator[str]:
    """Yield the scores as lines for the screen, the directions last."""
    for score in found:
        low, high = score.interval
        yield (
            f"{score.collection}, {score.field}: {score.precision:.2f} ({low:.2f} to {high:.2f}), "
            f"{score.yes} yes, {score.partly} partly, {score.no} no, {score.unread} unread of {score.asked}."
        )
    turned = turned_round(answers)
    yield f"Directions the other way round: {len(turned)}{': ' if turned else ''}{', '.join(turned)}."


def history_rows(found: Iterable[Score], answers: Answers, day: str) -> Iterator[Mapping[str, str]]:
    """Yield a row of the history for each score; that of origins counts directions that are turned round."""
    claims = {answer.claim.id: answer.claim for answer in answers.answers}
    turned = Counter(claims[ident].collection for ident in turned_round(answers))
    for score in found:
        low, high = score.interval
        yield {
            "collection": score.collection,
            "day": day,
            "sample": answers.sample,
            "seed": answers.seed,
            "coder": answers.coder,
            "field": score.field,
            "yes": str(score.yes),
            "partly": str(score.partly),
            "no": str(score.no),
            "unread": str(score.unread),
            "precision": f"{score.precision:.3f}",
            "low": f"{low:.3f}",
            "high": f"{high:.3f}",
            "turned": str(turned[score.collection]) if score.field == "origin" else "",
        }
