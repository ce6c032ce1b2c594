from flows.narrative.citations import full_citation, short_citation


def test_a_citation_names_author_year_title_publisher_words_and_claim(nine):
    assert full_citation(nine, nine.claim("flow-mex-mex")) == (
        "The Notice Office (2020). A notice on trafficking. “Children are trafficked within Mexico.” "
        "Claim flow-mex-mex of the trafficking flows atlas."
    )


def test_our_own_words_are_said_to_be_ours(nine):
    assert full_citation(nine, nine.claim("role-mex-source")) == (
        "A. Student (2021). A study of cases. The University. https://example.org/study "
        "Paraphrased: Victims from Mexico were identified. "
        "Claim role-mex-source of the trafficking flows atlas."
    )


def test_a_citation_of_the_shipped_text_can_be_followed(shipped):
    citation = full_citation(shipped, shipped.claim("crs-flow-latin-america-europe"))
    assert citation.startswith("Clare Ribando Seelke (2015). Trafficking in Persons in Latin America")
    assert "https://www.everycrsreport.com/reports/RL33200.html" in citation
    assert "“Smaller numbers of Latin American TIP victims are trafficked to Europe and Asia.”" in citation


def test_the_year_spoken_of_is_given_where_it_is_not_that_of_the_document(shipped):
    old, new = shipped.claim("crs-flow-mex-usa-2013"), shipped.claim("crs-flow-latin-america-usa")
    document = shipped.documents["crs-rl33200"]
    assert short_citation(document, old).endswith(", 2015 (speaks of 2013)")
    assert short_citation(document, new).endswith(", 2015")
