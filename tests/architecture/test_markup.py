"""HTML is made by templates, and nowhere else: no string of a program holds an element."""

import ast
import re

from tests.architecture.tree import ROOT, files, plant, spoken_strings, syntax

# An end, an attribute, or one of the elements that need neither; `<id>` stands for an id, and a group of a
# pattern has its name in such brackets.
ELEMENT = re.compile(
    r"</[a-z]|<[a-z][a-z0-9]*\s[^<>]*=|<(?:[abipq]|[bh]r|div|img|li|span|style|svg|td)\b|<!--"
)
# What says of a text that it is markup, or makes it so by hand.
NAMES = {"Markup", "unsafe_allow_html", "escape"}
# The only module that may call a text markup.
TEMPLATES = "flows/templates.py"
# Where another maker's page is fitted to us: folium's for the map, what stands in its head, its kept copies,
# Streamlit's around all.
FITTED = (
    "flows/maps/page.py",
    "flows/maps/inlining.py",
    "flows/maps/frame_template.py",
    "flows/maps/pack_template.py",
    "flows/web/page_shell.py",
)


def markup(root):
    for file in files(root, ".py", within=("app.py", "flows", "geodata")):
        name = file.relative_to(root).as_posix()
        if name in FITTED:
            continue
        for line, text in spoken_strings(file):
            if ELEMENT.search(text):
                yield f"{name}, line {line}: {text.strip()}"
        if name != TEMPLATES:
            yield from (f"{name}, line {line}: {word}" for line, word in _names(syntax(file)))


def _names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {"html", "markupsafe", "xml.sax.saxutils"}:
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.keyword):
            found = [node.arg]
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") in {"html", "markupsafe"}:
            found = [node.attr]
        else:
            continue
        yield from ((node.lineno, name) for name in found if name in NAMES)


def test_no_program_makes_html():
    assert list(markup(ROOT)) == []


def test_planted_html_is_caught(tmp_path):
    plant(tmp_path, "flows/ui/cards.py", "def card(title):\n    return f\"<b class='a'>{title}</b>\"\n")
    plant(tmp_path, "flows/ui/lists.py", "from html import escape\n")
    plant(tmp_path, "flows/ui/panel.py", "import html\nst.markdown(html.escape(a), unsafe_allow_html=True)\n")
    plant(tmp_path, "flows/ui/story.py", "from markupsafe import Markup\n")
    plant(tmp_path, "flows/templates.py", "from markupsafe import Markup\n")
    plant(tmp_path, "flows/scene/names.py", '"""<b> in a docstring."""\nARROW = "a < b > c"\n')
    assert sorted({line.partition(":")[0] for line in markup(tmp_path)}) == [
        "flows/ui/cards.py, line 2",
        "flows/ui/lists.py, line 1",
        "flows/ui/panel.py, line 2",
        "flows/ui/story.py, line 1",
    ]
