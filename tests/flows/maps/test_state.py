import base64
import json

from hypothesis import given
from hypothesis import strategies as st

from flows.maps.state import ALPHABET, HIDDEN, THIN_DOTS, bits, look
from flows.scene.scales import FAMILIES, WIDTH_STEPS

WIDTHS = range(len(WIDTH_STEPS) + 1)


def test_every_look_has_a_character_of_its_own():
    looks = [
        look(width, family, hedged=hedged) for width in WIDTHS for family in FAMILIES for hedged in (0, 1)
    ]
    assert "".join(looks) == ALPHABET
    assert len(set(ALPHABET)) == len(looks) == 56
    assert len(WIDTH_STEPS) == THIN_DOTS


def test_characters_travel_as_one_byte():
    assert HIDDEN not in ALPHABET
    assert all(json.dumps(char) == f'"{char}"' for char in ALPHABET + HIDDEN)
    assert (ALPHABET + HIDDEN).isprintable()
    assert ALPHABET.isascii()


@given(st.frozensets(st.integers(min_value=0, max_value=299)))
def test_bits_are_read_back_first_mark_first(positions):
    packed = base64.b64decode(bits(positions, 300))
    assert len(packed) == 38
    assert {i for i in range(300) if packed[i >> 3] >> (7 - (i & 7)) & 1} == positions
