"""Exports of a reader who folds evidence about children away: all claims, some without their words."""

from dataclasses import replace

from flows.export.stamp import Stamp
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.query.folding import can_fold
from flows.scene.scene import Scene
from geodata.model.claims import Claim


def fold_words(scene: Scene, stamp: Stamp) -> tuple[Scene, Stamp]:
    """Return a scene whose claims about children are without their words, and the stamp that says so.

    What is coded of a claim stays: places, forms, certainty, year and document. Statement, quotation and the
    words to find it by are gone, so the file does not load again. Both are as given where there is no such
    claim.
    """
    folded = sum(map(can_fold, scene.claims))
    if not folded:
        return scene, stamp
    claims = tuple(_without_words(claim) if can_fold(claim) else claim for claim in scene.claims)
    return replace(scene, claims=claims), replace(stamp, folded=_said(folded))


def _without_words(claim: Claim) -> Claim:
    words = _("[folded away: evidence about the sexual exploitation of children]")
    return replace(claim, statement=words, passage=None, locator_start="", locator_end="")


def _said(folded: int) -> str:
    said = _(
        "The words of {claims} about the sexual exploitation of children are folded away: statement and "
        "quotation are left out, and whole texts with them, so the file does not load again."
    )
    return said.format(claims=translate_count("{n} claim", "{n} claims", folded))
