"""A blind audit: what is asked does not say what we answered, and scores count agreement only."""

import csv
import io
from pathlib import Path

import pytest

from flows.audit.answers import read_answers
from flows.audit.history import histories
from flows.audit.questions import coded, questions_of, words_of
from flows.audit.score import Score, history_rows, score_lines, scores, turned_round
from flows.audit.sheet import COLUMNS, RULES, Draw, drawn_claims, sheet_bytes
from flows.narrative.about import chapters
from flows.narrative.audits import read_audited, read_history
from geodata.problems import AtlasError
from geodata.vocabulary.enums import Assertion
from tests.flows.made_up import atlas_of, flow, role


@pytest.fixture
def atlas(gazetteer):
    return atlas_of(
        gazetteer,
        flow("HND~MEX", types=("child_sex_trafficking",), groups=("women", "children")),
        flow("PER~CHL", assertion=Assertion.AT_RISK),
        role("PAN"),
    )


def rows_of(atlas, **draw):
    content = sheet_bytes(atlas, Draw(**({"sample": 10, "seed": 7} | draw)))
    return list(csv.DictReader(io.StringIO(content.decode())))


def answered(atlas, rows, **changes):
    """Answer as the atlas has it, but for the changes: values by (claim, field)."""
    for row in rows:
        claim = atlas.claim(row["claim"])
        right = "yes" if row["field"] == "statement" else "|".join(sorted(coded(claim, row["field"])))
        row["answer"] = changes.get(f"{row['claim']} {row['field']}", right or "unspecified")
    return rows


def saved(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(rows)
    return path


@pytest.fixture
def score_of(atlas, tmp_path):
    def score(**changes):
        rows = answered(atlas, rows_of(atlas), **changes)
        answers = read_answers(saved(tmp_path / "audit.csv", rows), atlas)
        return {found.field: found for found in scores(answers, atlas)}, answers

    return score


def test_every_question_stands_without_its_answer(atlas):
    rows = rows_of(atlas)
    assert {row["answer"] for row in rows} == {""}
    for row in rows:
        claim = atlas.claim(row["claim"])
        assert row["words"] == " | ".join(words_of(row["field"]))
        assert row["question"] in {question.text for question in questions_of(claim)}


def test_every_question_names_the_rules_to_answer_by(atlas):
    assert {row["rules"] for row in rows_of(atlas)} == {RULES}
    rules = (Path(__file__).parents[3] / RULES).read_text(encoding="utf-8")
    assert all(f"`{name}`" in rules for name in ("types", "sectors", "settings", "assertion", "certainty"))


def test_a_passage_or_a_locator_says_where_to_look(shipped, both_collections):
    quoted = rows_of(shipped, sample=3)
    assert all("[[" in row["passage"] and row["find_by"] == "" for row in quoted)
    cited = rows_of(both_collections, sample=30, collections=("country-narratives",))
    assert all(row["passage"] == "" for row in cited)
    assert any("#:~:text=" in row["address"] and " … " in row["find_by"] for row in cited)


def test_the_same_seed_draws_the_same_claims_and_another_others(both_collections):
    def drawn(seed):
        return [claim.id for claim in drawn_claims(both_collections, Draw(sample=20, seed=seed))]

    assert drawn(7) == drawn(7) != drawn(11)
    assert len(drawn(7)) == len(set(drawn(7))) == 20 * len(both_collections.collections)


def test_who_answers_as_we_did_scores_one(score_of):
    found, answers = score_of()
    assert {score.precision for score in found.values()} == {1}
    assert "sectors" not in found, "named neither here nor there"
    assert list(score_lines(found.values(), answers))[-1] == "Directions the other way round: 0."


def test_a_whole_and_its_part_agree_partly_and_what_we_left_out_counts_against_us(score_of):
    found, _answers = score_of(
        **{
            "flow-HND-MEX types": "sex_trafficking",
            "flow-HND-MEX sectors": "mining",
            "role-PAN-source role": "transit",
        }
    )
    types, sectors, roles = found["types"], found["sectors"], found["role"]
    assert (types.yes, types.partly, types.no) == (0, 1, 0)
    assert (sectors.yes, sectors.no) == (0, 1)
    assert (roles.yes, roles.no) == (0, 1)


def test_a_parent_that_is_named_beside_its_form_counts_as_the_same(score_of):
    found, _answers = score_of(**{"flow-HND-MEX types": "sex_trafficking|child_sex_trafficking"})
    assert (found["types"].yes, found["types"].partly) == (1, 0)


def test_what_could_not_be_read_is_not_a_yes(score_of):
    found, _answers = score_of(**{"flow-PER-CHL assertion": "unread"})
    assert (found["assertion"].yes, found["assertion"].unread, found["assertion"].asked) == (2, 1, 3)
    assert found["assertion"].precision == pytest.approx(2 / 3)


def test_a_direction_that_is_turned_round_is_named(score_of):
    _found, answers = score_of(**{"flow-PER-CHL origin": "Chile", "flow-PER-CHL destination": "Peru"})
    assert turned_round(answers) == ("flow-PER-CHL",)


def test_places_and_words_are_understood_as_people_write_them(score_of):
    found, _answers = score_of(
        **{
            "flow-HND-MEX origin": "honduras",
            "flow-HND-MEX types": "Child sex trafficking",
            "role-PAN-source groups": "none",
        }
    )
    assert {score.precision for score in found.values()} == {1}


def test_a_code_comes_before_a_name_that_is_written_alike(gazetteer, tmp_path):
    atlas = atlas_of(gazetteer, flow("GUY~SUR"), role("HT-SD"))
    said = {"flow-GUY-SUR destination": "SUR", "role-HT-SD-source place": "Sud"}
    answers = read_answers(saved(tmp_path / "audit.csv", answered(atlas, rows_of(atlas), **said)), atlas)
    found = {(answer.claim.id, answer.field): answer.values for answer in answers.answers}
    assert found["flow-GUY-SUR", "destination"] == {"SUR"}
    assert found["role-HT-SD-source", "place"] == {"HT-SD"}


def test_the_interval_is_wilsons():
    score = Score(collection="c", field="types", yes=95, partly=2, no=2, unread=1)
    low, high = score.interval
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"answer": ""}, "answer is empty"),
        ({"field": "answer", "answer": "x"}, "is not asked of a flow claim"),
        ({"claim": "nobody"}, "is not in the atlas"),
        ({"answer": "perhaps"}, '"perhaps" is not a word of statement'),
        ({"seed": "8"}, "the rows are of several audits"),
    ],
)
def test_a_sheet_that_is_not_right_is_told_by_row_and_nothing_of_it_counts(atlas, tmp_path, change, told):
    rows = answered(atlas, [row for row in rows_of(atlas) if row["claim"] == "flow-HND-MEX"])
    rows[0] |= change
    with pytest.raises(AtlasError) as caught:
        read_answers(saved(tmp_path / "audit.csv", rows), atlas)
    assert told in str(caught.value)
    assert "audit.csv" in str(caught.value)


