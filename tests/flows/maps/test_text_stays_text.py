"""Text with HTML in it is shown as text: no script of the map makes elements out of strings."""

import json
import re
from dataclasses import replace

from flows.maps.marks import marks_tables
from flows.maps.marks_file import marks_of
from flows.web.routes import _frame
from tests.architecture.tree import ROOT, files, plant
from tests.flows.made_up import atlas_of, flow, hotspot, note

HOSTILE = "<img src=x onerror=alert(1)></script>"
# Every way in which a browser, or Leaflet, turns a string into elements.
MAKES_ELEMENTS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|DOMParser|"
    r"bindTooltip|bindPopup|setContent|divIcon|\beval\b|new Function"
)


# HTML of the server is written in one place, for those that show what a template of ours made: the reader's
# text, small maps, chapters of stories, a speaker's window and what is pushed to the page. That every value
# in it is escaped is held by tests/app/test_reader_text.py, tests/flows/maps/test_mini.py,
# tests/app/test_stories.py and tests/app/test_compare.py.
TEMPLATES = "assets/web/page/template_html.js"
SHOW_TEMPLATES = (
    "assets/web/pack/printing.js",
    "assets/web/page/picture.js",
    "assets/web/page/presenter.js",
    "assets/web/page/printed_story.js",
    "assets/web/page/push_html.js",
    "assets/web/page/speaker_window.js",
    "assets/web/page/story.js",
    "assets/web/reader/reader.js",
)


def written_scripts(root):
    """Yield name and text of each script of ours; what is built holds what its modules hold."""
    for file in files(root, ".js", within=("assets",)):
        if not {"vendor", "built"} & set(file.parts):
            yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")


def making_elements(root):
    for name, text in written_scripts(root):
        if name != TEMPLATES and (found := MAKES_ELEMENTS.search(text)):
            yield f"{name}: {found[0]}"
        if name not in SHOW_TEMPLATES and "template_html.js" in text:
            yield f"{name}: template_html.js"


def test_our_scripts_write_text_only():
    assert list(making_elements(ROOT)) == []


def test_a_planted_element_is_caught(tmp_path):
    plant(tmp_path, "assets/web/tip.js", "node.innerHTML = mark.name;\n")
    plant(tmp_path, "assets/web/map/legend.js", 'import { showTemplate } from "../page/template_html.js";\n')
    plant(tmp_path, "assets/vendor/leaflet.js", "node.innerHTML = content;\n")
    assert list(making_elements(tmp_path)) == [
        "assets/web/map/legend.js: template_html.js",
        "assets/web/tip.js: innerHTML",
    ]


def test_the_marks_file_keeps_the_text_and_the_page_never_holds_it(gazetteer):
    mexico = replace(gazetteer["MEX"], name=HOSTILE, names={})
    atlas = atlas_of(
        gazetteer.with_places([mexico]),
        flow("HND~MEX"),
        hotspot("PE-MDD", HOSTILE),
        note(statement=HOSTILE, id="note-hostile"),
    )
    tables = json.loads(marks_of(atlas).body)
    assert tables["routes"] == json.loads(json.dumps(marks_tables(atlas)["routes"]))
    names = [mark["name"] for kind in ("routes", "hotspots", "notes") for mark in tables[kind]]
    assert names == [f"Honduras → {HOSTILE}", f"{HOSTILE} (Madre de Dios)", HOSTILE]
    assert "onerror" not in _frame("en", marks_of(atlas).hash)
