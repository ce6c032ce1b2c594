"""Back and Forward bring the address of another step, which the session takes."""

FORCED = {"types": "forced_labor", "focus": "country:CUB"}


def come_back(page, step, **link):
    """Run the page as Streamlit does on Back: with the address of that entry."""
    page.app.query_params.clear()
    for name, value in {**link, "step": step}.items():
        page.app.query_params[name] = value
    return page.run()


def test_a_step_back_asks_what_its_address_says(page):
    page.choose("types", "unspecified")
    come_back(page, "1", **FORCED)
    assert page.sent["link"] == "types=forced_labor&focus=country:CUB"
    assert page.app.button_group(key="types").value == ["forced_labor"]
    assert page.sent["command"]["heard"] == 1
    come_back(page, "2")
    assert page.sent["link"] == ""
    assert page.lines("notice") == []


def test_a_press_after_it_stands_though_the_address_still_names_the_step(page):
    come_back(page, "1", **FORCED)
    page.choose("types", "unspecified")
    assert page.app.button_group(key="types").value == ["unspecified"]
    page.tell(act="focus", focus="country:MEX").choose("sectors", "unspecified")
    assert page.sent["link"] == "types=unspecified&sectors=unspecified&focus=country:MEX"


def test_a_page_that_is_loaded_anew_on_the_way_counts_its_acts_from_one(page_at):
    page = page_at("types=forced_labor&step=57")
    assert page.sent["link"] == "types=forced_labor"
    assert page.lines("notice") == []
    page.tell(act="focus", focus="country:CUB")
    page.choose("types")
    assert page.sent["link"] == "focus=country:CUB"


def test_a_number_that_is_none_changes_nothing(page):
    page.choose("types", "forced_labor")
    for step in ("", "0", "-1", "1e3", "٣", "9" * 40, "one"):
        come_back(page, step)
        assert page.sent["link"] == "types=forced_labor"


def test_what_no_run_could_tell_of_is_taken_as_an_act(page):
    page.choose("types", "unspecified")
    page.tell(act="return", link="types=forced_labor&view=-60,0,4", page="")
    assert page.sent["link"] == "types=forced_labor"
    page.tell(act="return", link="places=CUB", page="nowhere")
    assert page.sent["link"] == "places=CUB"
