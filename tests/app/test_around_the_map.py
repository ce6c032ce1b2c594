"""What stands around the map: whose words these are, what marks mean, and where help is."""


def test_the_documents_and_their_years_are_named(steady):
    assert steady.lines("standing") == [
        "What U.S. government documents of 2015 and 2024 say, not a count of people or of crimes."
    ]


def test_the_marks_are_explained_in_one_line(steady):
    (line,) = steady.lines("caveat")
    assert "wider means more documents" in line
    assert "not how many people" in line


def test_help_is_always_at_hand(steady):
    (line,) = steady.lines("help")
    assert "local emergency number" in line
    assert "1-888-373-7888" in line
    assert "233733" in line


def test_the_quick_exit_and_the_link_are_above_everything(steady):
    head = next(body for body in steady.html if "<h1>" in body)
    assert "data-atlas-exit" in head
    assert "data-atlas-share" in head
    assert "data-atlas-refused='Not copied'" in head


def test_the_content_note_stands_with_its_switch_and_stays(page):
    label = page.app.toggle(key="fold_children").label
    assert label.startswith("These documents speak of violence and exploitation, also of children.")
    assert label.endswith("Fold away evidence about sexual exploitation of children")
    page.app.toggle(key="fold_children").set_value(True)
    page.run()
    assert page.choose("types", "forced_labor").app.toggle(key="fold_children").label == label
    assert page.app.toggle(key="fold_children").value is True
