"""Run nginx with the configurations of DEPLOY.md, before processes that a test has started."""

import contextlib
import re
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path

from tests.browser.served import ROOT, Server, free_port

_AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
events {{ }}
http {{
{named_paths}
{configuration}
}}
"""
_WRITTEN = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its port, and the log of its readers."""

    port: int
    log: Path

    def connection(self) -> HTTPSConnection:
        return HTTPSConnection("localhost", self.port, context=trusting(), timeout=30)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        with contextlib.closing(self.connection()) as connection:
            connection.request(
                method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
            )
            reply = connection.getresponse()
            return (
                reply.status,
                {name.lower(): value for name, value in reply.getheaders()},
                reply.read().decode(),
            )


def trusting() -> ssl.SSLContext:
    """Trust the certificate that was made for the test."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def written(kind: str) -> list[str]:
    """Return the blocks of DEPLOY.md in a language, as they stand there."""
    return re.findall(
        rf"^```{kind}\n(.*?)^```", (ROOT / "DEPLOY.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def several(one: str, upstreams: str, in_location: str) -> str:
    """Return the configuration for several processes, put together as DEPLOY.md says."""
    one = re.sub(r"upstream atlas \{.*?\n\}\n", lambda _found: upstreams, one, count=1, flags=re.DOTALL)
    return one.replace("        proxy_pass http://atlas;\n", in_location)


@contextlib.contextmanager
def running(nginx: str, folder: Path, configuration: str, servers: list[Server]) -> Iterator[Proxy]:
    """Run nginx with a configuration of DEPLOY.md, at ports and in a folder of the test's own."""
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run(
        [*make, "-keyout", folder / "atlas.key", "-out", folder / "atlas.pem"],
        check=True,
        capture_output=True,
    )
    port = free_port()
    ours = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
    }
    ours |= {f"127.0.0.1:{8501 + n}": f"localhost:{server.port}" for n, server in enumerate(servers)}
    for theirs, own in ours.items():
        assert theirs in configuration, f"DEPLOY.md no longer says {theirs}"
        configuration = configuration.replace(theirs, own)
    file = folder / "nginx.conf"
    paths = "\n".join(f"{name}_temp_path {folder}/{name};" for name in _WRITTEN)
    file.write_text(_AROUND.format(folder=folder, named_paths=paths, configuration=configuration), "utf-8")
    subprocess.run([nginx, "-t", "-q", "-p", folder, "-c", file], check=True)
    with subprocess.Popen([nginx, "-p", folder, "-c", file]) as process:
        try:
            wait_for(port, process)
            yield Proxy(port, folder / "atlas.log")
        finally:
            process.terminate()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once the port takes connections."""
    while process.poll() is None:
        with (
            contextlib.suppress(ConnectionRefusedError),
            contextlib.closing(HTTPSConnection("localhost", port, context=trusting(), timeout=5)) as probe,
        ):
            probe.connect()
            return
    raise AssertionError("nginx ended at once.")
