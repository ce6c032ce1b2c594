"""What the sentences of a document are used for, in words."""

from flows.i18n import translate as _
from flows.narrative.reader import FRAMING, FURNITURE, MAPPED, NOTED, UNCOVERED, CodedSentence, Reading
from flows.narrative.spans import kind_of
from geodata.model.claims import Claim, ContextClaim


def coverage_line(reading: Reading) -> str:
    """Say how many sentences are coded and what for; page furniture does not count."""
    sentences = len(reading.sentences) - reading.used(FURNITURE)
    return _(
        "{coded} of {sentences} sentences coded: {mapped} mapped, {noted} noted region-wide, "
        "{framing} as background."
    ).format(
        coded=sentences - reading.used(UNCOVERED),
        sentences=sentences,
        mapped=reading.used(MAPPED),
        noted=reading.used(NOTED),
        framing=reading.used(FRAMING),
    )


def why_framing(claim: Claim) -> str:
    """Say why a framing statement is not drawn; "" for every other claim."""
    if not isinstance(claim, ContextClaim) or kind_of(claim) != "framing":
        return ""
    return _("Background, not on the map. {reason}").format(reason=claim.note).strip()


def why_not_drawn(sentence: CodedSentence) -> str:
    """Say why nothing of a sentence is mapped or noted; "" where something is, and for furniture."""
    if sentence.use == FRAMING:
        return _("Background, not on the map. {reason}").format(reason=" ".join(sentence.reasons)).strip()
    return _("No claim quotes this sentence.") if sentence.use == UNCOVERED else ""
