"""How a view of the atlas is cited, and embedded in another page as a pack that stays what it is."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import quote

from flows import __version__
from flows.export.content_hash import content_hash
from flows.i18n import translate as _
from flows.narrative.description import describe
from flows.narrative.focus_lookup import is_known
from flows.narrative.story import story_of
from flows.packs.formats import pack_file_name
from flows.query.links import Request
from flows.scene.scene import compose
from flows.templates import render
from geodata.model.atlas import Atlas
from geodata.model.stories import Chapter, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedView:
    """A citation of what a page shows, the name of the pack of it, and the element that embeds that.

    ``citation`` has a gap ``{address}``: only the reader's browser knows where it reads the atlas.
    """

    citation: str
    file_name: str
    embed: str


def cited_view(
    atlas: Atlas, request: Request, story: Story | None, chapter: str, on: dt.date | None = None
) -> CitedView:
    """Return how a request, or a chapter of a story, is cited on a day, which is today (UTC) unless given."""
    date = (on or dt.datetime.now(tz=dt.UTC).date()).isoformat()
    told = _chapter_named(story, chapter)
    view = _view_of_story(story, told) if story else _view(atlas, request)
    citation = _(
        "Trafficking flows of the Western Hemisphere: an atlas of what documents say, version {version}, "
        "content {hash}. {view} Seen on {date}: {address}"
    ).format(version=__version__, hash=content_hash(atlas), view=view, date=date, address="{address}")
    part = story.id if story else "focus" if request.focus else "selection"
    name = pack_file_name("html", date, part)
    return CitedView(citation=citation, file_name=name, embed=embed_tag(name, view, told.id if told else ""))


def embed_tag(file_name: str, title: str, chapter: str = "") -> str:
    """Return the element that shows a pack which lies beside the page: its address is relative.

    With the id of a ``chapter`` a story opens there, else at its first.
    """
    address = f"{file_name}#{quote(chapter)}" if chapter else file_name
    return str(render("embed", address=address, title=title))


def _view(atlas: Atlas, request: Request) -> str:
    asked = describe(request.selection, atlas)
    if request.focus and is_known(request.focus, atlas):
        title = story_of(request.focus, compose(atlas, request.selection), atlas).title
        return _("View: {asked}, in focus: {name}.").format(asked=asked, name=title)
    return _("View: {asked}.").format(asked=asked)


def _chapter_named(story: Story | None, chapter: str) -> Chapter | None:
    chapters = story.chapters if story else ()
    return next((found for found in chapters if found.id == chapter), None)


def _view_of_story(story: Story, told: Chapter | None) -> str:
    if told is None:
        return _("Story: “{story}”.").format(story=story.title)
    return _("Story: “{story}”, chapter “{chapter}”.").format(story=story.title, chapter=told.title)
