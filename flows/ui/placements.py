"""Tiers in the story of a country: each placement with its source, and the caution that goes with them."""

from html import escape

from flows.narrative.story import Story
from flows.ui.cards import card_html
from flows.ui.tier_layer import caution_html
from geodata.model.atlas import Atlas


def placements_html(atlas: Atlas, story: Story) -> str:
    """Write every placement as a line that opens its source; "" where the story has none."""
    if not story.placements:
        return ""
    rows = "".join(
        f"<details><summary>{escape(told.text)} <span class='atlas-number'>[{number}]</span></summary>"
        f"{card_html(atlas, told.claims[0], number)}</details>"
        for told in story.placements
        for number in story.numbers(told.claims)
    )
    return f"<div class='atlas-placements'>{rows}<p class='atlas-caution'>{caution_html(atlas)}</p></div>"
