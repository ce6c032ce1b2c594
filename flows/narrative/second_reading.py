"""How the claims were read a second time, what that changed, and what remains unread: a chapter of About."""

from flows.i18n import translate as _
from geodata.model.atlas import Atlas
from geodata.model.documents import Document
from geodata.vocabulary.enums import EvidenceKind

_WHOLE = "full"


def second_reading(atlas: Atlas) -> tuple[str, ...]:
    """Return the paragraphs about the second reading; what remains unread is counted in the loaded claims."""
    return (
        _(
            "In November 2026 every fact of the country narratives was read a second time "
            "against its source, and both documents sentence by sentence. Proposed were 497 "
            "changes of a cell and 184 further claims, and each was weighed once more: 485 "
            "changes and 183 claims were taken, 7 and 16 of them weaker than proposed or in "
            "other words. Where two readings are possible the weaker one is coded. The files "
            "corrections.csv and additions.csv beside the collection hold each decision with "
            "its reason."
        ),
        _(
            "It showed that tags had followed our sentences where the source said more or "
            "less. Since then a route names a form only where its sentence, or the one after "
            "it, does; hedges and the words for risk are kept; and what only risks, "
            "allegations or onward journeys stand behind is told in words of its own, and "
            "drawn with dots when it is asked for or looked at."
        ),
        _unread(atlas),
    )


def _unread(atlas: Atlas) -> str:
    cited = [claim for claim in atlas.claims if _cited(atlas.documents[claim.document])]
    return _(
        "What remains unread: of {all} claims from cited documents {unread} rest on a source "
        "of which the sentence itself could not be read, and {unfound} have no words to find "
        "their sentence by. {elsewhere} were read elsewhere than at the address of their "
        "document, such as on a copy. Each card says so."
    ).format(
        all=len(cited),
        unread=sum(claim.reading != _WHOLE for claim in cited),
        unfound=sum(not claim.locator_start for claim in cited),
        elsewhere=sum(bool(claim.locator_url) for claim in cited),
    )


def _cited(document: Document) -> bool:
    return document.evidence_kind is EvidenceKind.CITED
