"""The chapters about the atlas say what a reader has to know before trusting a map."""

from flows.narrative.about import chapters


def words(ident):
    (found,) = [chapter for chapter in chapters() if chapter.id == ident]
    return " ".join(found.paragraphs)


def test_each_chapter_has_an_address_of_its_own_a_title_and_something_to_say():
    idents = [chapter.id for chapter in chapters()]
    assert len(set(idents)) == len(idents)
    assert all(chapter.title and all(chapter.paragraphs) for chapter in chapters())


def test_smuggling_is_told_from_trafficking():
    assert "Smuggling is helping someone to cross a border unlawfully" in words("trafficking")
    assert "Nobody has to cross a border for it" in words("trafficking")


def test_the_limits_boundaries_and_licences_are_named():
    assert "It cannot say how many people are exploited" in words("limits")
    assert "Natural Earth" in words("place")
    assert "Web Mercator" in words("place")
    assert "MIT" in words("credits")
