"""Streamlit wears the palette's colours, asks no outside host and shows no reader a traceback."""

import tomllib
from typing import get_args

from streamlit import config

from flows.palette import Theme, read_palette
from tests.architecture.tree import ROOT

SETTINGS = ROOT / ".streamlit" / "config.toml"
# Which colour of ours Streamlit uses for what.
WORN = {
    "primaryColor": "accent",
    "backgroundColor": "surface",
    "secondaryBackgroundColor": "surface_sunken",
    "textColor": "ink",
    "linkColor": "accent",
    "borderColor": "hairline",
}


def mismatches(settings):
    """List the theme colours that are not the palette's, or of which the palette knows nothing."""
    return [
        f"{theme}: {option} is {colour}"
        for theme in get_args(Theme)
        for option, colour in settings["theme"][theme].items()
        if colour != read_palette().of(theme)[WORN[option]]
    ]


def read_settings():
    return tomllib.loads(SETTINGS.read_text(encoding="utf-8"))


def test_both_themes_wear_the_palette():
    settings = read_settings()
    assert mismatches(settings) == []
    assert all(settings["theme"][theme].keys() == WORN.keys() for theme in get_args(Theme))


def test_a_planted_colour_is_caught():
    settings = read_settings()
    settings["theme"]["dark"]["textColor"] = "#FF0000"
    assert mismatches(settings) == ["dark: textColor is #FF0000"]


def test_no_outside_host_is_asked_and_no_traceback_shown():
    settings = read_settings()
    assert settings["server"]["address"]
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"


def test_streamlit_knows_every_setting():
    known = config.get_config_options()
    written = {
        f"{section}.{option}" for section, options in read_settings().items() for option in _flat(options)
    }
    assert written - set(known) == set()


def _flat(options):
    for name, value in options.items():
        yield from (f"{name}.{inner}" for inner in value) if isinstance(value, dict) else (name,)
