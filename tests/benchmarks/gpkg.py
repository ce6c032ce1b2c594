"""The GeoPackage of everything, beside the time that pyogrio takes to write the same frames."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from flows.export.geopackage import gpkg_bytes, write_layers
from flows.export.layers import layer_frames
from flows.export.stamp import stamp_of
from flows.query.selection import Selection
from flows.scene.scene import compose
from geodata.load import load_atlas

# Enough for a steady median; each round takes about a second.
ROUNDS = 9


def measure_geopackage(rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Return the milliseconds of our export, those of pyogrio alone, and how many times as long ours takes.

    Medians of rounds in which both take turns, after one round of each that does not count. Ours is from the
    claims to the bytes: frames, layers, styles and the tables beside them. The ratio is the median of the
    rounds' own ratios, so that a machine that is busy for a while slows both.
    """
    atlas = load_atlas()
    scene = compose(atlas, Selection())
    stamp = stamp_of(atlas, scene)
    frames = layer_frames(atlas, scene.claims)

    def ours() -> None:
        gpkg_bytes(atlas, scene, stamp)

    def pyogrio_alone() -> None:
        with tempfile.TemporaryDirectory() as room:
            write_layers(Path(room) / "frames.gpkg", frames)

    pairs = [(_milliseconds(ours), _milliseconds(pyogrio_alone)) for _ in range(rounds + 1)][1:]
    own, alone = zip(*pairs, strict=True)
    return median(own), median(alone), median(one / other for one, other in pairs)


def _milliseconds(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print("{:.0f} ms ours, {:.0f} ms pyogrio alone, {:.2f} ×".format(*measure_geopackage()))
