import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from flows import i18n
from flows.i18n import language_in_use, translate, translate_count, use_language


@pytest.fixture
def polish(tmp_path, monkeypatch):
    """Add a language with three forms of number, as files alone."""
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="pl")
    catalogue.add("Reset", "Wyczyść")
    catalogue.add(("{n} route", "{n} routes"), ("{n} szlak", "{n} szlaki", "{n} szlaków"))
    with (folder / "atlas.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    i18n._catalogue.cache_clear()
    use_language("pl")
    yield
    use_language("en")
    i18n._catalogue.cache_clear()


def test_english_words_are_their_own_keys():
    assert (language_in_use(), translate("Reset"), translate("")) == ("en", "Reset", "")
    assert [translate_count("{n} route", "{n} routes", n) for n in (0, 1, 3_000)] == [
        "0 routes",
        "1 route",
        "3,000 routes",
    ]


def test_a_language_is_a_folder(polish):
    assert (language_in_use(), translate("Reset")) == ("pl", "Wyczyść")
    assert translate("Copy link") == "Copy link"


def test_numbers_take_the_form_of_the_language(polish):
    forms = [translate_count("{n} route", "{n} routes", n) for n in (1, 2, 5)]
    assert forms == ["1 szlak", "2 szlaki", "5 szlaków"]
