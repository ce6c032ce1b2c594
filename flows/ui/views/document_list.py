"""The list of documents: those read in full first, then those that are cited, with what they hold."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from flows.i18n import translate as _
from flows.i18n import translate_count
from geodata.model.atlas import Atlas
from geodata.model.documents import Document

_WANTED = "find_source"
_WEB = frozenset({"http", "https"})


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


def list_html(documents: Iterable[Document], facts: Mapping[str, int], chosen: str) -> str:
    """Write the list as HTML; its buttons open a document through the reader's script."""
    groups: dict[bool, list[str]] = {True: [], False: []}
    for document in documents:
        groups[bool(document.text)].append(_entry(document, facts.get(document.id, 0), chosen))
    titles = {True: _("Read in full"), False: _("Cited")}
    body = "".join(
        f"<h2>{escape(titles[full])} <span>{len(rows)}</span></h2><ul>{''.join(rows)}</ul>"
        for full, rows in groups.items()
        if rows
    )
    name, silence = _("Documents"), _("No document says so in its title.")
    none = "" if body else f"<p class='source-none'>{escape(silence)}</p>"
    return f"<nav class='source-list' aria-label='{escape(name, quote=True)}'>{body}{none}</nav>"


def _entry(document: Document, facts: int, chosen: str) -> str:
    current = " aria-current='true'" if document.id == chosen else ""
    ident = escape(document.id, quote=True)
    aside = [str(document.year), translate_count("{n} fact", "{n} facts", facts)]
    publisher = "" if document.publisher in document.title else f"{escape(document.publisher)} · "
    return (
        f"<li><button type='button' data-reader-open='{ident}'{current}>{escape(document.title)}</button>"
        f"<p>{publisher}{escape(' · '.join(aside))}{address_html(document, ' · ')}</p></li>"
    )


def address_html(document: Document, lead: str = "", words: str = "") -> str:
    """Write a link to the publisher's page, in the words given or by its host; "" where there is none."""
    parts = urlsplit(document.url)
    if parts.scheme not in _WEB or not parts.netloc:
        return ""
    named = escape(words or parts.netloc.removeprefix("www."))
    return f"{lead}<a href='{escape(document.url, quote=True)}' target='_blank'>{named}</a>"
