"""Anchor quotes in a document's text: by exact words, never by guess.

Follows the TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4): exact words with an
optional prefix and suffix. Unicode form, line ends and runs of white space are evened out for matching only;
positions are code points of the text as stored.
"""

from geodata.annotation.matching import MatchText, match_form, match_text, occurrences
from geodata.problems import in_quotation_marks

# How much of a text is shown around a place in it: about one line of a card on either side.
CONTEXT_WIDTH = 80
# How many of the places of an ambiguous quote an error lists, and with how many characters around.
PLACES_LISTED = 8
PLACE_WIDTH = 30
# Looking for the nearest passage takes time with the length of a text and of the quote: far longer texts go
# without, and the beginning of a quote is enough.
LONGEST_SEARCHED = 200_000
LONGEST_SOUGHT = 200


class AnchoringError(ValueError):
    """A quote that stands nowhere or in several places: what is wrong, and the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message} {remedy}")


def anchor(
    text: str, quote: str, prefix: str = "", suffix: str = "", *, nearest: bool = True
) -> tuple[int, int]:
    """Return the start and end, in code points, of the one place where a quote stands in a text.

    Prefix and suffix, where given, have to stand directly before and after it. Raises AnchoringError for no
    place, with the nearest passage unless `nearest` spares the search, and for several, with all of them.
    """
    matched = match_text(text)
    wanted, before, after = (match_form(words) for words in (quote, prefix, suffix))
    found = list(occurrences(matched.form, wanted))
    fitting = [at for at in found if _fits(matched.form, at, at + len(wanted), before, after)]
    if len(fitting) == 1:
        return matched.span(fitting[0], fitting[0] + len(wanted))
    if fitting:
        raise _ambiguous(text, matched, fitting, len(wanted))
    if found:
        raise _misplaced(text, matched, found, len(wanted))
    raise _missing(wanted, _nearest(text, matched, wanted[:LONGEST_SOUGHT]) if nearest else "")


def _fits(form: str, start: int, end: int, before: str, after: str) -> bool:
    # At most one space lies between: the matched form has no longer run.
    ahead = form[max(0, start - len(before) - 1) : start].rstrip()
    behind = form[end : end + len(after) + 1].lstrip()
    return ahead.endswith(before) and behind.startswith(after)


def _ambiguous(text: str, matched: MatchText, found: list[int], length: int) -> AnchoringError:
    return AnchoringError(
        f"the quote stands in {len(found)} places of the text: {_listed(text, matched, found, length)}.",
        "Lengthen it, or give the words before it as prefix or after it as suffix.",
    )


def _misplaced(text: str, matched: MatchText, found: list[int], length: int) -> AnchoringError:
    return AnchoringError(
        f"the quote stands in the text, but not between this prefix and suffix: "
        f"{_listed(text, matched, found, length)}.",
        "Correct prefix and suffix, or leave them empty.",
    )


def _missing(wanted: str, nearest: str) -> AnchoringError:
    return AnchoringError(
        f"the quote {in_quotation_marks(wanted)} does not stand in the text.",
        f"Nearest passage: {nearest}" if nearest else "Copy its exact words from the text.",
    )


def _listed(text: str, matched: MatchText, found: list[int], length: int) -> str:
    shown = [_shown(text, *matched.span(at, at + length)) for at in found[:PLACES_LISTED]]
    return "; ".join(shown + ["…"] * (len(found) > PLACES_LISTED))


def _shown(text: str, start: int, end: int) -> str:
    before, after = context(text, start, end, PLACE_WIDTH)
    return f"character {start} ({in_quotation_marks(f'{before}[…]{after}')})"


def _nearest(text: str, matched: MatchText, wanted: str) -> str:
    """Name the passage of the text that is most like the words wanted; empty where nothing is."""
    from rapidfuzz import fuzz

    if not wanted or len(matched.form) > LONGEST_SEARCHED:
        return ""
    like = fuzz.partial_ratio_alignment(wanted, matched.form, score_cutoff=50)
    if like is None or like.dest_start == like.dest_end:
        return ""
    start, end = matched.span(*_whole_words(matched.form, like.dest_start, like.dest_end))
    return f"{in_quotation_marks(text[start:end])} (character {start})."


def _whole_words(form: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the words that it cuts."""
    last = form.find(" ", end)
    return form.rfind(" ", 0, start) + 1, len(form) if last < 0 else last


def context(text: str, start: int, end: int, width: int = CONTEXT_WIDTH) -> tuple[str, str]:
    """Return up to `width` characters before and after a span of a text.

    They are cut between words, and end where the paragraph does: one line of a stored text.
    """
    before = text[max(0, start - width) : start]
    after = text[end : end + width]
    if start > width and not text[start - width - 1].isspace():
        before = before.partition(" ")[2]
    if end + width < len(text) and not text[end + width].isspace():
        after = after.rpartition(" ")[0]
    return before.rpartition("\n")[2], after.partition("\n")[0]
