"""Nothing that is served or run names an outside host."""

import re

from tests.architecture.tree import ROOT, files, plant, spoken_strings

ADDRESS = re.compile(r"""(?:https?:)?//[\w-]+(?:\.[\w-]+)+[^\s"'`)>]*""")
# Addresses that no browser asks: the name of a format is written like one.
NAMES_OF_FORMATS = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml")
# Where the quick exit takes a reader who presses it: an everyday page, asked for by nobody else.
QUICK_EXIT = ("https://www.weather.gov/",)
# Our own machine, in the sentence that says where the page is.
OURSELVES = re.compile(r"http://(?:localhost|127\.0\.0\.1)\b.*")

SERVED = ("assets/web", "assets/style.css", "assets/fonts/fonts.css", "assets/icons")
RUN = ("app.py", "flows")


def outside_addresses(root):
    texts = [
        (file, without_comments(file.read_text(encoding="utf-8")))
        for file in files(root, ".js", ".css", ".html", ".svg", within=SERVED)
    ]
    texts += [(file, text) for file in files(root, ".py", within=RUN) for _, text in spoken_strings(file)]
    return [
        f"{file.relative_to(root)}: {address}"
        for file, text in texts
        for address in ADDRESS.findall(text)
        if address not in NAMES_OF_FORMATS + QUICK_EXIT and not OURSELVES.fullmatch(address)
    ]


def without_comments(text):
    """Drop what no browser reads; an address after code on one line stays, and is looked at."""
    return re.sub(r"/\*.*?\*/|<!--.*?-->|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)


def test_no_outside_host_is_named():
    assert outside_addresses(ROOT) == []


def test_a_planted_address_is_caught(tmp_path):
    plant(tmp_path, "assets/web/map.js", '// https://source.example.org\nload("//cdn.example.org/d3.js");\n')
    plant(
        tmp_path,
        "flows/maps/base.py",
        '"""https://source.example.org"""\nTILES = "https://tiles.example.org/{z}"\n',
    )
    assert outside_addresses(tmp_path) == [
        "assets/web/map.js: //cdn.example.org/d3.js",
        "flows/maps/base.py: https://tiles.example.org/{z}",
    ]
