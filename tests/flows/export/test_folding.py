"""What is folded away stays out of files: no words of it in any, and each says so."""

import csv
import io
import zipfile

import openpyxl
import pytest

from flows.export.folding import fold_words
from flows.export.formats import FORMATS, SOURCE_LISTS
from flows.export.readable import READABLE
from flows.export.stamp import stamp_of
from flows.query.folding import can_fold
from flows.query.selection import Selection
from flows.scene.scene import compose
from tests.flows.export.conftest import DAY

HOLDING_CLAIMS = [name for name in FORMATS if name not in SOURCE_LISTS]


@pytest.fixture(scope="module")
def folded(whole):
    scene = compose(whole, Selection())
    return fold_words(scene, stamp_of(whole, scene, DAY))


def words_of(atlas):
    """Return statements, quotations and words to find them by, of the claims that fold."""
    for claim in filter(can_fold, atlas.claims):
        yield from (claim.statement, claim.locator_start, claim.locator_end)
        yield claim.passage.quote if claim.passage else ""


def text_of(content, name):
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)
    return content.decode(errors="ignore")


@pytest.mark.parametrize("name", [name for name in HOLDING_CLAIMS if not FORMATS[name].whole])
def test_no_file_holds_the_words_of_what_is_folded_away(whole, folded, name):
    scene, stamp = folded
    text = text_of(FORMATS[name].write(whole, scene, stamp), name)
    # Words that a claim which does not fold has too are no leak.
    others = [claim for claim in whole.claims if not can_fold(claim)]
    said_too = "\n".join(f"{c.statement}\n{c.passage.quote if c.passage else ''}" for c in others)
    leaked = {words for words in words_of(whole) if words and words in text and words not in said_too}
    assert not {words for words in leaked if len(words.split()) > 5}
    assert "are folded away" in text


def test_only_a_format_that_holds_whole_texts_cannot_fold(whole):
    assert [name for name in FORMATS if FORMATS[name].whole] == ["datapackage"]
    scene = compose(whole, Selection())
    content = FORMATS["datapackage"].write(whole, scene, stamp_of(whole, scene, DAY))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert any(path.endswith(".txt") and "documents/" in path for path in archive.namelist())


def test_what_is_coded_of_a_folded_claim_stays(whole, folded):
    scene, stamp = folded
    assert [claim.id for claim in scene.claims] == [claim.id for claim in whole.claims]
    for claim, other in zip(whole.claims, scene.claims, strict=True):
        assert (claim == other) is not can_fold(claim)
        assert (claim.types, claim.places, claim.year) == (other.types, other.places, other.year)
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(whole, scene, stamp).decode(), newline="")))
    told = next(row for row in rows if "child_sex_trafficking" in row["types"])
    assert told["statement"] == "[folded away: evidence about the sexual exploitation of children]"
    assert told["quote"] == ""
    assert told["document"]


def test_a_workbook_with_folded_words_has_no_texts_and_no_citation_that_quotes(whole, folded):
    scene, stamp = folded
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(whole, scene, stamp)))
    assert [book[name].max_row for name in ("texts", "sentences", "editorial")] == [1, 1, 1]
    citation = READABLE.index("citation")
    rows = list(book["readable"].iter_rows(min_row=2, values_only=True))
    folded_rows = [row for row in rows if "[folded away" in row[READABLE.index("statement")]]
    assert len(folded_rows) == sum(map(can_fold, whole.claims))
    assert not [row for row in folded_rows if "“" in row[citation]]


def test_where_nothing_folds_scene_and_stamp_are_as_they_were(nine):
    scene = compose(nine, Selection())
    stamp = stamp_of(nine, scene, DAY)
    assert fold_words(scene, stamp) == (scene, stamp)
    assert "folded" not in stamp.entries()
