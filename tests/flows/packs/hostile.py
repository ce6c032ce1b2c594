"""Texts that a file format, a template or a reader of either could take for more than text."""

from tests.laced import MARKDOWN, PICTURE, SCRIPT

HOSTILE = [
    "$5,000 to $10,000",
    "~800 people ~~gone~~",
    "#@*_‹ #let x = 1 @map `code` \\textbf{x} _x0041_",
    f"{PICTURE} {SCRIPT} {MARKDOWN}",
    "bell \x07 escape \x1b and null \x00",
    "right \u200fto\u200e left \u202eturned\u202c",
    "word " * 179 + "word.",
    "unbroken" * 113,
    "[broken](https://outside.example/ [@no-such-claim] <https:// javascript:alert(1)",
]

# Control signs, and those that turn the writing round: pages that are set leave them out.
UNSEEN = dict.fromkeys(map(ord, "\x00\x07\x1b\u200e\u200f\u202c\u202e"))
