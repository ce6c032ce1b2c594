"""What a pack tells of a selection, or of what is in focus, and of which claims: as the page's panel does."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative.cards import by_topic, with_numbers
from flows.narrative.findings import claims_in_order, finding_title, findings_of
from flows.narrative.story import Story, story_of
from flows.packs.parts import PackFinding, PackSentence, sentence_from
from flows.query.focus import Focus
from flows.scene.scene import Scene
from flows.scene.tiers import caution, judgement
from geodata.model.claims import Claim
from geodata.vocabulary.enums import UNSPECIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told, under which title, and the claims behind it with their numbers, in their order."""

    title: str
    findings: tuple[PackFinding, ...]
    claims: tuple[tuple[int, Claim], ...]


def told_of(scene: Scene, focus: Focus | None) -> Told:
    """Return what is told of a focus, or found in the whole scene where nothing is in focus."""
    if focus is not None:
        return _of_focus(scene, focus)
    findings = findings_of(scene)
    story = Story(title="", own=claims_in_order(findings, scene))
    return Told(
        title=_("Trafficking flows of the Western Hemisphere"),
        findings=tuple(
            PackFinding(
                id=finding.id,
                title=finding_title(finding.id),
                sentences=tuple(map(sentence_from, with_numbers(story, finding.sentences))),
                family=finding.family,
                uncited=finding.silence,
            )
            for finding in findings
        ),
        claims=tuple(enumerate(story.own, start=1)),
    )


def _of_focus(scene: Scene, focus: Focus) -> Told:
    story = story_of(focus, scene, scene.atlas)
    numbered = ((story.numbers([claim])[0], claim) for claim in story.own)
    return Told(
        title=story.title,
        findings=(*_topics(story), *_placements(scene, story), *_notes(story)),
        claims=tuple(sorted(numbered, key=lambda found: found[0])),
    )


def _topics(story: Story) -> Iterator[PackFinding]:
    for number, topic in enumerate(by_topic(story, story.sentences)):
        yield _finding(f"topic-{number}", topic.title, tuple(map(sentence_from, topic.sentences)))


def _placements(scene: Scene, story: Story) -> Iterator[PackFinding]:
    if story.placements:
        sentences = tuple(map(sentence_from, with_numbers(story, story.placements)))
        warned = " ".join(filter(None, (judgement(), caution(scene.atlas)[0])))
        yield _finding("tiers", _("Placed in tiers"), sentences, warned)


def _notes(story: Story) -> Iterator[PackFinding]:
    if story.no_evidence_note:
        yield _finding("silence", "", (), story.no_evidence_note)


def _finding(ident: str, title: str, sentences: tuple[PackSentence, ...], uncited: str = "") -> PackFinding:
    return PackFinding(id=ident, title=title, sentences=sentences, family=UNSPECIFIED, uncited=uncited)
