"""Years that a source cannot speak of, and points far from their country, are named by check."""

from pathlib import Path

import pytest

from geodata.load import check

DOCUMENTS = (
    "id,title,author,publisher,year,url,licence,language,evidence_kind,sha256,note\n"
    "report,Report,A,B,{year},https://example.org/,C,en,cited,,\n"
)
ROLES = (
    "id,document,place,role,types,sectors,settings,groups,assertion,certainty,access,year,statement,quote,"
    "prefix,suffix\nrole-1,report,PRY,source,,,,,described,stated,official_copy,{year},Said.,,,\n"
)
PLACES = "id,name,kind,members,rule,lon,lat\nrivers,Rivers,area,{members},,{lon},{lat}\n"


def problems(
    folder: Path, *, document: str = "2019", claim: str = "2019", point: str = "-57.8,-24.5"
) -> list[str]:
    lon, lat = point.split(",")
    (folder / "datapackage.json").write_text('{"name": "made-up", "title": "Made up"}', encoding="utf-8")
    (folder / "documents.csv").write_text(DOCUMENTS.format(year=document), encoding="utf-8")
    (folder / "roles.csv").write_text(ROLES.format(year=claim), encoding="utf-8")
    (folder / "places.csv").write_text(PLACES.format(members="PRY", lon=lon, lat=lat), encoding="utf-8")
    return [problem.sentence() for problem in check([folder])[0]]


def test_a_year_that_its_document_knows_and_a_point_in_its_country_pass(tmp_path: Path):
    assert problems(tmp_path, claim="2013") == []


def test_a_claim_cannot_speak_of_a_year_after_its_document(tmp_path: Path):
    (problem,) = problems(tmp_path, claim="2020")
    assert 'roles.csv, row 2: year 2020 comes after document "report", which is of 2019.' in problem


def test_a_document_cannot_come_from_the_future(tmp_path: Path):
    (problem,) = problems(tmp_path, document="2099")
    assert "documents.csv, row 2: year 2099 is still to come." in problem


@pytest.mark.parametrize("point", ["57.8,-24.5", "-24.5,-57.8", "-57.8,24.5"])
def test_a_point_that_lost_a_sign_or_was_swapped_is_named_with_its_country(tmp_path: Path, point: str):
    (problem,) = problems(tmp_path, point=point)
    assert "places.csv, row 2: lon, lat" in problem
    assert "degrees outside Paraguay (PRY)." in problem


def test_a_point_just_off_the_coast_or_border_is_near_enough(tmp_path: Path):
    assert problems(tmp_path, point="-57.0,-24.0") == []
    assert problems(tmp_path, point="-63.5,-22.0") == []


def test_everything_wrong_is_named_at_once(tmp_path: Path):
    assert len(problems(tmp_path, document="2099", claim="2100", point="57.8,-24.5")) == 3
