"""Every word of the page goes through the catalogue: none is written where a translation cannot reach it."""

import ast
import re

from tests.architecture.tree import ROOT, files, plant, syntax

TRANSLATED = {"_", "translate", "translate_count"}
# What no reader sees: lines of the log, errors of ours, patterns for searching.
UNSEEN = {"error", "warning", "info", "compile", "fullmatch", "normalize", "sub", "ValueError"}
# Tags, style rules, attributes that hold a slug or a value, icons and the grey of counts.
MARKUP = re.compile(r"<[^>]*>|[^{}<>]*\{[^{}]*\}|[\w¤-]+='[a-z0-9_¤-]*'|:material/\w+:|:gray")
# A slug, a key, an address or part of one; ¤ stands for a value. A capital or a blank makes it a word.
NO_WORD = re.compile(r"[¤\w./:~=&?#%-]*")


def loose_words(root):
    for file in files(root, ".py", within=("flows/ui",)):
        for node in _open(syntax(file)):
            text = MARKUP.sub("", _text(node)).strip()
            if re.search(r"[^\W\d_]{2}", text) and (text[0].isupper() or not NO_WORD.fullmatch(text)):
                yield f"{file.relative_to(root)}, line {node.lineno}: {text}"


def _open(node):
    """Yield the strings of a file that are neither docstrings nor under a call that translates them."""
    if isinstance(node, ast.Call) and _name(node.func) in TRANSLATED | UNSEEN:
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield from [node] if _text(node) else []
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from _open(child)


def _text(node):
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(part.value if isinstance(part, ast.Constant) else "¤" for part in node.values)


def _name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


def test_no_word_is_written_outside_the_catalogue():
    assert list(loose_words(ROOT)) == []


def test_planted_words_are_caught(tmp_path):
    plant(
        tmp_path,
        "flows/ui/said.py",
        '"""A docstring may say what it likes."""\n'
        'st.button("Reset", key="reset")\n'
        "st.html(f\"<p class='atlas-line'>as of {year}</p>\")\n"
        "said = f\" title='Words' class='{looks}'\"\n"
        'st.button(_("Reset"), key="reset_all", icon=":material/close:")\n'
        'st.html("<style>.st-key-types button { margin: 0 }</style>")\n',
    )
    assert [line.split(": ")[1] for line in loose_words(tmp_path)] == ["Reset", "as of ¤", "title='Words'"]
