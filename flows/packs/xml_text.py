"""Text that any XML can hold: signs that XML forbids are shown to have been there."""

import re

# Extensible Markup Language 1.0 (Fifth Edition), production 2, read the other way round.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAND_IN = "\ufffd"


def xml_text(text: str) -> str:
    """Return a text with a replacement character for each sign that XML forbids; all others unchanged."""
    return _FORBIDDEN.sub(_STAND_IN, text)
