"""What the first page needs, made ready before a reader asks for it."""

from importlib import import_module

from flows.maps.marks_file import marks_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.search.file import search_file_of, words_file_of
from geodata.load import default_atlas

# The page's script imports these, and they the rest.
_MODULES = ("flows.ui.pages", "flows.ui.filters", "flows.ui.downloads", "flows.ui.top_routes")


def prepare_page() -> None:
    """Load the atlas and compose the open selection, import the pages, and make the files that they name."""
    atlas = default_atlas()
    compose(atlas, Selection())
    for module in _MODULES:
        import_module(module)
    search_file_of(atlas)
    words_file_of(atlas)
    marks_of(atlas)


def prepare_stories() -> None:
    """Check the guided stories and draw their small maps, after all that the first page needs."""
    from flows.ui.views.stories import story_list

    default_atlas().derived(story_list)
