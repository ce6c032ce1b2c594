"""A pack as one HTML file: the map that filters itself, what is told, and the evidence behind each mark.

It asks nothing of anyone, and works from disk and in a frame without rights. Cards are written here by their
template; which of them stand behind a mark its script knows from the map's own table of claims.
"""

from collections.abc import Iterator
from functools import cache

from flows.asset_urls import ASSETS
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.maps.command import map_command
from flows.maps.inlining import head_styles, inline_script, inline_style, packed_data, plain_data, style_text
from flows.maps.legend import layer_words
from flows.maps.marks_file import marks_of
from flows.maps.own_filters import filter_words, own_filters
from flows.maps.pack_template import GROUND, MAP, MARKS, WORDS, pack_template
from flows.narrative.cards import Card, card_of
from flows.packs.content import Pack
from flows.packs.steps import Tell, untold, writing_file
from flows.search.file import words_file_of
from flows.stories.shelf import shelf
from flows.stories.telling import WriteCard, telling
from flows.templates import NOTHING, Html, render
from geodata.model.atlas import Atlas
from geodata.model.claims import Claim
from geodata.model.stories import Story

_STYLES = ("fonts/fonts.css", "vendor/leaflet.css", "web/map.css", "evidence.css", "stories.css", "pack.css")
# The script of the pack first: it says that the page itself holds the map.
_SCRIPTS = ("web/built/pack.js", "vendor/leaflet.js", "web/built/map.js")
# Whatever a text of a collection tried: a browser loads nothing but what is inside.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)


def html_bytes(pack: Pack, tell: Tell = untold) -> bytes:
    """Write a pack as an HTML document in UTF-8, in the language in use."""
    tell(writing_file())
    atlas, fold = pack.map.scene.atlas, pack.map.request.fold
    story = _story(pack, atlas)
    told = telling(story, atlas, _chapter_card(atlas, fold=fold)) if story else None
    data = {
        "asked": map_command(pack.map.request),
        "story": told and told | {"page": "", "begin": ""},
        "words": _words(),
    }
    head = _head(atlas, plain_data("atlas-pack", data))
    options = {
        "filters": own_filters(pack.map.scene),
        "asked": data["asked"],
        "words": layer_words() | filter_words(),
    }
    page = pack_template(pack.title, head, _body(pack, atlas, fold=fold), options)
    # A browser shows this sign for a null sign, or leaves that out: which of them depends on where it stands.
    return page.replace("\0", "\ufffd").encode()


def _story(pack: Pack, atlas: Atlas) -> Story | None:
    return next((s.story for s in shelf(atlas) if pack.story and s.file.id == pack.story.id), None)


def _chapter_card(atlas: Atlas, *, fold: bool) -> WriteCard:
    def write(claim: Claim, number: int) -> Html:
        return render("pack_card", card=card_of(atlas, claim, number, fold=fold), titled=False)

    return write


def _body(pack: Pack, atlas: Atlas, *, fold: bool) -> Html:
    evidence = _evidence(pack)
    return render(
        "pack",
        pack=pack,
        map=MAP,
        telling=render("telling", map=MAP, evidence=evidence) if pack.story else NOTHING,
        evidence=evidence,
        cards=[render("pack_card", card=card, titled=True) for card in _cards(pack, atlas, fold=fold)],
    )


def _evidence(pack: Pack) -> Html:
    if pack.story:
        aside = _("The map shows what you have chosen, which is not what the chapter speaks of.")
        return render(
            "pack_evidence", aside=aside, again=_("Show the chapter's map"), back=_("Back to the chapter")
        )
    aside = _("The findings are those of another selection: {asked}.").format(asked=pack.asked)
    return render("pack_evidence", aside=aside, again=_("Show it again"), back=_("Back to the findings"))


def _cards(pack: Pack, atlas: Atlas, *, fold: bool) -> Iterator[Card]:
    """Yield the cards of the pack with their numbers, then those of all other claims, which have none."""
    own = {card.id for card in pack.evidence}
    yield from pack.evidence
    yield from (card_of(atlas, claim, 0, fold=fold) for claim in atlas.claims if claim.id not in own)


def _words() -> dict[str, str]:
    return {
        "evidence": _("Evidence"),
        "one_claim": translate_count("{n} claim", "{n} claims", 1),
        "many_claims": translate_count("{n} claim", "{n} claims", 2).replace("2", "{n}"),
        "more": translate_count("Show {n} more", "Show {n} more", 2).replace("2", "{n}"),
    }


def _head(atlas: Atlas, data: Html) -> Html:
    """Return what stands in the page's head: its policy, looks, data and scripts."""
    parts = (
        _looks(),
        data,
        _ground(),
        packed_data(MARKS, marks_of(atlas).body),
        packed_data(WORDS, words_file_of(atlas).body),
        *map(inline_script, _SCRIPTS),
    )
    return render("pack_head", policy=_POLICY, parts=parts)


@cache
def _looks() -> Html:
    return head_styles() + NOTHING.join(inline_style(style_text(name)) for name in _STYLES)


@cache
def _ground() -> Html:
    return packed_data(GROUND, (ASSETS / "web" / "base" / "countries.json").read_bytes())
