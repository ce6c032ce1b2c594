"""The Chromium of this machine: found, never downloaded."""

import shutil
from collections.abc import Mapping

# The first has no window of its own to paint, and takes two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: containers that check a clone run as root. No background: a browser that asks nothing by itself.
# No names: it finds no host but this machine. No hinting: letters look the same with and without a window.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
HOW_TO_GET_ONE = (
    "No Chromium was found: install one (Debian: apt-get install chromium-headless-shell), "
    "or name yours (CHROMIUM=/path/to/chromium)."
)


def find_chromium(environment: Mapping[str, str]) -> str:
    """Return the path of the browser that CHROMIUM names, or of one on PATH; "" where there is none."""
    named = environment.get("CHROMIUM", "")
    found = (shutil.which(name, path=environment.get("PATH")) for name in ([named] if named else NAMES))
    return next(filter(None, found), "")


def must_have_one(environment: Mapping[str, str]) -> bool:
    """Tell whether a missing browser is a failure, and not a reason to skip."""
    return environment.get("REQUIRE_BROWSER", "") not in {"", "0"}
