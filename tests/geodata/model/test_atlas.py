import gc
import weakref
from collections import Counter
from dataclasses import replace

from geodata.model.claims import FlowClaim
from geodata.vocabulary.enums import Role


def test_nine_claims_of_four_kinds(nine):
    assert Counter(claim.kind for claim in nine.claims) == {"role": 2, "flow": 4, "hotspot": 1, "context": 2}


def test_an_empty_cell_means_that_nothing_is_named(nine):
    claim = nine.claim("role-mex-destination")
    assert (claim.types, claim.sectors, claim.groups) == (("unspecified",),) * 3
    assert claim.settings == ()


def test_a_claim_is_found_by_its_id(nine):
    assert nine.claim("role-mex-source").role is Role.SOURCE
    assert nine.claim("nobody") is None


def test_transit_stops_stand_between_the_ends(nine):
    flow = nine.claim("flow-gtm-mex-usa")
    assert flow.stops == ("GTM", "MEX", "USA")
    assert flow.route == "GTM~MEX~USA"


def test_internal_trafficking_names_one_place(nine):
    flow = nine.claim("flow-mex-mex")
    assert flow.route == "MEX~MEX"
    assert flow.places == ("MEX",)


def test_an_end_that_is_not_named_stays_empty(nine):
    flow = nine.claim("flow-mex-mex")
    stub = FlowClaim(**{f: getattr(flow, f) for f in COMMON}, origin="CUB")
    assert (stub.route, stub.places) == ("CUB~", ("CUB",))


def test_a_quoted_claim_holds_the_words_of_its_document(nine):
    for claim in nine.claims:
        if passage := claim.passage:
            assert nine.documents[passage.document].text[passage.start : passage.end] == passage.quote
    assert nine.claim("role-mex-source").passage is None


def test_coverage_counts_every_sentence_once(nine):
    coverage = nine.coverage("notice-2020")
    assert (coverage.sentences, coverage.mapped, coverage.noted, coverage.framing) == (8, 5, 1, 1)
    document = nine.documents["notice-2020"]
    assert [document.passage_of(s) for s in coverage.uncovered] == ["Nobody knows how many."]


def test_a_cited_document_has_no_sentences_to_cover(nine):
    assert nine.coverage("study-2021").sentences == 0


def test_what_is_derived_is_made_once_for_each_atlas_and_what_it_was_asked(nine):
    made = []

    def count(atlas, *asked):
        made.append(asked)
        return len(atlas.claims)

    assert [nine.derived(count), nine.derived(count), nine.derived(count, "en")] == [9, 9, 9]
    assert made == [(), ("en",)]
    other = replace(nine, claims=nine.claims[:4])
    assert other.derived(count) == 4


def test_what_is_derived_goes_with_its_atlas(nine):
    class Made:
        def __init__(self, atlas):
            self.atlas = atlas

    brief = replace(nine)
    made = weakref.ref(brief.derived(Made))
    assert made() is not None
    del brief
    gc.collect()
    assert made() is None


COMMON = (
    *("id", "collection", "document", "types", "sectors", "settings", "groups", "assertion", "certainty"),
    *("access", "year", "statement"),
)
