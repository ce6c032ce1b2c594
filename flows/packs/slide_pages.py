"""What fits on a slide: paragraphs in the largest size that holds them all, or over several slides."""

from collections.abc import Iterable, Sequence

from flows.packs.text_measure import LINE, Line, Paragraph, lines_of, paragraph_of

# Sizes that are tried before text goes on over the next slide, as shares of the one that is wanted; and the
# least in points that is read on a slide at all.
_FACTORS, _LEAST = (1.0, 0.9, 0.8), 12.0
# Lines of a paragraph that stay together at the foot of a slide; those that follow a heading.
_TOGETHER = 2

Page = tuple[Paragraph, ...]


def pages_of(paragraphs: Sequence[Paragraph], width: float, height: float) -> list[Page]:
    """Return paragraphs by slide: on one, somewhat smaller where need be, else over several at full size."""
    for factor in _FACTORS:
        smaller = [paragraph.scaled(factor) for paragraph in paragraphs]
        if factor < 1 and min(paragraph.size for paragraph in smaller) < _LEAST:
            break
        if height_of(smaller, width) <= height:
            return [tuple(smaller)]
    return _divided(paragraphs, width, height)


def height_of(paragraphs: Iterable[Paragraph], width: float) -> float:
    """Return how high paragraphs are in points when they are set in a width; the first has no space above."""
    found = list(paragraphs)
    written = sum(len(lines_of(paragraph, width)) * paragraph.size * LINE for paragraph in found)
    return written + sum(paragraph.space for paragraph in found[1:])


def _divided(paragraphs: Sequence[Paragraph], width: float, height: float) -> list[Page]:
    pages: list[list[Paragraph]] = [[]]
    left = height
    for number, paragraph in enumerate(paragraphs):
        lines = lines_of(paragraph, width)
        behind = paragraphs[number + 1] if paragraph.leads and number + 1 < len(paragraphs) else None
        while lines:
            space = paragraph.space if pages[-1] else 0.0
            taken = _lines_that_fit(lines, paragraph, left - space, behind)
            if not taken and pages[-1]:
                pages.append([])
                left = height
                continue
            taken = max(taken, 1)
            pages[-1].append(paragraph_of(lines[:taken], paragraph))
            left -= space + taken * paragraph.size * LINE
            lines = lines[taken:]
    return [tuple(page) for page in pages]


def _lines_that_fit(
    lines: Sequence[Line], paragraph: Paragraph, left: float, behind: Paragraph | None
) -> int:
    """Return how many lines go onto the slide: none where too few would, or a heading would stand alone."""
    needed = behind.space + _TOGETHER * behind.size * LINE if behind else 0.0
    fits = int((left - needed) / (paragraph.size * LINE) + 1e-9)
    if fits >= len(lines):
        return len(lines)
    return fits if fits >= _TOGETHER and not behind else 0
