"""Names of files, sheets and columns: alike whatever their case, spaces and invisible signs."""

import unicodedata
from collections.abc import Iterable

from geodata.name_index import NameIndex
from geodata.problems import INVISIBLE

# What stands between the words of a name.
_BETWEEN = "_-"
# What an author keeps for themselves begins with this, as does what the atlas may leave aside.
OWN = "_"
# What operating systems and editors put beside the files that one sees.
_SIDE_STARTS = ("._", "~$", ".~", "~")
_SIDE_ENDS = ("~", ".swp", ".tmp", ".bak", ".crdownload", ".part")
_SIDE_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "icon\r", "lost+found"})


def fold_name(name: str) -> str:
    """Return a name without case, white space, invisible signs and what joins its words."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in plain if not (sign.isspace() or sign in _BETWEEN or sign in INVISIBLE))


def known_name(name: str, known: Iterable[str]) -> str:
    """Return the one of some known names that is meant, or "" where it is none of them."""
    folded = fold_name(name)
    return next((other for other in known if fold_name(other) == folded), "")


def closest_remedy(name: str, known: Iterable[str], what: str) -> str:
    """Name the known name that is most like one that is not known, or all of them."""
    names = list(known)
    like = NameIndex((other, (other,)) for other in names).closest(name)
    return f'Closest: "{like}".' if like else f"Known {what}: {', '.join(names)}."


def is_side_file(name: str) -> bool:
    """Tell whether a file or folder is of an operating system or an editor, not of an author."""
    plain = name.casefold()
    hidden = plain.startswith(".") and plain not in {".", ".."}
    return hidden or plain in _SIDE_NAMES or plain.startswith(_SIDE_STARTS) or plain.endswith(_SIDE_ENDS)
