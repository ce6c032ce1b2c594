from flows.query.selection import FACETS, Selection


def test_nothing_chosen_restricts_nothing():
    assert Selection().active() == ()
    assert all(Selection().chosen(facet) == frozenset() for facet in FACETS)


def test_active_facets_come_in_the_order_of_the_filters_and_years_last():
    selection = Selection.from_values({"places": ["MEX"], "types": ["forced_labor"]}, years=(2013, 2020))
    assert selection.active() == ("types", "places", "years")


def test_loosening_one_facet_leaves_the_others():
    selection = Selection.from_values({"types": ["forced_labor"], "roles": ["source"]}, years=(2013, 2013))
    assert selection.without("types") == Selection.from_values({"roles": ["source"]}, years=(2013, 2013))
    assert selection.without("years").active() == ("types", "roles")


def test_the_order_of_choosing_does_not_matter():
    one = Selection.from_values({"groups": ["women", "men"]})
    other = Selection.from_values({"groups": ["men", "women"], "types": []})
    assert one == other
    assert hash(one) == hash(other)
