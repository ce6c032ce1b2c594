"""The catalogue of messages holds every word of the interface, so that a language needs no code."""

import importlib.util
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from geodata.vocabulary import terms

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "assets" / "locale"
REMEDY = "Run: python .ci/catalogue.py"
BRITISH = re.compile(
    r"\w*(?:colour|labour|neighbour|behaviour|judgement|(?:lic|off|def)ence|catalogue|centre\b|metre\b|"
    r"analyse|(?:organ|recogn|summar)is)\w*",
    re.IGNORECASE,
)
# Words that a number stands before: a language may need more than one form of them.
COUNTED = re.compile(r"\{n\} (?:more )?(?:route|claim|document|hotspot|role|note)")


@pytest.fixture(scope="module")
def gathering():
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / ".ci" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(gathering):
    return gathering.template()


def contents(catalogue):
    """List what a catalogue says: how a release of the tool breaks its lines is no part of it."""
    messages = [message for message in catalogue if message.id]
    return sorted((str(message.id), message.string, message.locations) for message in messages)


def test_the_template_is_current(gathering, template):
    kept = read_po(BytesIO((LOCALE / "atlas.pot").read_bytes()))
    assert contents(kept) == contents(read_po(BytesIO(gathering.written(template)))), REMEDY


@pytest.mark.parametrize("folder", sorted(LOCALE.glob("*/LC_MESSAGES")), ids=lambda path: path.parent.name)
def test_every_language_has_the_words_and_is_compiled(gathering, folder, template):
    with (folder / "atlas.po").open("rb") as source:
        catalogue = read_po(source, locale=folder.parent.name)
    assert {message.id for message in catalogue} >= {message.id for message in template}, REMEDY
    fresh = read_mo(BytesIO(gathering.compiled(catalogue)))
    with (folder / "atlas.mo").open("rb") as source:
        kept = read_mo(source)
    assert contents(kept) == contents(fresh), REMEDY
    assert dict(kept.mime_headers) == dict(fresh.mime_headers), REMEDY


@pytest.mark.parametrize("file", sorted(LOCALE.rglob("atlas.*")), ids=lambda file: file.name)
def test_a_catalogue_does_not_name_the_release_that_wrote_it(file):
    assert b"Generated-By" not in file.read_bytes(), REMEDY


def test_any_release_of_the_tool_writes_the_same_bytes(gathering, template, monkeypatch):
    written, compiled = gathering.written(template), gathering.compiled(template)
    monkeypatch.setattr("babel.messages.catalog.VERSION", "99.0")
    assert gathering.written(template) == written
    assert gathering.compiled(template) == compiled


def test_the_vocabulary_is_gathered_whole(template):
    said = {template.get(term.label) is not None for facet in terms.facets() for term in terms.terms(facet)}
    assert said == {True}
    assert template.get("Domestic servitude") is not None


def test_messages_are_spelled_as_in_american_english(template):
    said = " ".join(str(message.id) for message in template)
    assert BRITISH.findall(said) == []
    assert BRITISH.findall("Analyse the colours of licences") == ["Analyse", "colours", "licences"]


def test_what_is_counted_has_forms_for_one_and_many(template):
    singular = [message.id for message in template if isinstance(message.id, str)]
    assert [text for text in singular if COUNTED.search(text)] == []
    pairs = {message.id for message in template if isinstance(message.id, tuple)}
    assert ("{n} more route names no form.", "{n} more routes name no form.") in pairs
