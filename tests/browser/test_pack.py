"""A pack in a browser that reaches no host: opened from disk, and within a page of somebody else's."""

import pytest
from playwright.sync_api import expect

from flows.packs.content import pack_of
from flows.packs.formats import pack_bytes
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf
from geodata.load import load_atlas
from tests.browser.test_accessibility import violations
from tests.laced import SCRIPT, lace

READY = "[data-atlas-ready=true]"
ASIDE = ".atlas-pack-aside"
FINDINGS = ".atlas-pack-findings"
# Neither its own storage nor anything else of the page around it.
DENIED = "<!doctype html><iframe sandbox='allow-scripts' src='pack.html' width=1280 height=700></iframe>"


@pytest.fixture
def opened(browser, tmp_path):
    """Open a pack of an atlas; what it asked for or stumbled over fails the test."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    mishaps: list[str] = []
    page.on("pageerror", lambda error: mishaps.append(str(error)))
    page.on("console", lambda said: said.type == "error" and mishaps.append(said.text))
    page.on("request", lambda asked: asked.url.split(":")[0] in {"file", "data"} or mishaps.append(asked.url))
    context.route(lambda address: not address.startswith(("file:", "data:")), lambda route: route.abort())

    def open_pack(atlas, story=None, *, around="", chapter=""):
        content = pack_bytes("html", pack_of(atlas, Request(selection=Selection()), story))
        (tmp_path / "pack.html").write_bytes(content)
        (tmp_path / "around.html").write_text(around, encoding="utf-8")
        page.goto((tmp_path / ("around.html" if around else "pack.html")).as_uri() + chapter)
        return page

    yield open_pack
    context.close()
    assert mishaps == []


def test_a_filter_moves_map_and_findings_and_a_mark_opens_its_words(opened, both_collections):
    page = opened(both_collections)
    page.locator(READY).wait_for()
    expect(page.locator(FINDINGS)).to_be_visible()
    expect(page.locator(ASIDE)).to_be_hidden()
    before = page.evaluate("window.atlas.visible().routes.length")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert violations(page) == []
    page.get_by_role("group", name="Sector", exact=True).get_by_role("button", name="Mining").click()
    assert page.evaluate("window.atlas.visible().routes.length") < before
    expect(page.locator(FINDINGS)).to_be_hidden()
    expect(page.locator(ASIDE)).to_contain_text("another selection: all forms")
    page.get_by_role("button", name="Show it again").click()
    expect(page.locator(FINDINGS)).to_be_visible()
    assert page.evaluate("window.atlas.visible().routes.length") == before
    page.evaluate("window.atlas.click('claim:tip-note-incomplete-picture')")
    card = page.locator("article[data-claim=tip-note-incomplete-picture]")
    expect(card.locator("mark")).to_be_visible()
    assert both_collections.claim("tip-note-incomplete-picture").passage.quote in card.inner_text()


def test_a_pack_is_read_by_the_keyboard_alone(opened, both_collections):
    page = opened(both_collections)
    page.locator(READY).wait_for()
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    title = page.locator(".atlas-pack-evidence h2")
    expect(title).to_be_focused()
    opened_title = title.inner_text()
    assert opened_title not in {"", "Evidence"}
    page.keyboard.press("Tab")
    expect(page.locator(".atlas-pack-evidence article button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(FINDINGS)).to_be_visible()
    number = page.locator(f"{FINDINGS} button").first
    number.focus()
    page.keyboard.press("Enter")
    expect(title).to_be_focused()
    expect(page.locator(".atlas-pack-evidence article").first).to_have_attribute("data-number", "1")


def test_a_story_is_told_by_keys_in_a_frame_without_rights(opened, both_collections):
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    page = opened(both_collections, story, around=DENIED)
    inside = page.frame_locator("iframe")
    heading = inside.locator(".atlas-chapter-text h2")
    expect(heading).to_have_text(story.chapters[0].title)
    inside.locator(READY).wait_for()
    turn = inside.get_by_role("button", name="Next")
    turn.press("ArrowRight")
    expect(heading).to_have_text(story.chapters[1].title)
    inside.get_by_role("application").press("PageDown")
    expect(heading).to_have_text(story.chapters[2].title)
    inside.get_by_text("Filters", exact=True).click()
    inside.get_by_role("group", name="Sector", exact=True).get_by_role("button", name="Mining").click()
    expect(inside.locator(ASIDE)).to_contain_text("not what the chapter speaks of")
    turn.press("PageUp")
    expect(inside.locator(ASIDE)).to_be_hidden()
    inside.get_by_role("button", name="Present").click()
    end = inside.get_by_role("button", name="End")
    end.press("e")
    expect(inside.locator(".atlas-behind article").first).to_be_visible()
    end.press("b")
    black = inside.locator(".atlas-black")
    expect(black).to_be_visible()
    covers = """(black) => {
        const { x, y } = document.querySelector(".leaflet-control-zoom-in").getBoundingClientRect();
        return document.elementFromPoint(x + 5, y + 5) === black;
    }"""
    assert black.evaluate(covers)
    end.press("b")
    end.press("Escape")
    expect(end).to_be_hidden()


def test_a_story_from_disk_opens_at_a_chapter_prints_the_map_of_each_and_has_a_speaker(
    opened, both_collections
):
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    page = opened(both_collections, story, chapter="#out")
    page.locator(READY).wait_for()
    expect(page.locator(".atlas-chapter > .atlas-chapter-text h2")).to_have_text("Out of the region")
    shown = page.evaluate("window.atlas.visible()")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    maps = page.locator(".atlas-pack-printed section > canvas.atlas-print-map[role=img]")
    expect(maps).to_have_count(len(story.chapters))
    pictures = maps.evaluate_all("(all) => all.map((map) => map.toDataURL())")
    views = {(chapter.selection, chapter.focus, chapter.bounds) for chapter in story.chapters}
    assert len(set(pictures)) == len(views)
    assert all(maps.evaluate_all("(all) => all.map((map) => map.getAttribute('aria-label'))"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(maps).to_have_count(0)
    assert page.evaluate("window.atlas.visible()") == shown
    with page.expect_popup() as opening:
        page.get_by_role("button", name="Speaker’s window").click()
    speaker = opening.value
    expect(speaker.locator("[data-said=title]")).to_have_text("Out of the region")
    speaker.keyboard.press("ArrowRight")
    expect(page.locator(".atlas-chapter > .atlas-chapter-text h2")).to_have_text(story.chapters[4].title)
    expect(speaker.locator("[data-said=title]")).to_have_text(story.chapters[4].title)
    with speaker.expect_event("close"):
        page.reload()


def test_no_text_of_a_collection_runs(opened, tmp_path):
    page = opened(load_atlas([lace(tmp_path / "laced")]))
    page.locator(READY).wait_for()
    page.evaluate("window.atlas.click('country:MEX')")
    expect(page.locator(".atlas-pack-evidence article").first).to_contain_text(SCRIPT)
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
