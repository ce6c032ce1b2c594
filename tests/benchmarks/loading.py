"""Loading both collections, beside what pandas and geopandas need to read the same files."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import geopandas as gpd
import pandas as pd

from geodata.gazetteer.gazetteer import PLACES
from geodata.load import default_collections, load_atlas
from tests.benchmarks.names import LOADING, PANDAS, SHIPPED
from tests.benchmarks.rounds import Samples, in_turn


def measure_loading(*, samples: int, warmups: int) -> Samples:
    """Return milliseconds of loading the atlas, and of pandas and geopandas reading its files."""
    files = [path for folder in default_collections() for path in sorted(folder.rglob("*.csv"))]
    tables = [*files, *sorted(PLACES.glob("*.csv"))]
    shapes = sorted(PLACES.glob("*.parquet"))
    turns = {(LOADING, SHIPPED): _timed(load_atlas), (LOADING, PANDAS): _timed(lambda: _read(tables, shapes))}
    return in_turn(turns, samples=samples, warmups=warmups)


def _read(tables: list[Path], shapes: list[Path]) -> None:
    for path in tables:
        pd.read_csv(path, keep_default_na=False)
    for path in shapes:
        gpd.read_parquet(path)


def _timed(act: Callable[[], object]) -> Callable[[], float]:
    def timed() -> float:
        began = perf_counter()
        act()
        return (perf_counter() - began) * 1000

    return timed
