"""What stands in a briefing pack, whatever its format: one content that knows nothing of files."""

import datetime as dt
from contextvars import copy_context
from dataclasses import dataclass, replace

from flows.export.content_hash import content_hash
from flows.export.scope import in_focus
from flows.export.stamp import Stamp, stamp_of
from flows.i18n import DEFAULT, language_in_use, use_language
from flows.i18n import translate as _
from flows.narrative.about import boundary_note, credit_note
from flows.narrative.cards import Card, card_of
from flows.narrative.citations import source_list
from flows.narrative.glossary import Entry, entries_used
from flows.narrative.provenance_line import provenance_line
from flows.packs.chapters import claims_of_story, story_link, story_of_pack
from flows.packs.maps import map_of, map_of_story
from flows.packs.parts import PackFinding, PackMap, PackStory
from flows.packs.told import Told, told_of
from flows.query.links import Request, write_link
from flows.query.selection import Selection
from flows.scene.scene import Scene, compose, narrowed
from geodata.model.atlas import Atlas
from geodata.model.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Hold all that a briefing pack says, as text in one language.

    ``asked`` is the filter in words, ``contents`` says how much is in the pack, ``link`` opens the same in
    the atlas. ``findings`` are empty for a story, which tells itself; ``evidence`` are the claims behind
    every sentence, each with its number, in the order of the numbers. ``map`` is the map of the whole: of a
    story, of all that it cites. ``date`` is written as in ISO 8601.
    """

    title: str
    language: str
    date: str
    version: str
    content_hash: str
    made: str
    asked: str
    contents: str
    link: str
    map: PackMap
    findings: tuple[PackFinding, ...]
    evidence: tuple[Card, ...]
    sources: tuple[str, ...]
    glossary: tuple[Entry, ...]
    caveat: str
    boundaries: str
    provenance: str
    credits: str
    story: PackStory | None = None


def pack_of(
    atlas: Atlas,
    request: Request,
    story: Story | None = None,
    *,
    language: str = DEFAULT,
    on: dt.date | None = None,
    address: str = "",
) -> Pack:
    """Return the pack of a request, or of a story, as it is told on a day, which is today (UTC) unless given.

    ``address`` is where the atlas is read, with a slash at its end; without it links are relative to it.
    """

    def made() -> Pack:
        use_language(language)
        if story is not None:
            return _of_story(atlas, story, request, on, address)
        return _of_request(atlas, request, on, address)

    # The caller goes on in the language of its own.
    return copy_context().run(made)


def _of_request(atlas: Atlas, request: Request, on: dt.date | None, address: str) -> Pack:
    scene = compose(atlas, request.selection)
    told = told_of(scene, request.focus)
    taken = in_focus(atlas, scene, request.focus) if request.focus else scene
    stamp = stamp_of(atlas, taken, on, focus=told.title if request.focus else "")
    query = write_link(request)
    return _pack(
        taken, told, stamp, map_of(scene, request), f"{address}?{query}" if query else address or "./"
    )


def _of_story(atlas: Atlas, story: Story, request: Request, on: dt.date | None, address: str) -> Pack:
    claims = claims_of_story(story, atlas)
    scene = narrowed(compose(atlas, Selection()), claims)
    asked = _("what the story “{title}” cites; each chapter has a filter of its own").format(
        title=story.title
    )
    stamp = replace(stamp_of(atlas, scene, on), filter=asked)
    told = Told(title=story.title, findings=(), claims=tuple(enumerate(claims, start=1)))
    shown = map_of_story(scene, Request(selection=Selection(), fold=request.fold), asked, stamp.contents)
    pack = _pack(scene, told, stamp, shown, f"{address}{story_link(story)}")
    return replace(pack, story=story_of_pack(story, atlas, address))


def _pack(scene: Scene, told: Told, stamp: Stamp, shown: PackMap, link: str) -> Pack:
    atlas = scene.atlas
    documents = dict.fromkeys(claim.document for _number, claim in told.claims)
    fold = shown.request.fold
    return Pack(
        title=told.title,
        language=language_in_use(),
        date=stamp.date,
        version=stamp.version,
        content_hash=content_hash(atlas),
        made=_("Trafficking flows atlas, version {version}, content {hash}, {date}.").format(
            version=stamp.version, hash=content_hash(atlas), date=stamp.date
        ),
        asked=stamp.filter,
        contents=stamp.contents if told.claims else _("No claim fits this filter."),
        link=link,
        map=shown,
        findings=told.findings,
        evidence=tuple(card_of(atlas, claim, number, fold=fold) for number, claim in told.claims),
        sources=tuple(source_list(map(atlas.documents.__getitem__, documents))),
        glossary=entries_used([claim for _number, claim in told.claims]),
        caveat=stamp.caveat,
        boundaries=boundary_note(),
        provenance=provenance_line(atlas, scene.selection),
        credits=credit_note(),
    )
