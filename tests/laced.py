"""The nine claims with texts that try to be more: HTML, script, Markdown, LaTeX, directives of Streamlit."""

import csv
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import NINE

# Each would leave a trace in the page that it runs in, or ask an outside host.
PICTURE = "<img src=x onerror=top.hit=1>"
SCRIPT = "<script>top.hit=1</script>"
MARKDOWN = (
    "![m](https://outside.example/m.png) [l](https://outside.example/l) https://outside.example/a **loud** "
    "`code` :red[red] :material/home: :streamlit: :smile: a -> b $\\frac{1}{2}$ ~~gone~~"
)
QUOTE = f"Women from Honduras {PICTURE} {SCRIPT} {MARKDOWN} are exploited."
AREA = f"Gulf {MARKDOWN} {PICTURE}"
# The title of a story or a chapter is short.
TITLE = f"![m](https://outside.example/m.png) $\\frac{{1}}{{2}}$ :red[red] {PICTURE}"
# The entries of a story that hold words.
STORY_TEXTS = (
    *("title", "summary", "audience", "age", "ask", "right", "wrong"),
    *("chapter", "told", "question", "note"),
)
STORY = "laced"
_STORY = """
title = {title}
summary = {summary}
audience = {audience}
age = {age}
minutes = 3
[question]
ask = {ask}
settled = "first"
answers = [{{ text = {right}, right = true }}, {{ text = {wrong} }}]
[[chapters]]
id = "first"
title = {chapter}
text = {told}
selection = ""
bounds = [-120, -20, -60, 40]
question = {question}
note = {note}
"""
_ABOUT_WIDTH = (
    " A line on the map is wide where many documents name its route, and for no other reason [@map]."
)


def _rewrite(table: Path, change) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def _add_sentence(folder: Path, sentence: str) -> str:
    """Append a sentence to the document and return its new checksum."""
    text = folder / "documents" / "notice-2020.txt"
    before = text.read_text(encoding="utf-8")
    # As bytes: another system would write other line ends.
    text.write_bytes(f"{before.rstrip()}\n\n{sentence}\n".encode())
    start = len(before.rstrip()) + 2
    with (folder / "documents" / "notice-2020.sentences.csv").open("a", encoding="utf-8") as file:
        file.write(f"{start},{start + len(sentence)},sentence\n")
    return hashlib.sha256(text.read_bytes()).hexdigest()


def write_story(folder: Path, words: Mapping[str, str], claim: str) -> None:
    """Write a story of one chapter with these words in its entries; its first sentence cites a claim."""
    told = f"Women from Honduras are exploited in Mexico {words['told']} [@{claim}].{_ABOUT_WIDTH * 4}"
    # A string of JSON is one of TOML too.
    said = {name: json.dumps(text, ensure_ascii=False) for name, text in (words | {"told": told}).items()}
    (folder / "stories").mkdir()
    (folder / "stories" / f"{STORY}.toml").write_text(_STORY.format(**said), encoding="utf-8")


def _lace_story(folder: Path) -> None:
    words = dict.fromkeys(STORY_TEXTS, f"{MARKDOWN} {PICTURE} {SCRIPT}")
    # An exclamation mark would end the sentence before its citation.
    told = f"{MARKDOWN.removeprefix('!')} {PICTURE} {SCRIPT}"
    write_story(folder, words | {"title": TITLE, "chapter": TITLE, "told": told}, "flow-hnd-mex")


def lace(folder: Path) -> Path:
    """Write the laced collection as ``folder``."""
    shutil.copytree(NINE, folder)
    digest = _add_sentence(folder, QUOTE)

    def document(row):
        # Markdown first: Streamlit takes an icon from the beginning of a label.
        row |= {
            name: f"{MARKDOWN} {PICTURE} {row[name]}" for name in ("title", "author", "publisher", "licence")
        }
        row |= {"note": f"{row['note']} {SCRIPT} {MARKDOWN}", "sha256": digest if row["sha256"] else ""}

    def claim(row):
        row["statement"] += f" {PICTURE} {SCRIPT} {MARKDOWN}"
        if row.get("note"):
            row["note"] += f" {SCRIPT} {MARKDOWN}"
        if row["id"] == "flow-hnd-mex":
            row["quote"] = QUOTE

    def flow(row):
        claim(row)
        row |= dict.fromkeys(("origin_label", "destination_label"), f"{MARKDOWN} {PICTURE}")

    def hotspot(row):
        claim(row)
        row |= {"place": "gulf", "place_label": f"Mine {PICTURE} {MARKDOWN}"}

    _rewrite(folder / "documents.csv", document)
    for table, change in {"roles": claim, "flows": flow, "context": claim, "hotspots": hotspot}.items():
        _rewrite(folder / f"{table}.csv", change)
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", "name", "kind", "members", "rule", "lon", "lat"], restval="")
        table.writeheader()
        table.writerow({"id": "gulf", "name": AREA, "kind": "area", "lon": "-90", "lat": "25.5"})
    _lace_story(folder)
    package = folder / "datapackage.json"
    named = dict.fromkeys(("title", "description"), f"{MARKDOWN} {PICTURE} {SCRIPT}")
    package.write_text(json.dumps(json.loads(package.read_text(encoding="utf-8")) | named), encoding="utf-8")
    return folder
