"""Say in one sentence what stands in the way of starting: an old Python, no venv, a port in use.

Runs before anything is installed, on whatever Python there is: standard library only, and no syntax that
Python 3.5 cannot read, or the sentence would be a SyntaxError.

    python3 .ci/preflight.py          Python and venv
    python3 .ci/preflight.py 8501     the port
"""

import importlib.util
import os
import socket
import sys

OLDEST = (3, 11)  # tomllib and StrEnum; the newest geopandas asks for it too
PORTS = range(1, 65536)


def python_obstacle(version, has_venv):
    """Return why this Python cannot run the atlas, or nothing."""
    if tuple(version[:2]) < OLDEST:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version[:2], OLDEST))
        return "Python {} is too old: the atlas needs {} or newer. Name one: make PYTHON=python{} run".format(
            found, oldest, oldest
        )
    if not has_venv:
        return "Python's venv is missing: on Debian or Ubuntu, apt-get install python3-venv, then try again."
    return ""


def port_obstacle(text):
    """Return why the page cannot be served on the port, or nothing."""
    if not (text.isascii() and text.isdigit() and int(text) in PORTS):
        return 'PORT="{}" is not a port: use a number from 1 to 65535, such as PORT=8501.'.format(text)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As a server does it: a port just left is free. (Windows would also lend one that is in use.)
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            return "Port {} is kept for the system: use one above 1023, such as PORT=8501.".format(text)
        except OSError:
            other = int(text) % max(PORTS) + 1
            return "Port {} is in use: stop what holds it, or choose another: make run PORT={}".format(
                text, other
            )
    return ""


def main(arguments):
    """Check the port if one is named, Python otherwise; write the obstacle and return 1 if there is one."""
    if arguments:
        obstacle = port_obstacle(arguments[0])
    else:
        # Debian ships the module venv without ensurepip, which it needs.
        has_venv = all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))
        obstacle = python_obstacle(sys.version_info, has_venv)
    if obstacle:
        sys.stderr.write(obstacle + "\n")
    return 1 if obstacle else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
