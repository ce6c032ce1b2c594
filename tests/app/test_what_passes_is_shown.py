"""Whatever passes the check can be shown on every page, exported in every format and named in every link."""

import csv
import datetime as dt
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from flows.export.formats import FORMATS
from flows.export.stamp import stamp_of
from flows.query.focus import Focus
from flows.query.links import Request, read_link, read_page, write_link, write_page
from flows.query.selection import Selection
from flows.scene.scene import compose
from flows.stories.shelf import shelf
from geodata.load import check, load_atlas
from geodata.schema.columns import COLUMNS, IDENT, TABLES
from tests.app.explore import Explore
from tests.app.opened import html
from tests.app.reading import Reading
from tests.app.sources import Sources
from tests.conftest import NINE
from tests.laced import STORY, STORY_TEXTS, write_story

# What breaks pages and files: markup, formulas, template signs, marks of direction, signs beyond the first
# plane, signs that XML refuses, and line ends. A few are no text at all, and have to be refused.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"])
    | st.sampled_from("<>&\"'`|{}$[]()\\#:=+-@%~\t\r\n\u202e\u200b\u2028\ufffe\uffff\U0001f1f2é\u0301"),
    min_size=1,
    max_size=40,
)
ODD = st.text(st.sampled_from("a\0\x0c\x85\ud800"), min_size=1, max_size=4)
PROSE = {
    name: [column.name for column in table.columns.values() if column.type == "text" and not column.values]
    for name, table in TABLES.items()
}
# Words that quote a text would no longer stand in it.
QUOTING = {"quote", "prefix", "suffix", "rule", "collection", "scheme", "value", "magnitude"}
# Labels stand beside a code that says the same, and the nine claims have few.
LABELS = {"origin_label", "destination_label", "place_label"}
PAGES = ("places", "compare", "table", "about")
FEW = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def collections(draw):
    """Draw the nine claims with other words in every column of words, and with other ids."""
    prefix = "x" + draw(st.from_regex(IDENT, fullmatch=True).map(lambda ident: ident[:60]))
    tables = {}
    for path in NINE.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in set(row).intersection(PROSE[path.stem]) - QUOTING:
                if row[column] or column in LABELS:
                    row[column] = draw(TEXTS)
            if path.stem != "documents":
                row["id"] = f"{prefix}{row['id']}"
        tables[path.stem] = rows
    # Of the longest ids, as both ends of a route too.
    areas = [f"{prefix}{'.' * (120 - len(prefix) - 1)}{number}" for number in "12"]
    tables["places"] = [
        {"id": area, "name": draw(TEXTS), "kind": "area", "members": "MEX|GTM"} for area in areas
    ]
    tables["hotspots"][0]["place"], tables["roles"][0]["place"] = areas
    tables["flows"][0] |= {"origin": areas[0], "destination": areas[1]}
    words = {name: f"A {draw(TEXTS)} b" for name in STORY_TEXTS}
    claim = tables["flows"][0]["id"]
    return tables, {"name": "nine", "title": draw(TEXTS), "description": draw(TEXTS)}, (words, claim)


def written(folder, tables, descriptor, story=()):
    shutil.copytree(NINE, folder)
    if story:
        write_story(folder, *story)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name], restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


@settings(FEW, max_examples=20)
@given(title=ODD)
def test_what_is_no_text_does_not_pass(title):
    with TemporaryDirectory() as room:
        folder = written(Path(room) / "nine", {}, {"name": "nine", "title": title})
        assert (check([folder])[1] is None) == (set(title) != {"a"})


@FEW
@given(drawn=collections())
def test_what_passes_is_shown_exported_and_linked(drawn):
    with TemporaryDirectory() as room:
        problems, atlas = check([written(Path(room) / "nine", *drawn)])
        assert all(problem.sentence().isprintable() for problem in problems)
        assume(atlas is not None)
        assert_exported(atlas, Path(room))
        assert_linked(atlas)
        assert_shown(atlas, Path(room) / "nine")


def assert_exported(atlas, room):
    scene = compose(atlas, Selection())
    stamp = stamp_of(atlas, scene, dt.date(2026, 11, 21))
    for name, form in FORMATS.items():
        content = form.write(atlas, scene, stamp)
        if name in {"xlsx", "datapackage"}:
            path = room / f"again.{form.extension}"
            path.write_bytes(content)
            assert load_atlas([path]).claims == atlas.claims
        elif form.text:
            content.decode("utf-8")


def assert_linked(atlas):
    scene = compose(atlas, Selection())
    marks = [f"claim:{claim.id}" for claim in atlas.claims]
    marks += [f"route:{route.id}" for route in scene.routes]
    marks += [f"hotspot:{hotspot.id}" for hotspot in scene.hotspots]
    for mark in marks:
        assert Focus.from_text(mark), mark
        assert asked_again(Request(selection=Selection(), focus=Focus.from_text(mark)))
    places = [place for claim in atlas.claims for place in claim.places]
    for facet, values in {"documents": atlas.documents, "places": places}.items():
        assert asked_again(Request(selection=Selection.from_values({facet: values})))
        for value in values:
            given = {facet.removesuffix("s"): value}
            assert read_page(parsed(write_page(given))) == given


def asked_again(request):
    """Tell whether a request is read from its link as it was written."""
    return read_link(parsed(write_link(request)), lambda _facet, _value: True, ()) == (request, ())


def parsed(link):
    return {name: value for name, (value,) in parse_qs(link).items()}


def assert_shown(atlas, folder):
    page = Explore(atlas)
    assert len(page.cards) == 6
    for claim in atlas.claims[:2]:
        Explore(atlas, f"focus=claim:{claim.id}")
    for name in PAGES:
        assert Reading(atlas, name).body
    for document in atlas.documents:
        assert html(Sources(document, collections=str(folder)).app)
    for place in dict.fromkeys(place for claim in atlas.claims for place in claim.places):
        assert Reading(atlas, "places", place=place).body
    # A story that breaks a rule is listed with the reason.
    for asked in ({}, {"story": STORY}):
        page.tell(act="open", page="stories", **asked)
        told = asked and any(found.story for found in shelf(atlas))
        mounted = {part.proto.component_name for part in page.app.get("bidi_component")}
        assert ("atlas_story" if told else "atlas_picture") in mounted
