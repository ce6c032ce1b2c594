"""The atlas with one of its tricks left out: what replaces it, and the measure on which that can tell.

Nothing of this is in the atlas itself. Python's tricks are replaced before the app is imported
(`apps/left_out/sitecustomize.py`), those of the map's script in its text before it is bundled.
"""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import streamlit as st

MAP_SCRIPT = "BENCHMARK_MAP_SCRIPT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trick:
    """One trick: its name, the measures of `tests.benchmarks.ablation` that it is tried on, and how it goes.

    ``leave_out`` replaces Python; ``script`` is a module of the map with the texts to replace in it.
    """

    name: str
    measures: tuple[str, ...]
    leave_out: Callable[[], None] | None = None
    script: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def _no_push_channel() -> None:
    from flows.push_channel import PushChannel

    def publish(self: PushChannel, _place: str, _content: object) -> int:
        self._published += 1
        return self._published

    PushChannel.publish = publish


def _html_by_streamlit() -> None:
    from flows.ui import push_html

    push_html.push_html = lambda _place, html: st.html(html)


def _no_fragment() -> None:
    st.fragment = lambda function: function


class _Unfolded:
    """An expander that says that it is open, whatever the reader sees."""

    open = True

    def __init__(self, expander: AbstractContextManager[object]) -> None:
        self._expander = expander

    def __enter__(self) -> object:
        return self._expander.__enter__()

    def __exit__(self, *raised: object) -> object:
        return self._expander.__exit__(*raised)


def _more_filters_always_made() -> None:
    expander = st.expander
    st.expander = lambda *words, **how: _Unfolded(expander(*words, **how))


def _line_ends_in_templates() -> None:
    from flows import templates

    templates._OneLine.preprocess = lambda _self, source, *_names: source


def _nothing_frozen() -> None:
    from flows.web import warm_up

    warm_up.freeze_startup_objects = lambda: None


def _nothing_warm() -> None:
    from flows.web import warm_up

    warm_up.run_steps = lambda _steps: warm_up.freeze_startup_objects()


def _no_scene_kept() -> None:
    from flows.scene import scene

    class Forgetful:
        def get(self, _key: object, make: Callable[[], object]) -> object:
            return make()

    scene._scenes = lambda _atlas: Forgetful()


def _page_by_folium() -> None:
    from flows.maps import frame_template

    frame_template._page = cache(frame_template.make_template)


def _changed_page(change: Callable[[str], str]) -> Callable[[], None]:
    def leave_out() -> None:
        from flows.maps import frame_template

        page = frame_template._page
        frame_template._page = cache(lambda: change(page()))

    return leave_out


def _two_scripts() -> None:
    from flows.web import routes

    leaflet = '<script src="../assets/vendor/leaflet.js"></script>'
    _changed_page(lambda page: page.replace("<script src=", f"{leaflet}<script src=", 1))()
    routes.FILES = tuple(file for file in routes.FILES if "leaflet" not in file)


def _without_preloads(page: str) -> str:
    return "".join(
        part if not number else part.partition(">")[2]
        for number, part in enumerate(page.split('<link rel="preload"'))
    )


TRICKS = (
    Trick(
        name="the map answers a press by itself",
        measures=("map, 50 routes",),
        script="page.js",
        texts={"layer?.ask({ [facet]: values });": "void [facet, values];"},
    ),
    Trick(name="the push channel", measures=("story", "matrix", "panel"), leave_out=_no_push_channel),
    Trick(
        name="a component of ours instead of st.html",
        measures=("story", "panel"),
        leave_out=_html_by_streamlit,
    ),
    Trick(name="a focus runs a fragment", measures=("story", "server: story"), leave_out=_no_fragment),
    Trick(
        name="further filters are made when they are open",
        measures=("panel", "server: panel"),
        leave_out=_more_filters_always_made,
    ),
    Trick(name="templates without line ends", measures=("panel",), leave_out=_line_ends_in_templates),
    Trick(name="gc.freeze", measures=("panel", "server: panel"), leave_out=_nothing_frozen),
    Trick(name="the last 16 scenes are kept", measures=("panel", "server: panel"), leave_out=_no_scene_kept),
    Trick(
        name="route paths are kept from paint to paint",
        measures=("map, 3,000 routes", "map, every route"),
        script="marks.js",
        texts={"if (!this.routePaths || seen !== this.seen) ": ""},
    ),
    Trick(
        name="dense routes as hairlines",
        measures=("map, 3,000 routes",),
        script="routes.js",
        texts={"DENSE = 400;": "DENSE = Infinity;"},
    ),
    Trick(
        name="no halos above 150 lines",
        measures=("map, every route",),
        script="routes.js",
        texts={"MANY = 150;": "MANY = Infinity;"},
    ),
    Trick(
        name="land is painted only when it changes",
        measures=("dimmed", "map, 3,000 routes"),
        script="ground.js",
        texts={"if (this.signature() !== this.painted) this.paintSeen();": "this.paintSeen();"},
    ),
    Trick(
        name="what answers a press is painted in the window alone",
        measures=("dimmed", "map, 50 routes", "map, every route", "map, 3,000 routes"),
        script="canvas.js",
        texts={"    ctx.clip();\n": "", "this.part = part;": ""},
    ),
    Trick(
        name="colours are read once",
        measures=("map, every route", "map, 3,000 routes"),
        script="colours.js",
        texts={"known.set(name, read);": ""},
    ),
    Trick(
        name="the canvas is carried while the map is pulled",
        measures=("longest frame of a move",),
        script="canvas.js",
        texts={
            " && !this.zoomed() && !this.fillsWindow())": " && !this.zoomed())",
        },
    ),
    Trick(name="map.html is kept as folium wrote it", measures=("opening",), leave_out=_page_by_folium),
    Trick(name="Leaflet and our script in one file", measures=("opening",), leave_out=_two_scripts),
    Trick(
        name="the map's data is preloaded", measures=("opening",), leave_out=_changed_page(_without_preloads)
    ),
    Trick(name="the warm-up thread", measures=("opening",), leave_out=_nothing_warm),
)


def leave_out(name: str) -> None:
    """Leave the trick of that name out of this process; "" leaves all where they are."""
    script = os.environ.get(MAP_SCRIPT)
    if script:
        from flows.web import routes

        routes.FILES = tuple(script if file.endswith("map.js") else file for file in routes.FILES)
    for trick in TRICKS:
        if trick.name == name and trick.leave_out:
            trick.leave_out()


def changed_modules(trick: Trick, web: Path) -> None:
    """Replace the texts of a trick in a copy of the modules; ValueError where they are no more."""
    module = web / "map" / trick.script
    source = module.read_text(encoding="utf-8")
    for old, new in trick.texts.items():
        if source.count(old) != 1:
            raise ValueError(
                f"{trick.script} has no “{old}” any more: say how “{trick.name}” is left out now."
            )
        source = source.replace(old, new)
    module.write_text(source, encoding="utf-8")
