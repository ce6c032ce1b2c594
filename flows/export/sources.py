"""The list of the sources: BibTeX and CSL-JSON, which reference managers and word processors read."""

import json
import re
from collections.abc import Mapping

from flows.export.scope import documents_in
from flows.export.stamp import Stamp
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas
from geodata.model.documents import Document

# Signs that LaTeX takes for commands, as it writes them.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# In an address LaTeX's own package leaves most signs alone; these would end the entry or the line.
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def bibtex_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the sources of a scene as BibTeX in UTF-8, the stamp before them as a comment.

    Authors are written as one name each: a document's author is often an office.
    """
    # BibTeX passes over what stands between entries, and an entry begins with @.
    about = [f"% {name}: {words.replace('@', '(at)')}" for name, words in stamp.entries().items()]
    entries = [_bibtex(document) for document in documents_in(atlas, scene)]
    return "\n\n".join(["\n".join(" ".join(line.split()) for line in about), *entries, ""]).encode()


def _bibtex(document: Document) -> str:
    fields = {
        "author": f"{{{_latex(document.author or document.publisher)}}}",
        "title": f"{{{_latex(document.title)}}}",
        "institution": _latex(document.publisher),
        "year": str(document.year),
        "url": document.url.translate(_translation(_IN_ADDRESS)),
        "language": _latex(document.language),
        "note": _latex(document.note),
    }
    lines = ",\n".join(f"  {name} = {{{words}}}" for name, words in fields.items() if words)
    return f"@techreport{{{_key(document.id)},\n{lines}\n}}"


def _latex(text: str) -> str:
    return " ".join(text.translate(_translation(_LATEX)).split())


def _translation(signs: Mapping[str, str]) -> dict[int, str]:
    return {ord(sign): written for sign, written in signs.items()}


def _key(ident: str) -> str:
    # LaTeX breaks a key at a tilde, which ids may hold; no id holds a colon.
    return ident.replace("~", ":")


def csl_bytes(atlas: Atlas, scene: Scene, stamp: Stamp) -> bytes:
    """Write the sources of a scene as CSL-JSON, a list of items; the stamp is in `custom` of each.

    The list of an empty scene is empty, for the format has no place beside its items.
    """
    items = [_csl(document, stamp) for document in documents_in(atlas, scene)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _csl(document: Document, stamp: Stamp) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": document.id,
        "type": "report",
        "title": document.title,
        "author": [{"literal": document.author or document.publisher}],
        "publisher": document.publisher,
        "issued": {"date-parts": [[document.year]]},
        "URL": document.url,
        "language": document.language,
        "license": document.licence,
        "note": re.sub(r"\s+", " ", document.note),
    }
    return {name: value for name, value in fields.items() if value} | {"custom": stamp.entries()}
