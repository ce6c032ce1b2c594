"""The Sources page: documents in full, what is behind their passages, and links that lead nowhere."""

import re
from html import unescape

import pytest

from geodata.load import default_atlas
from tests.app.sources import Sources

CUBA = {"document": "tip-2024", "claims": ["tip-flow-cub-labor-export"], "anchor": "s24"}


@pytest.fixture(scope="module")
def shipped():
    """Everything that ships: the page is shown as it is."""
    return default_atlas()


@pytest.fixture(scope="module")
def first():
    """The page as it is opened without a link, for tests that change nothing."""
    return Sources()


def test_all_documents_are_listed_those_read_in_full_first(first, shipped):
    named = re.findall(r"data-reader-open=[\"']([^\"']+)", first.html)
    assert named[:2] == ["tip-2024", "crs-rl33200"]
    assert set(named) == set(shipped.documents)
    assert "Congressional Research Service · 2015 · 43 facts · everycrsreport.com" in first.seen


def test_the_first_document_is_open_with_its_coverage(first):
    assert "43 of 43 sentences coded: 2 mapped, 37 noted region-wide, 4 as background." in first.seen
    assert first.sent["key"] == "tip-2024"


def test_the_text_that_is_sent_is_the_document(first, shipped):
    text = re.sub(r"<ins>.*?</ins>", "", first.sent["text"])
    shown = unescape(re.sub(r"<[^>]*>", "", text))
    assert shown == re.sub(r"\n\s*", "", shipped.documents["tip-2024"].text)


def test_every_claim_of_the_document_can_be_picked(first, shipped):
    listed = [claim["id"] for claim in first.sent["claims"]]
    picked = {int(n) for found in re.findall(r"data-c='([\d ]+)'", first.sent["text"]) for n in found.split()}
    assert {listed[n] for n in picked} == {c.id for c in shipped.claims if c.document == "tip-2024"}


def test_one_passage_is_a_stop_of_the_tab_key(first):
    assert first.sent["text"].count("tabindex='0'") == 1


def test_what_is_framing_says_why(first):
    assert re.search(
        r"<span class='s' id='s4' title='Background, not on the map\. An opening", first.sent["text"]
    )
    # Half of this sentence is a note; the other half says for itself that it is none.
    assert re.search(r"<mark[^>]*title='Background, not on the map\. A recommendation", first.sent["text"])


def test_a_picked_passage_shows_its_claims_its_map_and_its_links():
    page = Sources().tell("picked", **CUBA)
    assert "State-sponsored forced labor is also a concern" in page.seen
    assert "Cuba → destination not named" in page.maps[0]
    assert "data-reader-link='document=tip-2024&amp;passage=s24'" in page.html
    assert "data-reader-refused='Copying is not allowed here'" in page.html
    assert "#:~:text=State%2Dsponsored%20forced%20labor%20is%20also,specifically%20Cuba" in page.html
    assert page.app.session_state["page_parameters"] == {"document": "tip-2024", "passage": "s24"}
    # The text is in view already, and is not sent anew for a pick.
    assert page.sent["passage"] is None


def test_a_claim_is_shown_on_the_map():
    page = Sources().tell("picked", **CUBA).press("show-tip-flow-cub-labor-export")
    assert page.app.session_state["focus"] == "route:CUB~"
    assert page.app.session_state["page_to_open"] == "explore"
    assert page.app.session_state["bring"] == 1


def test_a_framing_claim_leads_to_no_map_but_says_why():
    page = Sources("tip-2024", "s4")
    assert [key for key in page.keys if key.startswith("show-")] == []
    assert "Background, not on the map. An opening remark about the whole world" in page.seen


def test_closing_a_passage_leads_back_to_the_whole_document():
    page = Sources("tip-2024", "s24").press("close_passage")
    assert "close_passage" not in page.keys
    assert page.app.session_state["page_parameters"] == {"document": "tip-2024"}


def test_a_link_opens_a_passage_with_all_its_claims():
    page = Sources("crs-rl33200", "s7")
    assert page.sent["passage"]["anchor"] == "s7"
    assert len(page.sent["passage"]["claims"]) == 14
    assert len([key for key in page.keys if key.startswith("show-")]) == 6
    assert len([key for key in page.press("more-claims").keys if key.startswith("show-")]) == 14


def test_a_link_may_name_a_claim():
    page = Sources("crs-rl33200", "crs-flow-latin-america-asia")
    assert page.sent["passage"] == {"anchor": "s8", "claims": ["crs-flow-latin-america-asia"]}


def test_another_document_is_opened_from_the_list():
    page = Sources().tell("opened", document="crs-rl33200")
    assert page.app.session_state["page_parameters"] == {"document": "crs-rl33200"}
    assert page.sent["key"] == "crs-rl33200"


def test_a_word_keeps_the_documents_that_hold_it():
    page = Sources()
    page.app.text_input(key="find_source").input("haiti 2023").run()
    assert set(re.findall(r"data-reader-open='([^']+)", page.html)) == {
        "tip-2023-haiti",
        "tip-2023-haiti-factbook",
    }
    page.app.text_input(key="find_source").input("nowhere at all").run()
    assert "No document says so in its title." in page.seen


def test_a_cited_document_lists_its_facts_and_where_it_was_read():
    page = Sources("tip-2023-haiti")
    assert "2 facts, paraphrased in our own words; the text itself is not shipped." in page.seen
    assert "href='https://www.state.gov/reports/2023-trafficking-in-persons-report/haiti'" in page.html
    assert [key for key in page.keys if key.startswith("show-")] == ["show-cn-0351", "show-cn-0364"]
    assert page.sent == {"key": "", "text": ""}


def test_an_unknown_document_leads_to_the_nearest():
    page = Sources("tip-2023-hayti")
    assert "The atlas has no document “tip-2023-hayti”." in page.seen
    page.press("nearest_document")
    assert page.app.session_state["page_parameters"] == {"document": "tip-2023-haiti"}


def test_an_unknown_passage_leads_to_the_nearest():
    page = Sources("tip-2024", "s99")
    assert "This document has no passage “s99”." in page.seen
    assert page.sent["passage"] is None
    assert page.press("nearest_passage").sent["passage"]["anchor"] == "s46"


def test_a_cited_document_has_no_passages():
    assert "“s1” leads nowhere here" in Sources("tip-2023-haiti", "s1").seen


def test_what_the_filters_leave_out_is_faint_and_can_be_brought_back():
    page = Sources()
    page.app.session_state["types"] = ["child_soldiering"]
    page.app.run()
    assert len(page.sent["off"]) == 67
    assert "The filters leave out 67 of its claims. Their passages are underlined only." in page.seen
    page.tell("picked", **CUBA).press("show-tip-flow-cub-labor-export")
    assert page.app.session_state["types"] == []
    assert page.app.session_state["focus"] == "route:CUB~"


def test_what_the_reader_folds_away_is_veiled():
    page = Sources()
    assert page.sent["veiled"] == []
    page.app.session_state["fold_children"] = True
    page.app.run()
    veiled = {page.sent["claims"][n]["id"] for n in page.sent["veiled"]}
    assert "tip-note-child-sex-trafficking" in veiled


@pytest.mark.parametrize("ident", ["<b>x</b>", "'><script>alert(1)</script>", "\"onload='x'", "%00"])
def test_odd_links_are_shown_as_text(ident):
    page = Sources(ident, ident)
    assert "<script>" not in page.html
    assert "<b>x" not in page.html
