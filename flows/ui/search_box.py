"""The search box in the head of the page; what happens in it is written in `assets/web/search/`."""

from html import escape

from flows.asset_urls import asset_address
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.search.file import search_address
from geodata.model.atlas import Atlas

# As many suggestions as the eye takes in without scrolling, on a phone with its keyboard open too.
SUGGESTIONS = 8


def search_box(atlas: Atlas) -> str:
    """Write the search box as HTML: a combobox whose script and index are fetched when it is first used."""
    words = "".join(f" data-{name}='{escape(value)}'" for name, value in _words(atlas).items())
    label, placeholder = escape(_("Search for a place, sector or type")), escape(_("Place, sector or type"))
    return (
        f"<div class='atlas-search' role='search' data-atlas-search{words}>"
        f"<button type='button' data-atlas-search-open aria-label='{label}' title='{label}'></button>"
        "<div class='atlas-search-field'>"
        f"<input type='text' role='combobox' aria-label='{label}' placeholder='{placeholder}' "
        "aria-autocomplete='list' aria-expanded='false' aria-controls='atlas-search-list' "
        "aria-keyshortcuts='/' autocomplete='off' spellcheck='false' enterkeyhint='go'>"
        "<kbd aria-hidden='true'>/</kbd>"
        "<div class='atlas-search-found'>"
        f"<ul id='atlas-search-list' role='listbox' aria-label='{escape(_('Suggestions'))}' hidden></ul>"
        "<p role='status'></p></div></div></div>"
    )


def _words(atlas: Atlas) -> dict[str, str]:
    """Return what the script needs: where the rest is fetched, and what it says."""
    return {
        "script": asset_address("web/built/search.js"),
        "index": search_address(atlas),
        "found": "|".join(_found(n) for n in range(1, SUGGESTIONS + 1)),
        "none": _("No place, sector or type is called “{text}”."),
        "closest": _("No place, sector or type is called “{text}”. Closest:"),
        "instead": _("no claim; opens {country}"),
        "opened": _("No claim is about {name} itself: {country} is opened instead."),
        "unclaimed": _("No claim names it: {name}. The filters stay as they are."),
        "failed": _("The search could not be loaded. Check the connection and try again."),
    }


def _found(n: int) -> str:
    return translate_count(
        "{n} suggestion. Numbers are of all claims, whatever is filtered.",
        "{n} suggestions. Numbers are of all claims, whatever is filtered.",
        n,
    )
