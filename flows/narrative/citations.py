"""Citations: how a document and a claim are named, so that a reader can find and quote them."""

from flows.language import translate as _
from geodata.atlas import Atlas
from geodata.claims import Claim
from geodata.documents import Document


def short_citation(document: Document, claim: Claim) -> str:
    """Name the document of a claim in a line: title, year, and the year spoken of where it differs."""
    cited = f"{document.title}, {document.year}"
    if claim.year != document.year:
        return _("{document} (speaks of {year})").format(document=cited, year=claim.year)
    return cited


def full_citation(atlas: Atlas, claim: Claim) -> str:
    """Return a citation of a claim that can be copied: author, year, title, publisher, address, words."""
    document = atlas.documents[claim.document]
    parts = [f"{document.author or document.publisher} ({document.year}). {document.title}."]
    if document.publisher and document.publisher != document.author:
        parts.append(f"{document.publisher}.")
    if document.url:
        parts.append(document.url)
    if claim.passage:
        parts.append(f"“{claim.passage.quote}”")
    else:
        parts.append(_("Paraphrased: {statement}").format(statement=claim.statement))
    parts.append(_("Claim {id} of the trafficking flows atlas.").format(id=claim.id))
    return " ".join(parts)
