"""Evidence cards: a claim with its statement, its exact words and its citation."""

from collections.abc import Sequence
from html import escape

from flows.i18n import translate as _
from flows.narrative.citations import full_citation, paraphrased, source_line
from flows.narrative.claim_focus import focus_of, title_of
from flows.narrative.story import Story
from flows.scene.names import label
from flows.scene.scales import family
from flows.ui.buttons import focus_button, open_button, term_button
from flows.ui.tier_layer import caution_html
from geodata.annotation.anchoring import context
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, RankingClaim
from geodata.model.documents import Document
from geodata.vocabulary.enums import UNSPECIFIED
from geodata.vocabulary.terms import term

# Characters of the document on either side of a quotation: enough to see what it stands in.
_CONTEXT = 160
_CHILDREN = "child_sex_trafficking"


def titled_card(atlas: Atlas, claim: Claim, number: int, *, fold: bool) -> str:
    """Write the card of a claim under its title, a button that looks at its mark on the map.

    ``number`` is its citation number, ``fold`` hides what is on children.
    """
    title = focus_button(
        title_of(claim, atlas.gazetteer),
        focus_of(claim, atlas.gazetteer),
        css_class="atlas-card-title",
        title=_("Show on the map"),
    )
    return (
        f"<div class='atlas-card st-key-claim-{escape(claim.id, quote=True)}'>{title}"
        f"{card_html(atlas, claim, number, fold=fold)}</div>"
    )


def card_html(atlas: Atlas, claim: Claim, number: int, *, fold: bool = False) -> str:
    """Write the body of a card as HTML, every text of the claim escaped."""
    colour = family(claim.types)
    body = (
        f"<p>{escape(claim.statement)} <span class='atlas-number'>[{number}]</span></p>{_words(atlas, claim)}"
    )
    if fold and _CHILDREN in claim.types:
        folded = _("Evidence about the sexual exploitation of children, folded away. Open it")
        body = f"<details><summary>{escape(folded)}</summary>{body}</details>"
    return (
        f"<article class='atlas-claim atlas-family-{colour}'>"
        f"<div class='atlas-pills'>{_pills(claim)}{_certainty(claim)}</div>{body}"
        f"<footer>{_source(atlas, claim)}</footer></article>"
    )


def _pills(claim: Claim) -> str:
    # A placement in a tier is about a government, and no form of trafficking could be named in it.
    types = [("types", slug) for slug in claim.types if not isinstance(claim, RankingClaim)]
    sectors = [("sectors", slug) for slug in claim.sectors if slug != UNSPECIFIED]
    return "".join(
        _term(facet, slug, _pill(family([slug]) if facet == "types" else "sector"))
        for facet, slug in [*types, *sectors]
    )


def _pill(colour: str) -> str:
    return " ".join(("atlas-pill", f"atlas-family-{colour}"))


def _certainty(claim: Claim) -> str:
    words = label("certainty", claim.certainty).lower()
    return _term("certainty", claim.certainty, "atlas-certainty", words)


def _term(facet: str, slug: str, css_class: str, words: str = "") -> str:
    """Write a term as a button that opens the glossary at it."""
    definition = _(term(facet, slug).definition)
    return term_button(words or label(facet, slug), facet, slug, css_class=css_class, title=definition)


def _words(atlas: Atlas, claim: Claim) -> str:
    document = atlas.documents[claim.document]
    if claim.passage is None or paraphrased(document):
        return ""
    start, end = claim.passage.start, claim.passage.end
    before, after = context(document.text, start, end, width=_CONTEXT)
    lead = _shown(document, start - len(before), start)
    quote = _shown(document, start + 1, end - 1, first=start, last=end)
    return f"<blockquote>{lead}<mark>{quote}</mark>{_shown(document, end, end + len(after))}</blockquote>"


def _shown(document: Document, start: int, end: int, *, first: int = -1, last: int = -1) -> str:
    """Escape a stretch of a document's text, with its editorial marks in brackets.

    Marks at ``start`` and ``end`` are shown; ``first`` and ``last`` widen the text, not the marks, so
    that a mark at the edge of a quotation stands outside it.
    """
    parts, at = [], start if first < 0 else first
    for found in document.editorial:
        if start <= found.position <= end:
            parts.append(f"{escape(document.text[at : found.position])}<ins>[{escape(found.mark)}]</ins>")
            at = found.position
    return "".join(parts) + escape(document.text[at : end if last < 0 else last])


def _source(atlas: Atlas, claim: Claim) -> str:
    document = atlas.documents[claim.document]
    line = source_line(document, claim)
    citation = escape(full_citation(atlas, claim), quote=True)
    return (
        f"{escape(line)} <details class='atlas-cite'><summary>{escape(_('Cite'))}</summary>"
        f"<p>{citation}</p><button type='button' data-atlas-copy=\"{citation}\" "
        f'data-atlas-done="{escape(_("Copied"), quote=True)}">{escape(_("Copy citation"))}</button></details>'
        f" {open_button(_('Report an error'), 'about', css_class='atlas-quiet', claim=claim.id)}"
    )


def cited(numbers: Sequence[int]) -> str:
    """Write citation numbers as "[1–4, 7]"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "[" + ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) + "]"


def placements_html(atlas: Atlas, story: Story) -> str:
    """Write every placement as a line that opens its source; "" where the story has none."""
    if not story.placements:
        return ""
    rows = "".join(
        f"<details><summary>{escape(told.text)} <span class='atlas-number'>[{number}]</span></summary>"
        f"{card_html(atlas, told.claims[0], number)}</details>"
        for told in story.placements
        for number in story.numbers(told.claims)
    )
    return f"<div class='atlas-placements'>{rows}<p class='atlas-caution'>{caution_html(atlas)}</p></div>"
