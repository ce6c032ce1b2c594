"""Citations: how a document and a claim are named, so that a reader can find and quote them."""

from collections.abc import Iterable

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.quoting import cut_after, cut_before
from flows.narrative.text_fragments import found_by, locator_link
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.documents import Document
from geodata.vocabulary.enums import EvidenceKind


def paraphrased(document: Document) -> bool:
    """Tell whether a document is cited only: its claims are in our own words and never in quotation marks."""
    return document.evidence_kind is EvidenceKind.CITED


def short_citation(document: Document, claim: Claim) -> str:
    """Name the document of a claim in a line: title, year, and the year spoken of where it differs."""
    cited = f"{document.title}, {document.year}"
    if claim.year != document.year:
        return _("{document} (speaks of {year})").format(document=cited, year=claim.year)
    return cited


def source_line(document: Document, claim: Claim) -> str:
    """Name the document of a claim, and say so where the claim is a paraphrase of it."""
    line = short_citation(document, claim)
    return _("Paraphrased from {source}").format(source=line) if paraphrased(document) else line


def document_citation(document: Document) -> str:
    """Name a document as a list of sources does: author, year, title, publisher."""
    parts = [f"{document.author or document.publisher} ({document.year}). {document.title}."]
    if document.publisher and document.publisher != document.author:
        parts.append(f"{document.publisher}.")
    return " ".join(parts)


def source_list(documents: Iterable[Document]) -> list[str]:
    """Name documents with their addresses as the list of sources of a report does: each once, by author."""
    cited = (f"{document_citation(found)} {found.url}" for found in documents)
    return sorted({" ".join(line.split()) for line in cited}, key=str.casefold)


def full_citation(atlas: Atlas, claim: Claim) -> str:
    """Return a citation of a claim that can be copied: its document, the address, the words.

    The address of a cited claim opens the page at its sentence, and the words to find it by stand behind it.
    """
    document = atlas.documents[claim.document]
    parts = [document_citation(document), locator_link(document, claim) or document.url]
    if found_by(claim):
        parts.append(_("Find it by: {words}.").format(words=found_by(claim)))
    if claim.passage and not paraphrased(document):
        before, after = cut_before(document, claim.passage.start), cut_after(document, claim.passage.end)
        parts.append(f"“{before}{claim.passage.quote}{after}”")
    elif paraphrased(document):
        parts.append(_("Paraphrased: {statement}").format(statement=claim.statement))
    else:
        parts.append(claim.statement)
    parts.append(_("Claim {id} of the trafficking flows atlas.").format(id=claim.id))
    return " ".join(filter(None, parts))


def sources_in_short(documents: Iterable[Document]) -> str:
    """Count documents, and say whether what rests on them is paraphrased, and from which years.

    For example "4 documents", "paraphrased from 1 document, 2023" or "4 documents, 3 of them paraphrased".
    """
    found = list(documents)
    cited = [document for document in found if paraphrased(document)]
    counted = translate_count("{n} document", "{n} documents", len(found))
    if not cited:
        return counted
    if len(cited) < len(found):
        return _("{documents}, {n} of them paraphrased").format(documents=counted, n=len(cited))
    return _("paraphrased from {documents}, {years}").format(
        documents=counted, years=span(document.year for document in cited)
    )


def span(years: Iterable[int]) -> str:
    """Write years as "2023" or "2016–2023", from the first to the last."""
    known = sorted(set(years))
    return str(known[0]) if len(known) == 1 else f"{known[0]}–{known[-1]}"
