"""The colours of the atlas, read from `assets/palette.toml`, the one place that writes a colour down."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

Theme = Literal["light", "dark"]

PALETTE_FILE = Path(__file__).parents[1] / "assets" / "palette.toml"

# One notation only, so that a check by search finds every colour.
HEX_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Hold the colours of both themes under the same keys, as `#RRGGBB`, and the strength of dimmed marks."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    dimmed: float

    def of(self, theme: Theme) -> Mapping[str, str]:
        """Return the colours of one theme by key, such as `water`, `role` or `type_labor`."""
        return self.light if theme == "light" else self.dark


@cache
def read_palette(path: Path = PALETTE_FILE) -> Palette:
    """Read the palette.

    Raises `ValueError` with one sentence for every key that only one theme has, every colour that is not
    written `#RRGGBB`, and a dimming that is not between 0 and 1.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    problems = [*_unmatched_keys(tables), *_odd_colours(tables)]
    dimmed = float(tables["opacity"]["dimmed"])
    if not 0 < dimmed < 1:
        problems.append(f"[opacity]: dimmed is {dimmed}. Write a number between 0 and 1.")
    if problems:
        raise ValueError("\n".join(f"{path.name}, {problem}" for problem in problems))
    themes = {theme: MappingProxyType(tables[theme]) for theme in get_args(Theme)}
    return Palette(light=themes["light"], dark=themes["dark"], dimmed=dimmed)


def css_variables(theme: Theme, palette: Palette | None = None) -> str:
    """Write one theme as CSS declarations, `type_sex` becoming `--atlas-type-sex: #7B1C76;`."""
    palette = palette or read_palette()
    lines = [f"--atlas-{key.replace('_', '-')}: {colour};" for key, colour in palette.of(theme).items()]
    return "\n".join([*lines, f"--atlas-dimmed: {palette.dimmed};"])


def css_variables_of_both(palette: Palette | None = None) -> str:
    """Write both themes at once: each variable takes the colour of the theme in which it is used.

    CSS `light-dark()` follows the `color-scheme` of the element, which Streamlit sets with its theme.
    """
    palette = palette or read_palette()
    lines = (
        f"--atlas-{key.replace('_', '-')}: light-dark({colour}, {palette.dark[key]});"
        for key, colour in palette.light.items()
    )
    return "\n".join([*lines, f"--atlas-dimmed: {palette.dimmed};"])


def _unmatched_keys(tables: Mapping[str, Any]) -> list[str]:
    return [
        f"[{theme}]: {key} has no colour, though the other theme has one. Add it."
        for theme, other in (("light", "dark"), ("dark", "light"))
        for key in tables[other]
        if key not in tables[theme]
    ]


def _odd_colours(tables: Mapping[str, Any]) -> list[str]:
    return [
        f'[{theme}]: {key} = "{colour}" is not a colour of the form #RRGGBB, in capitals.'
        for theme in get_args(Theme)
        for key, colour in tables[theme].items()
        if not HEX_COLOUR.fullmatch(str(colour))
    ]
