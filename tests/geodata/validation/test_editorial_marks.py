from flows.narrative.cards import card_html
from geodata.annotation.anchoring import context
from geodata.load import load_atlas


def test_the_lost_letter_stands_outside_the_quotation():
    atlas = load_atlas()
    claim = atlas.claim("tip-note-protection-gaps")
    assert claim is not None
    html = card_html(atlas, claim, 1)
    assert "<ins>[G]</ins><mark>aps in trafficking victim protection" in html
    assert "[G]" not in claim.passage.quote


def test_context_ends_with_the_paragraph():
    text = "One.\nTwo words here.\nThree."
    start = text.index("words")
    assert context(text, start, start + 5) == ("Two ", " here.")


def test_a_mark_outside_the_text_is_named(spoiled):
    marks = spoiled.folder / "documents" / "notice-2020.editorial.csv"
    marks.write_text("position,mark\n999999,G\n", encoding="utf-8")
    (sentence,) = spoiled.sentences()
    assert sentence.startswith(
        'nine/documents/notice-2020.editorial.csv, row 2: "999999,G" is not an editorial mark.'
    )
