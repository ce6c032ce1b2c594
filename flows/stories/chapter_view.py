"""What a chapter shows: its link, the scene that it selects, the claims that its map draws or lists."""

from dataclasses import dataclass
from functools import cached_property

from flows.maps.legend import LAYERS
from flows.query.focus import Focus
from flows.query.links import Request, parameters_of, read_link
from flows.scene.drawn import drawing
from flows.scene.hotspots import hotspots_from
from flows.scene.known_values import known_values
from flows.scene.roles import roles_from
from flows.scene.routes import routes_from
from flows.scene.scene import Scene, compose
from flows.scene.telling import DRAWN_ASSERTIONS
from flows.stories.chapter_text import sentences_of
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim, FlowClaim, HotspotClaim, RoleClaim
from geodata.model.stories import Chapter

# Claims that become marks; notes and placements are listed, wherever a selection admits them.
_MARKED = (FlowClaim, HotspotClaim, RoleClaim)
# Parts of a link that have entries of their own in a chapter.
OWN_ENTRIES = ("focus", "view")


@dataclass(frozen=True, kw_only=True, eq=False)
class ChapterView:
    """The map beside a chapter; ``unrecognised`` is what the atlas does not know of its selection."""

    atlas: Atlas
    request: Request
    unrecognised: tuple[str, ...]

    @cached_property
    def scene(self) -> Scene:
        """Return what the selection shows."""
        return compose(self.atlas, self.request.selection)

    @cached_property
    def _drawn(self) -> frozenset[str]:
        """Return the ids of the claims behind the marks that the map draws."""
        request, claims = self.request, self.scene.claims
        drawn = drawing(self.atlas, self.scene, request.focus, hide=request.hide, top=request.top)
        marks = (
            (routes_from(claims), drawn.routes),
            (hotspots_from(claims), drawn.hotspots),
            (roles_from(claims), drawn.roles),
        )
        return frozenset(
            claim.id
            for known, shown in marks
            for mark in known
            if mark.id in {found.id for found in shown}
            for claim in mark.evidence.claims
        )

    @cached_property
    def _admitted(self) -> frozenset[str]:
        return frozenset(claim.id for claim in self.scene.claims)

    def obstacle(self, claim: Claim) -> str:
        """Say why a claim is neither drawn nor listed beside the chapter; "" where it is."""
        if claim.id not in self._admitted:
            return "is not in its selection"
        # What rests on a risk, an allegation or onward migration is listed beside the rest.
        if not isinstance(claim, _MARKED) or claim.assertion not in DRAWN_ASSERTIONS:
            return ""
        return "" if claim.id in self._drawn else "is not drawn by its map"


def chapter_view(chapter: Chapter, atlas: Atlas) -> ChapterView:
    """Read what the map beside a chapter shows."""
    link = parameters_of(chapter.selection)
    misplaced = [f"{name}={link.pop(name)}" for name in OWN_ENTRIES if name in link]
    focus = {"focus": str(Focus.from_text(chapter.focus) or "")}
    request, unrecognised = read_link({**link, **focus}, known_values(atlas), LAYERS)
    return ChapterView(atlas=atlas, request=request, unrecognised=(*unrecognised, *misplaced))


def claims_cited(chapter: Chapter, atlas: Atlas) -> tuple[Claim, ...]:
    """Return the claims that a chapter cites, each once, in their order."""
    cites = dict.fromkeys(ident for sentence in sentences_of(chapter.text) for ident in sentence.cites)
    return tuple(claim for claim in map(atlas.claim, cites) if claim is not None)
