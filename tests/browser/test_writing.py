"""A story is written beside the map, in a browser that keeps the draft and gives it back."""

import io
import tomllib
import zipfile

from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

ALL_COLLECTIONS = True
TITLE = ".st-key-draft_chapter_title_chapter-1 input"
TEXT = ".st-key-draft_chapter_text_chapter-1 textarea"


def begin(reader):
    """Open the part in which a story is written, with the view of Cuba as its first chapter."""
    page = reader.open("?focus=country:CUB&types=forced_labor").page
    page.locator(".atlas-cite-view summary").click()
    page.locator(".atlas-tell-view button").click()
    expect(page.locator(TITLE)).to_be_focused()
    expect(page.locator(TITLE)).to_have_value("Cuba")
    return page


def write(page, text):
    """Type a text, and wait until it is told below the field, while the keyboard stays there."""
    page.locator(TEXT).focus()
    page.keyboard.type(text)
    expect(page.locator(".atlas-draft-preview .atlas-chapter-text")).to_contain_text(text)
    expect(page.locator(TEXT)).to_be_focused()


def saved(page, words):
    with page.expect_download() as download:
        page.locator(".st-key-draft_files").get_by_role("button", name=words).click()
    return download.value


def test_a_sentence_is_marked_while_it_is_written_until_it_cites(newcomer):
    page = begin(newcomer)
    same = newcomer.frame.element_handle()
    write(page, "Cuba is told of here.")
    marked = page.locator(".atlas-draft-preview mark.atlas-wrong")
    expect(marked).to_have_count(1)
    page.locator(".atlas-draft-claims button").nth(1).click()
    expect(page.locator(".atlas-draft-preview .atlas-number button")).to_have_text("1")
    expect(page.locator(TEXT)).to_be_focused()
    page.locator(".atlas-draft-preview .atlas-number button").click()
    expect(page.locator(".atlas-draft-preview .atlas-cited").first).to_be_focused()
    page.locator(".st-key-draft_undo button").click()
    expect(page.locator(TEXT)).to_have_value("Cuba is told of here.")
    assert newcomer.frame.element_handle().evaluate("(frame, same) => frame === same", same)
    assert violations(page) == []


def test_a_draft_survives_a_reload_and_its_chapters_show_their_views(newcomer):
    page = begin(newcomer)
    write(page, "Before the reload.")
    newcomer.filter("types", "Sex trafficking").first.click()
    page.locator(".atlas-draft-add").click()
    expect(page.locator(".atlas-draft-chapters li")).to_have_count(2)
    # The list comes ahead of what the browser is to keep.
    page.wait_for_function("() => JSON.stringify(localStorage).includes('chapter-2')")
    page.reload()
    expect(page.locator(".atlas-draft-chapters li")).to_have_count(2)
    first = page.locator(".atlas-draft-chapters button").first
    first.click()
    expect(first).to_have_attribute("aria-current", "true")
    newcomer.expect_focus("country:CUB")
    newcomer.expect_link("types", "forced_labor")
    expect(page.locator(TEXT)).to_have_value("Before the reload.")


def test_a_story_is_downloaded_discarded_and_loaded_again(newcomer, tmp_path):
    page = begin(newcomer)
    write(page, "It cost $5,000 to $10,000, ~800 <b>#@*_‹</b>.")
    story = tmp_path / "story.toml"
    saved(page, "Download the story").save_as(story)
    (chapter,) = tomllib.loads(story.read_text(encoding="utf-8"))["chapters"]
    assert chapter["text"].strip() == "It cost $5,000 to $10,000, ~800 <b>#@*_‹</b>."
    with zipfile.ZipFile(io.BytesIO(saved(page, "Download its collection").path().read_bytes())) as packed:
        assert any(name.endswith("stories/story.toml") for name in packed.namelist())
    page.locator(".st-key-draft_discard button").click()
    expect(page.locator(".atlas-draft-chapters li")).to_have_count(0)
    page.locator(".atlas-draft-kept input[type=file]").set_input_files(story)
    expect(page.locator(".atlas-draft-loaded")).to_contain_text("story.toml")
    expect(page.locator(".atlas-draft-preview .atlas-chapter-text")).to_contain_text("<b>#@*_‹</b>.")
