"""Drawings read as XML."""

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def read_svg(text):
    """Read a drawing of ours."""
    return ET.fromstring(text)  # noqa: S314 — made here, of nobody else's files
