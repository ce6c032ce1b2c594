"""Serve the atlas as a reader starts it, on a port that the system chose; it ends with the block."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geodata.load import CHOSEN_COLLECTIONS

ROOT = Path(__file__).parents[2]
# What the server says once it takes requests.
_STANDS = "URL:"
# A server that does not stand by then never will; two busy cores need about five seconds.
_PATIENCE_S = 180


@dataclass
class Server:
    """A running atlas: its address, its process, and every line that it said."""

    address: str
    port: int
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    stands: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        """Take every line to the end, or a full pipe would stop the server."""
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            if _STANDS in line:
                self.stands.set()
        self.stands.set()  # it ended: nobody need wait for it

    def mishaps(self) -> list[str]:
        return [line for line in self.said if "Traceback" in line or "could not be" in line]


@contextlib.contextmanager
def serving(
    *collections: Path,
    base: str = "",
    folder: Path = ROOT,
    port: int = 0,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Serve the collections in these folders, or those that ship, under a base path.

    ``folder`` holds the copy of the project that is served, ``settings`` more of the environment; ``port`` 0
    is one that the system chooses.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(
        [*command, "--server.baseUrlPath", base] if base else command,
        cwd=folder,
        env=_environment(collections) | dict(settings or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        server = Server(f"http://localhost:{port}{base}", port, process)
        listener = threading.Thread(target=server.listen)
        listener.start()
        try:
            assert server.stands.wait(_PATIENCE_S), "The atlas took too long:\n" + "\n".join(server.said)
            assert process.poll() is None, "The atlas did not start:\n" + "\n".join(server.said)
            yield server
        finally:
            process.kill()
            listener.join()


def _environment(collections: tuple[Path, ...]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != CHOSEN_COLLECTIONS}
    chosen = {CHOSEN_COLLECTIONS: os.pathsep.join(map(str, collections))} if collections else {}
    return inherited | chosen | {"PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
