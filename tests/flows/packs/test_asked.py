"""Of what a briefing pack is made: links as pages have them, ids of stories, and slips in either."""

import pytest

from flows.packs.asked import read_asked
from geodata.problems import AtlasError


def refused(atlas, link="", story=""):
    with pytest.raises(AtlasError) as error:
        read_asked(link, story, atlas)
    return str(error.value).splitlines()


@pytest.mark.parametrize("start", ["", "?", "https://atlas.example/?", "./?"])
def test_a_link_is_read_whole_or_as_its_query(both_collections, start):
    request, story = read_asked(f"{start}types=forced_labor&focus=country:BRA&top=10", "", both_collections)
    assert (request.selection.types, str(request.focus), request.top) == ({"forced_labor"}, "country:BRA", 10)
    assert story is None


def test_nothing_asked_is_everything(both_collections):
    request, story = read_asked("", "", both_collections)
    assert (request.selection.active(), request.focus, story) == ((), None, None)


def test_a_story_is_named_by_its_id_or_by_its_link(both_collections):
    for link, ident in (("", "three-roles"), ("https://atlas.example/stories?story=three-roles", "")):
        assert read_asked(link, ident, both_collections)[1].title == "One region, three roles"


def test_every_slip_is_named(both_collections):
    remedy = "Copy the link of the page again, or take the part out."
    assert refused(both_collections, "types=force_labor&focus=country:Brasil&colour=red", "tree-roles") == [
        f'--link: "types=force_labor" is nothing that the atlas knows. {remedy}',
        f'--link: "colour=red" is nothing that the atlas knows. {remedy}',
        '--link: focus "country:Brasil" is nothing that the atlas has. Closest: "Brazil" (country:BRA).',
        '--story: "tree-roles" is no story of this atlas. Closest: "three-roles".',
    ]


def test_an_atlas_without_stories_says_so(nine):
    assert refused(nine, story="three-roles") == [
        '--story: "three-roles" is no story of this atlas. It has none.'
    ]


def test_a_story_that_cannot_be_told_says_why(two_documents):
    (reason,) = refused(two_documents, story="three-roles")
    assert reason.endswith("not checked; it cites country-narratives, which is not loaded.")
