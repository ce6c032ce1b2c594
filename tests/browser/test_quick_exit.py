"""The quick exit leaves neither the page nor its entry in the history."""

from playwright.sync_api import expect


def test_the_exit_replaces_the_page_and_its_history(reader):
    page = reader.page
    reader.filter("types", "Forced labor").click()
    reader.expect_link("types", "forced_labor")
    elsewhere = page.locator("[data-atlas-exit]").get_attribute("data-atlas-exit")
    asked = []

    def answer(route):
        asked.append(route.request.all_headers())
        route.fulfill(content_type="text/html", body="<title>Elsewhere</title>")

    page.route(f"{elsewhere}**", answer)
    page.locator("[data-atlas-exit]").click()
    expect(page).to_have_url(elsewhere)
    expect(page).to_have_title("Elsewhere")
    assert [headers.get("referer") for headers in asked] == [None], (
        "the other page is told where one came from"
    )
    page.go_back()
    expect(page).to_have_url("about:blank")
