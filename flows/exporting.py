"""Making the file that the command line is asked for: claims, sources or a briefing pack."""

import sys
from typing import NamedTuple

from flows.export.formats import FORMATS, summary_line
from flows.export.scope import in_focus
from flows.export.stamp import stamp_of
from flows.i18n import language_in_use
from flows.narrative.story import story_of
from flows.packs.content import pack_of
from flows.packs.formats import PACK_FORMATS, pack_bytes
from flows.packs.steps import gathering
from flows.query.links import Request
from flows.scene.scene import compose
from geodata.model.atlas import Atlas
from geodata.model.stories import Story

# Letters of a line that tells a step.
_STEP = 60


class MadeFile(NamedTuple):
    """A file, what it holds in a sentence, and whether that is nothing."""

    content: bytes
    summary: str
    empty: bool


def made_file(atlas: Atlas, form: str, request: Request, story: Story | None) -> MadeFile:
    """Return a file in a format of `flows.export` or `flows.packs`; a terminal tells the steps of a pack."""
    return _pack(atlas, form, request, story) if form in PACK_FORMATS else _table(atlas, form, request)


def _table(atlas: Atlas, form: str, request: Request) -> MadeFile:
    """Return a file of claims or of sources."""
    scene, focus = compose(atlas, request.selection), ""
    if request.focus:
        focus = story_of(request.focus, scene, atlas).title
        scene = in_focus(atlas, scene, request.focus)
    content = FORMATS[form].write(atlas, scene, stamp_of(atlas, scene, focus=focus))
    return MadeFile(content, summary_line(form, atlas, scene), not scene.claims)


def _pack(atlas: Atlas, form: str, request: Request, story: Story | None) -> MadeFile:
    """Return a briefing pack."""
    try:
        _tell(gathering())
        pack = pack_of(atlas, request, story, language=language_in_use())
        return MadeFile(pack_bytes(form, pack, _tell), pack.contents, not pack.evidence)
    finally:
        _tell("")


def _tell(step: str) -> None:
    """Say on a terminal which step a pack is at, in place of the step before; "" takes it away."""
    if sys.stderr and sys.stderr.isatty():
        told = f"{step} …" if step else ""
        sys.stderr.write(f"\r{told:<{_STEP}}\r{told}")
        sys.stderr.flush()
