"""How blind audits are told in About: scores by collection and field, and what was corrected after."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.audits import Audited, Rows, is_count, wilson_interval
from flows.scene.names import joined
from geodata.model.atlas import Atlas

# A field that agrees less often than this in every audit is named.
_WEAK = 0.95
# The field that every claim is asked about, once.
_STATEMENT = "statement"
# What an answer may be; only the first agrees.
_ANSWERS = ("yes", "partly", "no", "unread")
# Between the seeds of the audits that a correction follows.
_JOIN = "|"
# Instead of seeds: the correction follows no draw, but a reading of all claims.
WHOLE = ""

# The rows of one audit, by field.
_Audit = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of one collection, a row a field and a column an audit, and what to say of them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    said: tuple[str, ...]


def lead(audits: Sequence[Audited]) -> tuple[str, ...]:
    """Return the paragraphs on how an audit is made and counts, and on what all of them found."""
    how = _(
        "Anyone can ask our claims anew: “python -m flows audit” draws claims by chance and "
        "writes, of each, the passage or where to find it, and questions without our answers;"
        " “audit score” compares. Counted is full agreement, where a form counts as what it is a "
        "part of, too; a passage that could not be read counts as not right in each of its fields. "
        "Where no rule is written readers go by their own, so CODING.md beside the collections "
        "says how each field is coded."
    )
    broken = _broken(audits)
    if not any(audited.history for audited in audits):
        return how, *(broken or (_("No audit has been scored yet."),))
    cells = [row["seeds"] for audited in audits for row in audited.corrections]
    found = _(
        "What an audit found wrong was corrected after it, in the claim and in those alike: {cells} so "
        "far. A score is of the claims as they stood at the time; what was corrected after the last audit, "
        "no audit has asked about yet."
    ).format(cells=translate_count("{n} cell", "{n} cells", len(cells)))
    told = " ".join(filter(None, (found, _read_again(cells.count(WHOLE)), _directions(audits))))
    return how, *broken, told


def _broken(audits: Sequence[Audited]) -> tuple[str, ...]:
    """Name each collection whose files of audits cannot be told from, and what says more."""
    pattern = _(
        "The audits of “{collection}” are left out, as their files are damaged: “python -m flows check” "
        "says where."
    )
    return tuple(pattern.format(collection=audited.folder) for audited in audits if audited.problems)


def _read_again(cells: int) -> str:
    """Say how many cells a reading of all claims changed; nothing where none."""
    if not cells:
        return ""
    return _(
        "Of these, {cells} followed a reading of all claims against their sources, without our answers; "
        "a cell that it changed once more is counted with it."
    ).format(cells=translate_count("{n} cell", "{n} cells", cells))


def _directions(audits: Sequence[Audited]) -> str:
    """Say how many directions were the wrong way round; nothing where no audit counted them."""
    turned = [_number(row["turned"]) for audited in audits for row in audited.history if row["turned"]]
    if not turned:
        return ""
    if not sum(turned):
        return _("No direction was found the wrong way round.")
    return translate_count(
        "{n} direction was found the wrong way round.",
        "{n} directions were found the wrong way round.",
        sum(turned),
    )


def scores(audits: Sequence[Audited], atlas: Atlas) -> tuple[Scores, ...]:
    """Return the scores of each collection that was audited."""
    return tuple(_scores(audited, atlas) for audited in audits if _by_audit(audited.history))


def _scores(audited: Audited, atlas: Atlas) -> Scores:
    name = audited.history[0]["collection"]
    collection = atlas.collections.get(name)
    found = _by_audit(audited.history)
    # The audit with most fields has them all in the order of the questions.
    fields = tuple(dict.fromkeys(field for rows in sorted(found, key=len, reverse=True) for field in rows))
    seeds = [rows[next(iter(rows))]["seed"] for rows in found]
    return Scores(
        title=collection.title if collection else name,
        columns=(
            _("Field"),
            *(_("Seed {seed}").format(seed=seed) for seed in seeds),
            _("All, with the 95 % interval"),
            _("Answers"),
        ),
        rows=tuple(_row(field, found) for field in fields),
        said=tuple(filter(None, (_drawn(found), _weak(fields, found), _corrected(audited)))),
    )


def _by_audit(history: Rows) -> list[_Audit]:
    audits: dict[tuple[str, ...], dict[str, Mapping[str, str]]] = {}
    for row in history:
        if _counts(row["field"], [{row["field"]: row}])[1]:
            audits.setdefault((row["sample"], row["seed"], row["coder"]), {})[row["field"]] = row
    return list(audits.values())


def _counts(field: str, audits: Sequence[_Audit]) -> tuple[int, int]:
    """Return how many answers about a field agree, and how many there are, over audits."""
    rows = [rows[field] for rows in audits if field in rows]
    agreed, *others = (sum(_number(row[answer]) for row in rows) for answer in _ANSWERS)
    return agreed, agreed + sum(others)


def _number(cell: str) -> int:
    return int(cell) if is_count(cell) else 0


def _share(field: str, audits: Sequence[_Audit]) -> float:
    agreed, asked = _counts(field, audits)
    return agreed / asked


def _row(field: str, audits: Sequence[_Audit]) -> tuple[str, ...]:
    agreed, asked = _counts(field, audits)
    low, high = wilson_interval(agreed, asked)
    together = _("{precision} ({low} to {high})").format(
        precision=f"{_share(field, audits):.3f}", low=f"{low:.3f}", high=f"{high:.3f}"
    )
    each = (f"{_share(field, [rows]):.3f}" if field in rows else "–" for rows in audits)
    return field, *each, together, str(asked)


def _drawn(audits: Sequence[_Audit]) -> str:
    """Say how many claims were asked about, and of how many the passage could not be read."""
    rows = [rows[_STATEMENT] for rows in audits if _STATEMENT in rows]
    unread = sum(_number(row["unread"]) for row in rows)
    drawn = _("{audits} asked about {claims}, counted each time that they were drawn; the last is of {day}.")
    told = drawn.format(
        audits=translate_count("{n} audit", "{n} audits", len(audits)),
        claims=translate_count("{n} claim", "{n} claims", _counts(_STATEMENT, audits)[1]),
        day=max(row["day"] for found in audits for row in found.values()),
    )
    missed = translate_count(
        "The passage of {n} could not be read.", "The passages of {n} could not be read.", unread
    )
    return f"{told} {missed if unread else _('Every passage could be read.')}"


def _weak(fields: Sequence[str], audits: Sequence[_Audit]) -> str:
    """Name the fields that agree less than hoped for in every audit, with how few answers that rests on."""
    weak = [
        field for field in fields if all(_share(field, [rows]) < _WEAK for rows in audits if field in rows)
    ]
    if not weak:
        return _("No field was below {weak} in every audit.").format(weak=_WEAK)
    one = _("{field} ({agreed} of {asked})")
    counted = [(field, *_counts(field, audits)) for field in weak]
    named = joined(one.format(field=field, agreed=agreed, asked=asked) for field, agreed, asked in counted)
    return _("Below {weak} in every audit, with the answers that agree: {fields}.").format(
        weak=_WEAK, fields=named
    )


def _corrected(audited: Audited) -> str:
    """Say how many cells of which columns were corrected after which audits; a reading of all comes last."""
    order = {row["seed"]: number for number, row in enumerate(audited.history)}
    columns: dict[str, Counter[str]] = {}
    for row in sorted(
        audited.corrections, key=lambda row: order.get(row["seeds"].split(_JOIN)[0], len(order))
    ):
        columns.setdefault(row["seeds"], Counter())[row["column"]] += 1
    pattern = _("{cells} corrected after the audits of seed {seeds}: {columns}.")
    whole = _("{cells} corrected after all claims were read again: {columns}.")
    return " ".join(
        (whole if seeds == WHOLE else pattern).format(
            cells=translate_count("{n} cell", "{n} cells", counts.total()),
            seeds=joined(seeds.split(_JOIN)),
            columns=", ".join(f"{column} {count}" for column, count in counts.most_common()),
        )
        for seeds, counts in columns.items()
    )
