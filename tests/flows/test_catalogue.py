"""The catalogue of messages holds every word of the interface, so that a language needs no code."""

import importlib.util
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from geodata import terms

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "assets" / "locale"
REMEDY = "Run: python .ci/catalogue.py"
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


def test_the_template_is_current(gathering, template):
    assert gathering.written(template) == (LOCALE / "atlas.pot").read_bytes(), REMEDY


@pytest.mark.parametrize("folder", sorted(LOCALE.glob("*/LC_MESSAGES")), ids=lambda path: path.parent.name)
def test_every_language_has_the_words_and_is_compiled(folder, template):
    with (folder / "atlas.po").open("rb") as source:
        catalogue = read_po(source, locale=folder.parent.name)
    assert {message.id for message in catalogue} >= {message.id for message in template}, REMEDY
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == (folder / "atlas.mo").read_bytes(), REMEDY


def test_the_vocabulary_is_gathered_whole(template):
    said = {template.get(term.label) is not None for facet in terms.facets() for term in terms.terms(facet)}
    assert said == {True}
    assert template.get("Domestic servitude") is not None


def test_what_is_counted_has_forms_for_one_and_many(template):
    singular = [message.id for message in template if isinstance(message.id, str)]
    assert [text for text in singular if COUNTED.search(text)] == []
    pairs = {message.id for message in template if isinstance(message.id, tuple)}
    assert ("{n} more route names no form.", "{n} more routes name no form.") in pairs
