"""The stamp: what every exported file says of itself."""

import datetime as dt
from dataclasses import asdict, dataclass

from flows import __version__
from flows.i18n import translate as _
from flows.i18n import translate_count
from flows.narrative.caveat import caveat
from flows.narrative.description import describe
from flows.scene.scene import Scene
from geodata.model.atlas import Atlas


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Hold what was asked for, in words, what is in the file, the day, the atlas's version and the caveat.

    ``folded`` says which words are left out of the file; "" where all are there.
    """

    filter: str
    contents: str
    date: str
    version: str
    caveat: str
    folded: str = ""

    def entries(self) -> dict[str, str]:
        """Return the parts by name, in the order in which files give them."""
        return {name: words for name, words in asdict(self).items() if words}

    def line(self) -> str:
        """Return all of it on one line."""
        parts = {name: " ".join(words.split()).rstrip(".") for name, words in self.entries().items()}
        return "; ".join(f"{name}: {words}" for name, words in parts.items())


def stamp_of(atlas: Atlas, scene: Scene, on: dt.date | None = None, *, focus: str = "") -> Stamp:
    """Return the stamp of an export of ``scene`` made on a day, which is today (UTC) unless given.

    ``focus`` names what the scene was narrowed to, if anything.
    """
    day = on or dt.datetime.now(tz=dt.UTC).date()
    asked = describe(scene.selection, atlas)
    return Stamp(
        filter=_("{asked}, in focus: {name}").format(asked=asked, name=focus) if focus else asked,
        contents=contents_of(atlas, scene),
        date=day.isoformat(),
        version=__version__,
        caveat=caveat(),
    )


def contents_of(atlas: Atlas, scene: Scene) -> str:
    """Say in a sentence how much an export of ``scene`` holds."""
    if not scene.claims:
        return _("No claim fits this filter, so this file is empty.")
    return _("{n} of {claims} from {documents}.").format(
        n=f"{len(scene.claims):,}",
        claims=translate_count("{n} claim", "{n} claims", len(atlas.claims)),
        documents=translate_count("{n} document", "{n} documents", len(scene.documents)),
    )
