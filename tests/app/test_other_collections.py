"""The page stands on whatever collections are loaded."""

from tests.flows.made_up import atlas_of, document, flow, hotspot


def options(page, key):
    return page.app.multiselect(key=key).options


def test_the_nine_claims(page_on, nine):
    page = page_on(nine)
    assert page.asked.startswith("The Western Hemisphere, all forms: 3 routes, 1 hotspot, 2 country roles")
    assert len(page.cards) == 6
    page.choose("documents", "study-2021")
    assert page.cards == ["flow-hnd-mex-study", "role-mex-source"]


def test_places_and_documents_of_one_name_can_be_told_apart_and_chosen(page_on, gazetteer):
    papers = [document(ident, title="The report") for ident in ("one-2020", "two-2020")]
    claims = (
        hotspot("GTM", id="country", document="one-2020"),
        hotspot("GT-01", id="unit", document="two-2020"),
        flow("HND~MEX", document="two-2020"),
    )
    page = page_on(atlas_of(gazetteer, *claims, documents=tuple(papers)))
    for key in ("places", "documents"):
        assert len(set(options(page, key))) == len(options(page, key))
    assert page.choose("places", "GTM").cards == ["country", "unit"]
    assert page.choose("places", "GT-01").cards == ["unit"]
    assert page.choose("places").choose("documents", "one-2020").cards == ["country"]


def test_forms_stand_under_the_first_of_their_parents(page_on, gazetteer):
    forms = ("debt_bondage", "sex_trafficking", "forced_labor", "child_sex_trafficking", "child_soldiering")
    page = page_on(atlas_of(gazetteer, *(flow("HND~MEX", id=form, types=(form,)) for form in forms)))
    labels = [option.partition(" :")[0] for option in page.app.button_group(key="types").options]
    assert labels == [
        "Sex trafficking",
        "Child sex trafficking",
        "Forced labor",
        "Debt bondage",
        "Child soldiering",
    ]


def test_one_year_needs_no_slider(page_on, gazetteer):
    page = page_on(atlas_of(gazetteer, flow("HND~MEX", year=2020)))
    assert [slider.key for slider in page.app.slider] == []
    assert page.cards == ["flow-HND-MEX"]


def test_a_collection_without_claims_is_an_empty_page(page_on, gazetteer):
    page = page_on(atlas_of(gazetteer))
    assert page.title == "Nothing to show"
    assert page.cards == []


def test_routes_of_one_document_fold_when_there_are_many(page_on, gazetteer):
    origins = [place.id for place in gazetteer if place.americas and place.id != "MEX"][:20]
    page = page_on(atlas_of(gazetteer, *(flow(f"{origin}~MEX") for origin in origins)))
    (overview,) = [body for body in page.html if "<h3>Routes" in body]
    assert "<h3>Routes <span>20</span></h3>" in overview
    assert "<summary>8 more</summary>" in overview
