"""Whatever stands in a collection's fields is shown as text, in the map too."""

import csv
import hashlib
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.served import serving
from tests.conftest import NINE

# Each would leave a trace in the page that it runs in; each holds marks of Markdown too.
PICTURE = "<img src=x onerror=top.hit=1>"
SCRIPT = "<script>top.hit=1</script>"
STARS = "**loud** :red[red]"
QUOTE = f"Women from Honduras {PICTURE} {SCRIPT} are exploited."


def rewrite(table, change):
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def add_sentence(folder, sentence):
    """Append a sentence to the document and return its new checksum."""
    text = folder / "documents" / "notice-2020.txt"
    before = text.read_text(encoding="utf-8")
    text.write_text(f"{before.rstrip()}\n\n{sentence}\n", encoding="utf-8")
    start = len(before.rstrip()) + 2
    with (folder / "documents" / "notice-2020.sentences.csv").open("a", encoding="utf-8") as file:
        file.write(f"{start},{start + len(sentence)},sentence\n")
    return hashlib.sha256(text.read_bytes()).hexdigest()


@pytest.fixture(scope="session")
def laced_collection(tmp_path_factory):
    """The nine claims with HTML, script and Markdown in every field that takes free text."""
    folder = tmp_path_factory.mktemp("laced") / "nine"
    shutil.copytree(NINE, folder)
    digest = add_sentence(folder, QUOTE)

    def document(row):
        row |= {name: f"{row[name]} {PICTURE} {STARS}" for name in ("title", "author", "publisher", "note")}
        row["sha256"] = digest if row["sha256"] else ""

    def claim(row):
        row["statement"] += f" {PICTURE} {SCRIPT} {STARS}"
        if row["id"] == "flow-hnd-mex":
            row["quote"] = QUOTE

    def hotspot(row):
        claim(row)
        row["place_label"] = f"Mine {PICTURE} {STARS}"

    rewrite(folder / "documents.csv", document)
    for table, change in {"roles": claim, "flows": claim, "context": claim, "hotspots": hotspot}.items():
        rewrite(folder / f"{table}.csv", change)
    return folder


@pytest.fixture(scope="module")
def laced_atlas(chromium, laced_collection):
    with serving(laced_collection) as server:
        yield server
    assert server.mishaps() == []


@pytest.fixture
def reader_of_laced_claims(welcome, laced_atlas):
    reader = welcome(laced_atlas.address)
    yield reader
    assert reader.page.evaluate("window.hit") is None
    assert reader.frame.content_frame.locator("img").count() == 0
    assert reader.page.locator("img[src='x']").count() == 0


def test_cards_show_statement_quote_and_source_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?focus=route:HND~MEX")
    card = reader.card("flow-hnd-mex")
    expect(card.locator("mark")).to_have_text(QUOTE)
    expect(card.locator(".atlas-claim > p")).to_contain_text(f"{PICTURE} {SCRIPT} {STARS}")
    expect(card.locator("footer")).to_contain_text(PICTURE)


def test_lists_titles_and_buttons_show_names_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open()
    entry = reader.panel.locator("[data-atlas-focus^='hotspot:']")
    expect(entry).to_contain_text(f"Mine {PICTURE} {STARS}")
    entry.click()
    expect(reader.panel.locator("h2")).to_contain_text(f"Mine {PICTURE} {STARS}")
    button = reader.card("hotspot-madre-de-dios").get_by_role("button").first
    expect(button).to_contain_text(f"Mine {PICTURE} {STARS}")


def test_the_tip_on_the_map_shows_a_name_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open()
    mark = f"hotspot:{reader.visible()['hotspots'].pop()}"
    corner, (x, y) = reader.frame.bounding_box(), reader.stands_at(mark)
    reader.page.mouse.move(corner["x"] + x, corner["y"] + y)
    expect(reader.map.locator(".atlas-tip")).to_contain_text(f"Mine {PICTURE} {STARS}")


def test_filters_show_titles_as_text(reader_of_laced_claims):
    reader = reader_of_laced_claims.open("?documents=notice-2020")
    reader.page.locator(".st-key-more summary").click()
    expect(reader.page.locator(".st-key-documents")).to_contain_text(PICTURE)
