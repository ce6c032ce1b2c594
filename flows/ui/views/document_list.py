"""The list of documents: those read in full first, then those that are cited, with what they hold."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.templates import Html, render
from geodata.model.atlas import Atlas
from geodata.model.documents import Document

_WANTED = "find_source"
_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A document in the list: what stands below its title, and the publisher's page, if any."""

    id: str
    title: str
    aside: str
    address: str
    host: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The documents that are read in full, or those that are cited."""

    title: str
    documents: list[_Listed]


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Sort documents: those whose text is shipped first, in the order of their files, the rest by title."""
    known = list(documents)
    cited = sorted((found for found in known if not found.text), key=lambda found: (found.title, found.year))
    return [*(found for found in known if found.text), *cited]


def facts_of(atlas: Atlas) -> Mapping[str, int]:
    """Return the number of claims of each document."""
    return atlas.derived(_facts)


def _facts(atlas: Atlas) -> Mapping[str, int]:
    return Counter(claim.document for claim in atlas.claims)


def show_list(atlas: Atlas, chosen: str) -> None:
    """Show the documents, ``chosen`` marked; a word typed above keeps those that hold it."""
    wanted = st.text_input(
        _("Find a document"),
        key=_WANTED,
        placeholder=_("Title, publisher or year"),
        label_visibility="collapsed",
    )
    known = in_order(atlas.documents.values())
    st.html(list_html([found for found in known if _says(found, wanted)], facts_of(atlas), chosen))


def _says(document: Document, wanted: str) -> bool:
    held = _plain(f"{document.title} {document.publisher} {document.year} {document.id}")
    return all(word in held for word in _plain(wanted).split())


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def list_html(documents: Iterable[Document], facts: Mapping[str, int], chosen: str) -> Html:
    """Write the list as HTML; its buttons open a document through the reader's script."""
    groups: dict[bool, list[_Listed]] = {True: [], False: []}
    for document in documents:
        groups[bool(document.text)].append(_listed(document, facts.get(document.id, 0), chosen))
    titles = {True: _("Read in full"), False: _("Cited")}
    return render(
        "document_list",
        groups=[_Group(title=titles[full], documents=found) for full, found in groups.items() if found],
    )


def _listed(document: Document, facts: int, chosen: str) -> _Listed:
    publisher = "" if document.publisher in document.title else document.publisher
    aside = (publisher, str(document.year), translate_count("{n} fact", "{n} facts", facts))
    address = web_address(document)
    return _Listed(
        id=document.id,
        title=document.title,
        aside=" · ".join(part for part in aside if part),
        address=address,
        host=urlsplit(address).netloc.removeprefix("www."),
        current=document.id == chosen,
    )


def web_address(document: Document) -> str:
    """Return the address of the publisher's page; "" where it is none that a browser opens as a page."""
    parts = urlsplit(document.url)
    return document.url if parts.scheme in _WEB and parts.netloc else ""
