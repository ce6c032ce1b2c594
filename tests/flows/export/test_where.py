import pytest

from flows.export.where import read_where
from flows.query.selection import Selection
from geodata.problems import AtlasError


@pytest.mark.parametrize("text", ["", "?"])
def test_no_filter_asks_for_everything(nine, text):
    assert read_where(text, nine) == Selection()


def test_filters_are_those_of_the_link(nine):
    asked = "?types=forced_labor|forced_begging&places=MEX&documents=notice-2020&collections=nine&years=2020"
    assert read_where(asked, nine) == Selection(
        types=frozenset({"forced_labor", "forced_begging"}),
        places=frozenset({"MEX"}),
        documents=frozenset({"notice-2020"}),
        collections=frozenset({"nine"}),
        years=(2020, 2020),
    )


def test_words_are_read_as_on_the_page(nine):
    assert read_where('words=Gold  mining|"Forced Labor"', nine) == Selection(
        words=frozenset({"gold mining", '"forced labor"'})
    )


def test_values_may_be_escaped_or_given_one_by_one(nine):
    same = {read_where(text, nine) for text in ("types=other%7Cunspecified", "types=other&types=unspecified")}
    assert same == {Selection(types=frozenset({"other", "unspecified"}))}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour=red", '"colour" is not a filter. Known filters: types, sectors, settings, roles, groups,'),
        ("focus=country:MEX", '"focus" is not a filter.'),
        ("forced_labor", '"forced_labor" is not a filter.'),
        ("types=forced_labour", '"forced_labour" is not a known value of types. Closest: "forced_labor".'),
        ("places=Burma", '"Burma" is not a known value of places. Closest: "Myanmar" (MMR).'),
        ("documents=notice", '"notice" is not a known value of documents. Closest: "notice-2020".'),
        ("sectors=", "sectors has no value. Write sectors=… or leave it out."),
        ("sectors", "sectors has no value."),
        ("words=*", '"*" is no search in words. Write words or a phrase in quotation marks, of 200 letters'),
        ("years=last", 'years "last" is not a range of years. Write one year or two: years=2013-2024.'),
        ("years=2020&years=2021", 'years "2020|2021" is not a range of years.'),
        (
            "certainty=<script>",
            '"<script>" is not a known value of certainty. Known: stated, reported, inferred.',
        ),
    ],
)
def test_what_is_not_known_is_named_with_the_remedy(nine, text, sentence):
    with pytest.raises(AtlasError) as refused:
        read_where(text, nine)
    assert str(refused.value).startswith(f"--where: {sentence}")


def test_everything_that_is_not_known_is_named_at_once(nine):
    with pytest.raises(AtlasError) as refused:
        read_where("types=sex&colour=red&types=forced_labor&size=1", nine)
    assert [problem.value for problem in refused.value.problems] == ["colour", "size", "sex"]
