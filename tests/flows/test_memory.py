"""What visitors ask may vary without end; what is remembered of it may not."""

import gc
import random
import weakref

from flows.narrative.description import headline
from flows.narrative.profile import profile_of
from flows.narrative.reader import reading_of
from flows.narrative.story import story_of
from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.matrices import PAIRS, matrix_of
from flows.scene.scene import compose, index_of
from geodata.load import load_atlas
from geodata.vocabulary.enums import FocusKind

SELECTIONS = 500
# Scenes that are remembered, and the one that was just composed.
MOST_SCENES = 17


def different_selections(atlas):
    """Return as many different selections, made by chance, but the same each time."""
    chance, index = random.Random(8), index_of(atlas)
    values = {facet: sorted(index.values(facet)) for facet in ("types", "sectors", "places", "documents")}
    found = {}
    while len(found) < SELECTIONS:
        facets = chance.sample(sorted(values), 2)
        chosen = {facet: chance.sample(values[facet], chance.randint(1, 3)) for facet in facets}
        found[str(sorted((facet, sorted(words)) for facet, words in chosen.items()))] = chosen
    return [Selection.from_values(chosen) for chosen in found.values()]


def ask_everything(atlas, selection):
    """Ask what the pages ask of a selection, and return a weak hold on its scene."""
    scene = compose(atlas, selection)
    for row, column in PAIRS:
        matrix_of(scene, atlas, row, column)
    headline(scene, None, atlas)
    story_of(Focus(kind=FocusKind.COUNTRY, id="MEX"), scene, atlas)
    profile_of("MEX", scene, atlas)
    return weakref.ref(scene)


def test_five_hundred_selections_leave_no_more_behind_than_a_few():
    atlas = load_atlas()
    first, *rest = different_selections(atlas)
    ask_everything(atlas, Selection())  # finds all that is kept on the atlas, whatever is selected
    scenes = [ask_everything(atlas, first)]
    kept = len(atlas._derived)
    scenes += [ask_everything(atlas, selection) for selection in rest]
    for document in atlas.documents:
        reading_of(atlas, document)
    gc.collect()
    assert sum(scene() is not None for scene in scenes) <= MOST_SCENES
    assert len(atlas._derived) == kept + len(["the readings of documents"])
