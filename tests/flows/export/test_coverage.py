from flows.export.coverage import coverage_lines


def test_the_nine_claims_leave_one_sentence_and_cite_one_document(nine):
    assert list(coverage_lines(nine)) == [
        (
            "notice-2020: 7 of 8 sentences coded: 5 mapped, 1 noted region-wide, 1 framing; "
            "the first that is not coded begins at character 411"
        ),
        "study-2021: cited without its text: 2 claims",
        "9 claims: 2 role, 4 flow, 1 hotspot, 2 context",
    ]
    assert nine.documents["notice-2020"].text[411:].startswith("Nobody knows how many.")


def test_both_shipped_documents_are_coded_whole(shipped):
    tip, crs, counts = coverage_lines(shipped)
    assert tip == "tip-2024: 43 of 43 sentences coded: 2 mapped, 37 noted region-wide, 4 framing"
    assert crs == "crs-rl33200: 18 of 18 sentences coded: 7 mapped, 7 noted region-wide, 4 framing"
    assert counts == "111 claims: 14 role, 15 flow, 1 hotspot, 80 context, 1 ranking"
