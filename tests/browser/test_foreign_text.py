"""Whatever stands in a collection's fields is shown as text, in the map too."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.served import serving
from tests.conftest import TWO_DOCUMENTS
from tests.laced import AREA, MARKDOWN, PICTURE, QUOTE, SCRIPT, STORY, lace

# What Markdown and the directives of Streamlit would become; its page has icons of its own in its buttons.
MADE = "a[href^='https://outside.example'], img[src*='outside.example'], .katex, img[alt='Streamlit logo']"


@pytest.fixture(scope="session")
def laced_collection(tmp_path_factory):
    return lace(tmp_path_factory.mktemp("laced") / "nine")


@pytest.fixture(scope="module")
def laced_atlas(chromium, laced_collection):
    with serving(laced_collection, TWO_DOCUMENTS) as server:
        yield server
    assert server.mishaps() == []


@pytest.fixture
def reader_of_laced_claims(welcome, laced_atlas):
    reader = welcome(laced_atlas.address)
    yield reader
    assert reader.page.evaluate("window.hit") is None
    assert not any(frame.locator("img").count() for frame in reader.page.frames[1:])
    assert reader.page.locator("img[src='x']").count() == 0
    assert reader.page.locator(MADE).count() == 0


def test_cards_show_statement_quote_and_source_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?focus=route:HND~MEX")
    card = reader.card("flow-hnd-mex")
    expect(card.locator("mark")).to_have_text(QUOTE)
    expect(card.locator(".atlas-claim > p")).to_contain_text(f"{PICTURE} {SCRIPT} {MARKDOWN}")
    expect(card.locator("footer")).to_contain_text(PICTURE)


def test_lists_titles_and_buttons_show_names_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?collections=nine")
    entry = reader.panel.locator("li > [data-atlas-focus^='hotspot:']")
    expect(entry).to_contain_text(f"Mine {PICTURE} {MARKDOWN}")
    entry.click()
    expect(reader.panel.locator("h2")).to_contain_text(f"Mine {PICTURE} {MARKDOWN}")
    button = reader.card("hotspot-madre-de-dios").get_by_role("button").first
    expect(button).to_contain_text(f"Mine {PICTURE} {MARKDOWN}")


def test_the_tip_on_the_map_shows_a_name_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?collections=nine")
    mark = f"hotspot:{reader.visible()['hotspots'].pop()}"
    expect(reader.point_at(mark)).to_contain_text(f"Mine {PICTURE} {MARKDOWN}")


def test_filters_show_titles_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?documents=notice-2020")
    reader.page.locator(".st-key-more summary").click()
    expect(reader.page.locator(".st-key-documents")).to_contain_text(f"{MARKDOWN} {PICTURE}")


def open_page(reader, page, query):
    reader.page.goto(f"{reader.home}/{page}?{query}")
    reader.page.locator(".atlas-head").wait_for()
    reader.settle()
    return reader


def plain(text):
    """Return a text as it is compared with what a label shows, which may hold an invisible sign."""
    return re.compile(".*".join(re.escape(word) for word in re.split(r"(?<=[-:~<>])", text)))


def test_a_collection_is_chosen_by_its_title_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open()
    pill = reader.page.locator(".st-key-collections button").filter(has_text="outside.example")
    expect(pill).to_have_text(plain(MARKDOWN.partition(": ")[0]))
    pill.click()
    reader.expect_link("collections", "nine")


@pytest.mark.parametrize(
    ("page", "address", "words"),
    [
        ("places", "place=gulf", ".st-key-place_page h2"),
        ("places", "place=gulff", ".st-key-nearest_place button"),
        ("compare", "", ".atlas-matrix"),
        ("table", "", ".st-key-table .stDataFrame canvas"),
        ("sources", "document=notice-2020&passage=s2", ".st-key-source h2"),
        ("sources", "document=study-2021", ".st-key-source h2"),
        ("sources", "document=notice-2021", ".st-key-nearest_document button"),
        ("about", "claim=flow-hnd-mex", ".st-key-about [data-testid=stCode]"),
        ("stories", "", ".atlas-story-list article h3"),
        ("stories", f"story={STORY}", ".atlas-chapter-text h2"),
    ],
)
def test_every_page_shows_text_and_asks_no_other_host(reader_of_laced_claims, page, address, words):
    # That nothing was asked of another host is told where each reader leaves.
    reader = open_page(reader_of_laced_claims, page, address)
    shown = reader.page.locator(words).first
    expect(shown).to_be_attached()
    if page in {"places", "sources", "stories"}:
        expect(shown).to_contain_text("![m](https://outside.example/m.png)")
    assert reader.page.locator(MADE).count() == 0


def test_the_choices_of_a_page_are_text(reader_of_laced_claims):
    reader = open_page(reader_of_laced_claims, "places", "place=gulf")
    choice = reader.page.locator(".st-key-place_choice input")
    expect(choice).to_have_value(AREA)
    choice.click()
    choice.fill("Gulf")
    expect(reader.page.get_by_role("option").first).to_contain_text(AREA)
