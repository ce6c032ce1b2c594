"""Start a Streamlit app on a free port, wait until it answers, and end it: only what was started here."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).parents[2]
APPS = Path(__file__).with_name("apps")
ATLAS = ROOT / "app.py"
# A server that has not answered by then does not start at all.
PATIENCE_S = 60.0
# Short beside any start-up, long enough to leave the cores to the server.
BETWEEN_LOOKS_S = 0.01
MEGABYTE = 1e6


class Server:
    """A running app: its address, and the moment (seconds since 1970) at which its process was started."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, started: float) -> None:
        self.process, self.address, self.started = process, address, started

    def answers(self) -> bool:
        """Tell whether the server says that it is well."""
        try:
            with urlopen(f"{self.address}/_stcore/health", timeout=1) as reply:  # noqa: S310 - our own server
                return bool(reply.status == 200)
        except (URLError, OSError):
            return False

    def wait(self) -> None:
        """Return as soon as the server answers; raise RuntimeError if it ends or takes too long."""
        while not self.answers():
            if self.process.poll() is not None or time.time() - self.started > PATIENCE_S:
                raise RuntimeError(f"{self.process.args} did not start. Run it by hand to see why.")
            time.sleep(BETWEEN_LOOKS_S)

    def megabytes(self) -> float:
        """Return the memory that the server holds now, 10^6 bytes resident."""
        return float(psutil.Process(self.process.pid).memory_info().rss) / MEGABYTE

    def peak_megabytes(self) -> float:
        """Return the most memory that the server has held so far, 10^6 bytes resident."""
        status = Path(f"/proc/{self.process.pid}/status")
        if status.exists():  # Linux keeps the high-water mark
            fields = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
            return int(fields["VmHWM"].split()[0]) * 1024 / MEGABYTE
        return psutil.Process(self.process.pid).memory_info().rss / MEGABYTE


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(entry: Path, *, settings: Mapping[str, str] | None = None, wait: bool = True) -> Iterator[Server]:
    """Serve an app as `streamlit run` does, with more environment variables; it ends with the block."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(entry), "--server.port", str(port)]
    started = time.time()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | dict(settings or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = Server(process, f"http://localhost:{port}", started)
        if wait:
            server.wait()
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def page_of(name: str) -> dict[str, str]:
    """Return the settings that make the entries `served` and `timed` show a comparison page."""
    return {"BENCHMARK_PAGE": str(APPS / f"{name}.py")}
