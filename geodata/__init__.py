"""What the documents claim and where that is: vocabulary, documents, claims, places and the whole atlas."""

from geodata.load import load_atlas
from geodata.model.atlas import Atlas
from geodata.problems import AtlasError

__all__ = ["Atlas", "AtlasError", "load_atlas"]
