"""Reset loosens everything at once, and can be taken back."""


def test_reset_and_undo(page):
    page.choose("types", "forced_labor").choose("places", "CUB")
    page.app.slider(key="years_range").set_value((2024, 2024))
    link = page.run().sent["link"]
    assert link == "types=forced_labor&places=CUB&years=2024-2024"
    page.press("reset")
    assert page.asked.startswith("The Western Hemisphere, all forms: 14 routes")
    assert page.sent["link"] == ""
    assert page.app.slider(key="years_range").value == (2013, 2024)
    page.press("undo_reset")
    assert page.sent["link"] == link
    assert page.app.button_group(key="types").value == ["forced_labor"]
    assert "undo_reset" not in page.keys


def test_there_is_nothing_to_reset_at_first(page):
    assert page.app.button(key="reset").disabled
    assert "undo_reset" not in page.keys
    assert not page.choose("roles", "source").app.button(key="reset").disabled


def test_reset_lets_go_of_the_focus_and_undo_brings_it_back(page):
    page.tell(act="focus", focus="country:MEX").choose("types", "unspecified").press("reset")
    assert page.sent["command"]["focus"] == ""
    assert page.press("undo_reset").sent["command"]["focus"] == "country:MEX"
