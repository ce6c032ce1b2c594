"""The chapters of a story in a pack: their text with its citations as numbers, and the map of each."""

from collections.abc import Callable, Iterator

from flows.packs.maps import map_of
from flows.packs.parts import PackChapter, PackSentence, PackStory
from flows.query.links import write_page
from flows.stories.chapter_text import ChapterSentence, paragraphs_of
from flows.stories.chapter_view import chapter_view, claims_cited
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.stories import Chapter, Story


def claims_of_story(story: Story, atlas: Atlas) -> tuple[Claim, ...]:
    """Return the claims that a story cites, each once, in the order in which it first cites them."""
    cited = (claim for chapter in story.chapters for claim in claims_cited(chapter, atlas))
    return tuple({claim.id: claim for claim in cited}.values())


def story_link(story: Story, chapter: str = "") -> str:
    """Return the link that opens a story, or one of its chapters, relative to the atlas."""
    return f"stories?{write_page({'story': story.id, 'chapter': chapter})}"


def story_of_pack(story: Story, atlas: Atlas, address: str) -> PackStory:
    """Return a story with its citations as numbers of the claims that it cites, from 1."""
    numbers = {claim.id: number for number, claim in enumerate(claims_of_story(story, atlas), start=1)}
    return PackStory(
        id=story.id,
        title=story.title,
        summary=story.summary,
        audience=story.audience,
        minutes=story.minutes,
        age=story.age,
        question=story.question,
        chapters=tuple(
            _chapter(number, chapter, story, atlas, numbers.get, address)
            for number, chapter in enumerate(story.chapters, start=1)
        ),
    )


def _chapter(
    number: int,
    chapter: Chapter,
    story: Story,
    atlas: Atlas,
    number_of: Callable[[str], int | None],
    address: str,
) -> PackChapter:
    view = chapter_view(chapter, atlas)
    settles = chapter.id == story.question.settled
    paragraphs = paragraphs_of(chapter.text)
    return PackChapter(
        number=number,
        id=chapter.id,
        title=chapter.title,
        paragraphs=tuple(tuple(_sentences(paragraph, number_of)) for paragraph in paragraphs),
        question=chapter.question,
        note=chapter.note,
        settled=next((answer.text for answer in story.question.answers if answer.right), "")
        if settles
        else "",
        map=map_of(view.scene, view.request, chapter.bounds),
        link=f"{address}{story_link(story, chapter.id)}",
    )


def _sentences(
    paragraph: tuple[ChapterSentence, ...], number_of: Callable[[str], int | None]
) -> Iterator[PackSentence]:
    for said in paragraph:
        found = (number_of(ident) for ident in said.cites)
        numbers = tuple(sorted(number for number in found if number is not None))
        yield PackSentence(words=said.words, numbers=numbers, gap=said.gap)
