"""Documents of the country narratives: each address once, with a readable id, terms and language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from geodata.problems import Report, in_quotation_marks
from geodata.vocabulary.enums import EvidenceKind

HOSTS_FILE = "hosts.csv"
# "2023 Trafficking in Persons Report: The Bahamas", "The World Factbook: Aruba, Trafficking in persons (…)".
COUNTRY_IN_TITLE = re.compile(r"(?:Report|Factbook|Labor): (?:The )?([^,(]+)")
# The Factbook's summaries lie on several hosts; how they were read says what they are.
FACTBOOK = "factbook"
# The Department's page is English, but two texts of 2024 were read as its embassies released them.
SPANISH_TEXT = "Spanish text"
SEVERAL_COUNTRIES = "regional"
HOW_READ = {
    "official_page_or_copy": "Read on the publisher's page or on an archived copy of it.",
    "official_copy": "Read in a copy or an abstract that others keep.",
    "official_summary": "The World Factbook's summary of what the U.S. Department of State wrote.",
    "relayed_by_press": "Read in a news report about the text; the text itself was not seen.",
}


def documents_of(
    facts: Sequence[Mapping[str, str]], hosts: Iterable[Mapping[str, str]], report: Report
) -> dict[str, dict[str, str]]:
    """Return one document for each address that the facts cite, by address; note hosts that are unknown.

    Facts that give one address different titles share the shortest: the longer ones name a part of it.
    """
    known = {host["host"]: host for host in hosts}
    citing: dict[str, list[Mapping[str, str]]] = {}
    for fact in facts:
        citing.setdefault(fact["source_url"], []).append(fact)
    names = _country_names(facts)
    documents: dict[str, dict[str, str]] = {}
    for url, rows in citing.items():
        host = known.get(_host(url, known))
        if host:
            documents[url] = _document(rows, host, names)
        else:
            message = f"{rows[0]['claim_id']} cites {in_quotation_marks(url)}, whose host is not listed."
            report.note(HOSTS_FILE, message, "Add the host with its terms and language.", value=url)
    _note_shared_ids(documents, report)
    return documents


def _document(
    rows: Sequence[Mapping[str, str]], host: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, str]:
    first = min(rows, key=lambda row: len(row["source_title"]))
    subjects = {row["subject"] for row in rows}
    country = names[first["subject"]] if len(subjects) == 1 else SEVERAL_COUNTRIES
    relay = FACTBOOK if first["access"] == "official_summary" else host["relay"]
    return {
        "id": "-".join(filter(None, (host["series"], first["source_year"], country, relay))),
        "title": first["source_title"],
        "author": first["source_author"],
        "publisher": first["source_publisher"],
        "year": first["source_year"],
        "url": first["source_url"],
        "licence": host["licence"],
        "language": "es" if SPANISH_TEXT in first["source_title"] else host["language"],
        "evidence_kind": EvidenceKind.CITED,
        "sha256": "",
        "note": HOW_READ[first["access"]],
    }


def _country_names(facts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return a name for ids for each country, from the first title that names it; else its code."""
    names: dict[str, str] = {}
    for fact in facts:
        match = COUNTRY_IN_TITLE.search(fact["source_title"])
        if match:
            names.setdefault(fact["subject"], _slug(match[1]))
    return {fact["subject"]: names.get(fact["subject"], fact["subject"].lower()) for fact in facts}


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z]+", plain.lower()))


def _host(url: str, known: Iterable[str]) -> str:
    """Return the known host that an address belongs to: itself or the domain it is part of."""
    name = urlsplit(url).hostname or ""
    return next((host for host in known if name == host or name.endswith(f".{host}")), "")


def _note_shared_ids(documents: Mapping[str, Mapping[str, str]], report: Report) -> None:
    for name, times in Counter(document["id"] for document in documents.values()).items():
        if times > 1:
            message = f"the id {in_quotation_marks(name)} would stand for {times} addresses."
            report.note(HOSTS_FILE, message, "Give one of their hosts another relay.", value=name)