def test_a_row_that_is_gone_or_there_twice_is_told(atlas, tmp_path):
    rows = answered(atlas, [row for row in rows_of(atlas) if row["claim"] == "role-PAN-source"])
    with pytest.raises(AtlasError, match="lacks rows: statement"):
        read_answers(saved(tmp_path / "audit.csv", rows[1:]), atlas)
    with pytest.raises(AtlasError, match="already answered in row 2"):
        read_answers(saved(tmp_path / "audit.csv", [*rows, rows[0]]), atlas)


def test_the_history_keeps_each_audit_once_and_about_tells_its_scores(atlas, score_of, tmp_path):
    found, answers = score_of(**{"flow-PER-CHL origin": "Chile", "flow-PER-CHL destination": "Peru"})
    (tmp_path / "datapackage.json").write_text('{"name": "made-up"}', encoding="utf-8")
    for day in ("2026-11-27", "2026-11-28"):
        ((path, content),) = histories(history_rows(found.values(), answers, day), [tmp_path])
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    history = read_history(tmp_path)
    assert len(history) == len(found)
    assert {row["day"] for row in history} == {"2026-11-28"}
    (told,) = (chapter for chapter in chapters(atlas, [read_audited(tmp_path)]) if chapter.id == "audits")
    assert told.paragraphs[-1].endswith("1 direction was found the wrong way round.")
    assert ("types", "1.000", "1.000 (0.207 to 1.000)", "1") in told.scores[0].rows


def test_what_is_coded_is_among_the_words_to_answer_in(both_collections):
    for claim in both_collections.claims:
        for question in questions_of(claim):
            if question.words and question.field != "statement":
                assert coded(claim, question.field) <= set(question.words), (claim.id, question.field)
