"""Where each of three readers can start in a selection: who briefs, who teaches, who analyses."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative.claim_focus import place_focus
from flows.narrative.findings import Finding
from flows.narrative.rankings import by_documents
from flows.scene.names import place_in_text
from flows.scene.scene import Scene
from geodata.vocabulary.enums import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One way in: for whom, what opens, and the focus (``kind:id``) or the page that it opens."""

    reader: str
    words: str
    focus: str = ""
    page: str = ""


def starts_of(scene: Scene, findings: Iterable[Finding]) -> tuple[Start, ...]:
    """Return the ways into a scene; one that would lead to nothing is left out."""
    return (*_brief(findings), *_teach(scene), *_analyse(scene))


def _brief(findings: Iterable[Finding]) -> Iterator[Start]:
    """Lead to the destination that the first finding names."""
    for finding in findings:
        if finding.id == "destination":
            place = finding.sentences[0].pointers[0]
            words = _("Routes to {place}, and who says so").format(place=place.words)
            yield Start(reader=_("Brief"), words=words, focus=place.focus)


def _teach(scene: Scene) -> Iterator[Start]:
    """Lead to the best documented place that is named as source, transit and destination."""
    held = by_documents((role.place, claim) for role in scene.roles for claim in role.evidence.claims)
    named = Counter(role.place for role in scene.roles)
    whole = [place for place, _claims in held if named[place] == len(Role)]
    if whole:
        place = scene.atlas.gazetteer[whole[0]]
        words = _("Three roles of one place: {place}").format(place=place_in_text(place))
        yield Start(reader=_("Teach"), words=words, focus=place_focus(place.id, scene.atlas.gazetteer))


def _analyse(scene: Scene) -> Iterator[Start]:
    """Lead to the matrices, where there is anything to count."""
    if scene.routes or scene.hotspots or scene.roles:
        yield Start(reader=_("Analyze"), words=_("Forms and sectors by country"), page="compare")
