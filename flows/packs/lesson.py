"""A lesson made of a story: its plan, the opening test, a worksheet with an outline map, and the key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from flows.i18n import translate as _
from flows.narrative.cards import Card
from flows.narrative.sentences import route_sentence
from flows.packs.content import Pack
from flows.packs.parts import PackStory, words_quoted
from flows.scene.names import place_name
from flows.scene.routes import Route
from geodata.gazetteer.gazetteer import Gazetteer
from geodata.model.claims import Claim
from geodata.model.stories import Answer, Bounds
from geodata.vocabulary.enums import PlaceKind

# Minutes of a lesson, and those of its steps beside the chapters, which share the rest.
LESSON = 45
_OPENING, _WORKSHEET, _CLOSING = 5, 12, 6
# What a worksheet of one page has room for.
_MOST_PLACES, _MOST_ROUTES, _MOST_QUOTATIONS, _MOST_QUESTIONS = 12, 4, 2, 2
# Letters of a quotation that is asked about; a longer one would fill the sheet.
_LONGEST = 260
# Degrees around the places of an outline map, and its least extent.
_AROUND, _LEAST = 8.0, 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a lesson: how long it takes, what is done, and what is asked of the class."""

    minutes: int
    title: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the worksheet, the lines to write on, and its answer in the key."""

    ask: str
    lines: int
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Hold what stands on the sheets of a lesson.

    ``places`` are ids of places in the order of their numbers on the outline map, ``names`` what they are
    called; ``routes`` are sentences of the routes to draw.
    """

    title: str
    language: str
    date: str
    made: str
    aim: str
    age: str
    warning: str
    help_line: str
    needed: str
    steps: tuple[Step, ...]
    question: str
    answers: tuple[Answer, ...]
    settled: str
    places: tuple[str, ...]
    names: tuple[str, ...]
    routes: tuple[str, ...]
    asked: tuple[Asked, ...]
    bounds: Bounds
    caveat: str
    sources: tuple[str, ...]
    link: str


def lesson_of(pack: Pack) -> Lesson:
    """Return the lesson of a pack that is a story; ValueError for one that is none."""
    if pack.story is None:
        raise ValueError("A lesson is made of a story, and this pack is of a selection.")
    story, scene = pack.story, pack.map.scene
    gazetteer = scene.atlas.gazetteer
    places = _places(scene.claims, gazetteer)
    return Lesson(
        title=story.title,
        language=pack.language,
        date=pack.date,
        made=pack.made,
        aim=_aim(story),
        age=story.age,
        warning=warning(),
        help_line=help_line(),
        needed=_(
            "The story on a screen or as its handout; for everybody the opening test and the worksheet."
        ),
        steps=tuple(_steps(story)),
        question=story.question.ask,
        answers=story.question.answers,
        settled=_settled(story),
        places=places,
        names=tuple(place_name(gazetteer[ident]) for ident in places),
        routes=tuple(route_sentence(route, gazetteer) for route in _to_draw(scene.routes, places)),
        asked=tuple(_asked(pack)),
        bounds=_bounds(places, gazetteer),
        caveat=pack.caveat,
        sources=pack.sources,
        link=pack.link,
    )


def warning() -> str:
    """Say what a teacher tells the class before the lesson begins."""
    return _(
        "This lesson touches on sexual exploitation and forced labor. Say so beforehand. Anyone may leave "
        "without giving a reason; ask nobody about what they or their families have lived through, and have "
        "someone at hand to talk to afterwards."
    )


def help_line() -> str:
    """Say where help is found."""
    return _(
        "In immediate danger, call your local emergency number. U.S. National Human Trafficking Hotline: "
        "1-888-373-7888, or text 233733. Elsewhere, see the hotline of your own country."
    )


def _aim(story: PackStory) -> str:
    return _(
        "{summary} Afterwards everybody can say which document a sentence rests on, how sure it is, and what "
        "the map cannot tell."
    ).format(summary=story.summary)


def _steps(story: PackStory) -> Iterable[Step]:
    yield Step(
        minutes=_OPENING,
        title=_("Opening test"),
        what=_("Everybody answers alone, on paper. Nothing is settled yet."),
    )
    minutes = shared(LESSON - _OPENING - _WORKSHEET - _CLOSING, len(story.chapters))
    for chapter, time in zip(story.chapters, minutes, strict=True):
        yield Step(
            minutes=time,
            title=chapter.title,
            what=chapter.question or _("Read it aloud. Which document says so, and how sure is it?"),
        )
    yield Step(
        minutes=_WORKSHEET,
        title=_("Worksheet"),
        what=_("In pairs, with the handout at hand; then compare with the key."),
    )
    yield Step(
        minutes=_CLOSING,
        title=_("Opening test again"),
        what=_("Who would answer otherwise now, and because of which sentence? What is still not known?"),
    )


def shared(minutes: int, parts: int) -> list[int]:
    """Share whole minutes among parts as evenly as can be, the first ones the longer."""
    each, rest = divmod(minutes, parts)
    return [each + (number < rest) for number in range(parts)]


def _settled(story: PackStory) -> str:
    found = next((chapter for chapter in story.chapters if chapter.settled), None)
    return _("{n}. {title}").format(n=found.number, title=found.title) if found else ""


def _places(claims: Sequence[Claim], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the countries and territories that a story's claims name, in the order of its telling."""
    named = dict.fromkeys(chain.from_iterable(claim.places for claim in claims))
    countries = {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
    return tuple(ident for ident in named if gazetteer[ident].kind in countries)[:_MOST_PLACES]


def _to_draw(routes: Iterable[Route], places: Sequence[str]) -> list[Route]:
    """Return routes between places that have a number on the outline map."""
    known = set(places)
    found = (route for route in routes if len(set(route.places)) > 1 and known.issuperset(route.places))
    return list(islice(found, _MOST_ROUTES))


def _asked(pack: Pack) -> Iterable[Asked]:
    quoted = [card for card in pack.evidence if 0 < len(words_quoted(card)) <= _LONGEST and not card.folded]
    for card in _of_different_sources(quoted)[:_MOST_QUOTATIONS]:
        yield Asked(
            ask=_("“{words}” Which document says this, and of which year?").format(words=words_quoted(card)),
            lines=1,
            answer=card.source,
        )
    chapters = pack.story.chapters if pack.story else ()
    for chapter in [chapter for chapter in chapters if chapter.question][:_MOST_QUESTIONS]:
        yield Asked(
            ask=chapter.question,
            lines=2,
            answer=_("No one answer is right. Look again at chapter {n}, “{title}”.").format(
                n=chapter.number, title=chapter.title
            ),
        )


def _of_different_sources(cards: Iterable[Card]) -> list[Card]:
    """Return the first card of each source: one answer to every question would be no question."""
    return list({card.source: card for card in reversed(list(cards))}.values())[::-1]


def _bounds(places: Sequence[str], gazetteer: Gazetteer) -> Bounds:
    """Return bounds around the places of an outline map, of the Americas where there are none."""
    found = [gazetteer[ident] for ident in places if gazetteer[ident].americas]
    if not found:
        return (-125.0, -56.0, -30.0, 55.0)
    wests, souths = [place.lon for place in found], [place.lat for place in found]
    half = max(max(wests) - min(wests) + 2 * _AROUND, _LEAST) / 2
    high = max(max(souths) - min(souths) + 2 * _AROUND, _LEAST) / 2
    lon, lat = (max(wests) + min(wests)) / 2, (max(souths) + min(souths)) / 2
    return (lon - half, lat - high, lon + half, lat + high)
