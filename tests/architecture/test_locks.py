"""What is installed is what pyproject.toml asks for: whole, hashed, and the same for every system."""

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import product

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.test_requirements import requirements
from tests.architecture.tree import ROOT

RUN, TEST = "requirements.txt", "requirements-dev.txt"
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
REMEDY = "Run: make lock"
ENTRY = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
OURS = re.compile(r"# (?:via | {2})trafficking-flows \(pyproject\.toml")


@dataclass
class Locked:
    """A package as it is installed, where, and whether we ask for it ourselves."""

    version: str
    marker: str | None
    hashes: int = 0
    ours: bool = False

    def stands_in(self, environment):
        return self.marker is None or Marker(self.marker).evaluate(environment)


def locked(text):
    """Return what a lock holds by name, and its lines that are none of a lock."""
    packages, odd = {}, []
    for line in text.splitlines():
        if entry := ENTRY.match(line):
            last = Locked(entry["version"], entry["marker"])
            packages[canonicalize_name(entry["name"])] = last
        elif HASH.match(line):
            last.hashes += 1
        elif OURS.search(line):
            last.ours = True
        elif line not in ("", "--only-binary :all:") and not line.lstrip().startswith("#"):
            odd.append(line)
    return packages, odd


def read(name):
    return locked((ROOT / name).read_text(encoding="utf-8"))


def out_of_step(asked, packages):
    """List where a lock and what is asked for differ."""
    wanted = {canonicalize_name(line.name): line for line in map(Requirement, asked)}
    yield from sorted(wanted.keys() ^ {name for name, package in packages.items() if package.ours})
    for name in sorted(wanted.keys() & packages.keys()):
        if not wanted[name].specifier.contains(packages[name].version, prereleases=True):
            yield f"{wanted[name]} is not {packages[name].version}"


def missing(asked, packages, environment):
    """List what is needed in an environment and not locked for it, as far as is known here."""
    asked = map(Requirement, asked)
    waiting = [wanted for wanted in asked if not wanted.marker or wanted.marker.evaluate(environment)]
    absent, seen = set(), set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in packages or not packages[name].stands_in(environment):
            absent.add(name)
        elif (name, *sorted(wanted.extras)) not in seen:
            seen.add((name, *sorted(wanted.extras)))
            waiting += needs(name, packages[name].version, wanted.extras, environment)
    return sorted(absent)


def needs(name, version, extras, environment):
    """Yield what a package asks for; of one that is not installed here in that release nothing is known."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    if found.version != version:
        return
    for line in map(Requirement, found.requires or []):
        if any(not line.marker or line.marker.evaluate(environment | {"extra": e}) for e in ["", *extras]):
            yield line


def environments():
    for (system, (platform, kind)), python in product(SYSTEMS.items(), PYTHONS):
        yield default_environment() | {
            "sys_platform": system,
            "platform_system": platform,
            "os_name": kind,
            "python_version": python,
            "python_full_version": f"{python}.1",
        }


@pytest.mark.parametrize(("name", "tests"), [(RUN, False), (TEST, True)])
def test_a_lock_is_in_step_with_what_is_asked_for(name, tests):
    packages, _ = read(name)
    assert list(out_of_step(requirements(ROOT, tests=tests), packages)) == [], REMEDY


@pytest.mark.parametrize(("name", "tests"), [(RUN, False), (TEST, True)])
@pytest.mark.parametrize(
    "environment",
    list(environments()),
    ids=lambda known: f"{known['sys_platform']}-{known['python_version']}",
)
def test_a_lock_is_whole_on_every_system(name, tests, environment):
    packages, _ = read(name)
    assert missing(requirements(ROOT, tests=tests), packages, environment) == [], REMEDY


@pytest.mark.parametrize("name", [RUN, TEST])
def test_every_package_has_hashes_and_no_address(name):
    packages, odd = read(name)
    assert [package for package, known in packages.items() if not known.hashes] == []
    assert odd == []
    assert re.findall(r"\S*(?:://|file:|index-url|find-links)\S*", (ROOT / name).read_text("utf-8")) == []


def test_what_runs_is_what_is_tested():
    (run, _), (test, _) = read(RUN), read(TEST)
    assert {name: package.version for name, package in run.items()} == {
        name: package.version for name, package in test.items() if name in run
    }


def test_a_stale_lock_is_caught():
    text = f"""--index-url https://example.org/simple
folium==0.20.0
    # via trafficking-flows (pyproject.toml)
babel==2.16.0 ; sys_platform == 'win32' \\
    --hash=sha256:{"0" * 64}
    # via
    #   trafficking-flows (pyproject.toml)
    #   folium
"""
    packages, odd = locked(text)
    assert odd == ["--index-url https://example.org/simple"]
    assert [name for name, known in packages.items() if not known.hashes] == ["folium"]
    asked = ["folium>=0.21,<1", "typer>=0.29,<1"]
    assert list(out_of_step(asked, packages)) == ["babel", "typer", "folium<1,>=0.21 is not 0.20.0"]
    linux, windows = ({**default_environment(), "sys_platform": name} for name in ("linux", "win32"))
    assert missing(["babel"], packages, linux) == ["babel"]
    assert missing(["babel"], packages, windows) == []
