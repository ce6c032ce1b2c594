"""Which claims to export: the filters of a link, read strictly, since nobody would see a notice."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from flows.query.links import SEPARATOR, read_link
from flows.query.selection import FACETS, WORDS, Selection
from flows.query.word_search import LONGEST, canonical
from geodata.model.atlas import Atlas
from geodata.name_index import NameIndex
from geodata.problems import AtlasError, Report, in_quotation_marks
from geodata.validation.cells import PLACE_REMEDY
from geodata.vocabulary.terms import terms

_ADDRESS = "--where"
_YEARS = "years"
# Far longer than any name; comparing more would only take time.
_LONGEST_COMPARED = 100


def read_where(text: str, atlas: Atlas) -> Selection:
    """Read a selection from a query string such as ``types=forced_labor&sectors=mining``.

    A filter may stand more than once. Raises AtlasError that names every filter and value that is
    not known.
    """
    report = Report()
    asked: dict[str, list[str]] = {}
    for name, values in parse_qsl(text.removeprefix("?"), keep_blank_values=True):
        found = [value for value in values.split(SEPARATOR) if value]
        if name not in {*FACETS, _YEARS}:
            remedy = f"Known filters: {', '.join((*FACETS, _YEARS))}."
            report.note(_ADDRESS, f"{in_quotation_marks(name)} is not a filter.", remedy, value=name)
        elif not found:
            report.note(_ADDRESS, f"{name} has no value.", f"Write {name}=… or leave it out.", value=name)
        else:
            asked.setdefault(name, []).extend(found)
    years = _years(asked.pop(_YEARS, []), report)
    words = _words(asked.pop(WORDS, []), report)
    for facet, chosen in asked.items():
        _note_unknown(facet, chosen, atlas, report)
    if report.problems:
        raise AtlasError(report.problems)
    return Selection.from_values(asked | {WORDS: words}, years=years)


def _years(asked: list[str], report: Report) -> tuple[int, int] | None:
    text = SEPARATOR.join(asked)
    request, unrecognised = read_link({_YEARS: text}, lambda _facet, _value: False, ())
    if unrecognised:
        message = f"years {in_quotation_marks(text)} is not a range of years."
        report.note(_ADDRESS, message, "Write one year or two: years=2013-2024.", value=text)
    return request.selection.years


def _words(asked: list[str], report: Report) -> list[str]:
    for text in asked:
        if not canonical(text):
            message = f"{in_quotation_marks(text[:_LONGEST_COMPARED])} is no search in words."
            remedy = f"Write words or a phrase in quotation marks, of {LONGEST} letters at most."
            report.note(_ADDRESS, message, remedy, value=text)
    return [canonical(text) for text in asked]


def _note_unknown(facet: str, chosen: list[str], atlas: Atlas, report: Report) -> None:
    known = atlas.gazetteer.places if facet == "places" else _names(facet, atlas)
    for value in chosen:
        if value not in known:
            message = f"{in_quotation_marks(value)} is not a known value of {facet}."
            report.note(_ADDRESS, message, _remedy(facet, value[:_LONGEST_COMPARED], atlas), value=value)


def _remedy(facet: str, value: str, atlas: Atlas) -> str:
    if facet == "places":
        place = atlas.gazetteer.closest(value)
        return f'Closest: "{place.name}" ({place.id}).' if place else PLACE_REMEDY
    names = _names(facet, atlas)
    closest = NameIndex((key, (key, name)) for key, name in names.items()).closest(value)
    return f'Closest: "{closest}".' if closest else f"Known: {', '.join(names)}."


def _names(facet: str, atlas: Atlas) -> Mapping[str, str]:
    """Return what a filter knows, with the name of each."""
    if facet == "documents":
        return {ident: document.title for ident, document in atlas.documents.items()}
    if facet == "collections":
        return {name: collection.title for name, collection in atlas.collections.items()}
    return {term.slug: term.label for term in terms(facet)}
