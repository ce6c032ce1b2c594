"""How a view is cited, and how it is embedded elsewhere."""

import datetime as dt

from flows import __version__
from flows.export.content_hash import content_hash
from flows.packs.cite import cited_view, embed_tag
from flows.query.focus import Focus
from flows.query.links import Request
from flows.query.selection import Selection
from flows.stories.shelf import shelf

DAY = dt.date(2026, 11, 27)
PERU = Request(selection=Selection(sectors=frozenset({"mining"})), focus=Focus.from_text("country:PER"))


def test_a_view_is_cited_with_version_content_and_day(both_collections):
    found = cited_view(both_collections, PERU, None, "", DAY)
    assert found.citation == (
        "Trafficking flows of the Western Hemisphere: an atlas of what documents say, "
        f"version {__version__}, content {content_hash(both_collections)}. "
        "View: all forms, in mining, in focus: Peru. Seen on 2026-11-27: {address}"
    )


def test_a_chapter_is_cited_by_its_story_and_title(both_collections):
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    found = cited_view(both_collections, PERU, story, "out", DAY)
    assert f"Story: “{story.title}”, chapter “Out of the region”." in found.citation
    assert f"Story: “{story.title}”." in cited_view(both_collections, PERU, story, "gone", DAY).citation


def test_what_embeds_a_view_names_a_file_beside_the_page(both_collections):
    found = cited_view(both_collections, PERU, None, "", DAY)
    assert found.file_name == "trafficking-flows-pack-focus-2026-11-27.html"
    assert found.embed.startswith(f'<iframe src="{found.file_name}" title="View: all forms, in mining')
    assert "allow-same-origin" not in found.embed


def test_what_embeds_a_chapter_opens_there_and_a_story_at_its_first(both_collections):
    story = next(found.story for found in shelf(both_collections) if found.file.id == "three-roles")
    found = cited_view(both_collections, PERU, story, "out", DAY)
    assert f'src="{found.file_name}#out"' in found.embed
    assert "chapter “Out of the region”" in found.embed
    for chapter in ("", "gone"):
        whole = cited_view(both_collections, PERU, story, chapter, DAY)
        assert f'src="{whole.file_name}"' in whole.embed


def test_a_title_cannot_end_its_tag():
    tag = embed_tag("pack.html", 'Peru"></iframe><script>')
    assert tag.count("<") == 2
    assert "&#34;&gt;" in tag
