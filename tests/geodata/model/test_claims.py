"""Each kind of claim knows where it is written, what it is called and when its turn is."""

from geodata.model.claims import CLAIM_KINDS, Claim
from geodata.schema.columns import CLAIM_TABLES, COLUMNS


def test_the_list_of_kinds_is_whole():
    names = {kind.__name__ for kind in Claim.__subclasses__()}
    assert {kind.__name__ for kind in CLAIM_KINDS} == names


def test_each_kind_has_a_table_of_the_schema_in_its_order():
    assert tuple(kind.table for kind in CLAIM_KINDS) == CLAIM_TABLES
    assert all(kind.table in COLUMNS for kind in CLAIM_KINDS)


def test_no_two_kinds_share_a_name_a_word_or_a_turn():
    for attribute in ("kind", "label", "plural", "order"):
        values = [getattr(kind, attribute) for kind in CLAIM_KINDS]
        assert all(values)
        assert len(set(values)) == len(values)
