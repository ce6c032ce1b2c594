"""The search box in the head of the page; what happens in it is written in `assets/web/search/`."""

from flows.asset_urls import asset_address
from flows.i18n import translate_count
from flows.scene.names import search_remedy
from flows.search.file import search_address, words_address
from flows.templates import Html, render
from geodata.model.atlas import Atlas

# As many suggestions as the eye takes in without scrolling, on a phone with its keyboard open too.
SUGGESTIONS = 8


def search_box(atlas: Atlas) -> Html:
    """Write the search box: a combobox whose script and index are fetched when it is first used."""
    return render(
        "search_box",
        script=asset_address("web/built/search.js"),
        index=search_address(atlas),
        words=words_address(atlas),
        claim=translate_count("{n} claim", "{n} claims", 1),
        claims=translate_count("{n} claim", "{n} claims", 2).replace("2", "{n}"),
        remedy=search_remedy(),
        found="|".join(_found(n) for n in range(1, SUGGESTIONS + 1)),
    )


def _found(n: int) -> str:
    return translate_count(
        "{n} suggestion. Numbers are of all claims, whatever is filtered.",
        "{n} suggestions. Numbers are of all claims, whatever is filtered.",
        n,
    )
