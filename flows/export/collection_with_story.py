"""A whole collection as a file, with one more story in it: what an author hands on who has written one."""

from collections.abc import Iterator

from flows.export.data_package import data_package_bytes
from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.model.atlas import Atlas
from geodata.model.stories import Story


def collection_with_story(atlas: Atlas, story: Story) -> bytes:
    """Write the collection of a story, and those that it uses, as a ZIP file that the atlas loads again.

    The story stands among those of its collection, in place of one that has the same id. Of the others those
    are there that can be read.
    """
    names = {story.collection, *story.uses} & atlas.collections.keys()
    whole = names == atlas.collections.keys()
    scene = compose(atlas, Selection() if whole else Selection.from_values({"collections": names}))
    return data_package_bytes(atlas, scene, stamp_of(atlas, scene), tuple(_stories(atlas, story)))


def takes_place(atlas: Atlas, story: Story) -> bool:
    """Tell whether the collection has a story of this id already."""
    return any((found.collection, found.id) == (story.collection, story.id) for found in atlas.stories)


def _stories(atlas: Atlas, written: Story) -> Iterator[Story]:
    for found in atlas.stories:
        if found.story and (found.collection, found.id) != (written.collection, written.id):
            yield found.story
    yield written
