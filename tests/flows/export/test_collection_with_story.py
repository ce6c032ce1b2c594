"""The collection of a story that was written: its file loads again, with the story inside."""

from dataclasses import replace

import pytest

from flows.export.collection_with_story import collection_with_story, takes_place
from flows.stories.shelf import shelf
from geodata.load import load_atlas


@pytest.fixture(scope="module")
def story(both_collections):
    found = next(found.story for found in both_collections.stories if found.id == "three-roles")
    return replace(found, id="told-again", title="$5,000 to $10,000 <script>")


def loaded(content, folder):
    file = folder / "collection.zip"
    file.write_bytes(content)
    return load_atlas([file])


def test_the_atlas_loads_it_again_and_tells_the_story(story, both_collections, tmp_path):
    again = loaded(collection_with_story(both_collections, story), tmp_path)
    assert again.claims == both_collections.claims
    told = {found.file.id: found for found in shelf(again)}
    assert told["told-again"].story == story
    assert [found.problems for found in told.values()] == [()] * 8
    assert not takes_place(both_collections, story)


def test_a_story_of_one_collection_comes_with_that_alone_and_in_place_of_its_namesake(
    both_collections, tmp_path
):
    found = next(found.story for found in both_collections.stories if found.id == "five-misreadings")
    story = replace(found, summary="Told anew.")
    again = loaded(collection_with_story(both_collections, story), tmp_path)
    assert list(again.collections) == ["western-hemisphere"]
    assert {claim.id for claim in again.claims} == {
        claim.id for claim in both_collections.claims if claim.collection == "western-hemisphere"
    }
    assert again.documents.keys() == {
        document.id
        for document in both_collections.documents.values()
        if document.collection == "western-hemisphere"
    }
    told = {found.file.id: found.file.story for found in shelf(again)}
    assert told["five-misreadings"] == story
    assert takes_place(both_collections, story)
