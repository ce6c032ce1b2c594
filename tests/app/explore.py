"""A reader of the Explore page, without a browser: what is asked, pressed, and then seen."""

import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from html import unescape
from typing import Any, Self
from unittest.mock import patch
from urllib.parse import parse_qs

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from flows.query.focus import Focus
from flows.query.selection import Selection
from flows.scene.drawn import Drawing, drawing
from flows.scene.scene import compose
from geodata import load
from geodata.model.atlas import Atlas
from tests.architecture.tree import ROOT

PAGE = ROOT / "flows" / "ui" / "main.py"
PICKED = ("documents", "places")
# The first run of a process imports everything; far more than it takes even on a busy machine.
PATIENCE = 60


class Explore:
    """A reader who has opened "More filters", so that every filter is at hand."""

    def __init__(self, atlas: Atlas, link: str = "", *, more: bool = True) -> None:
        self.atlas = atlas
        self.app = AppTest.from_file(PAGE, default_timeout=PATIENCE)
        self.app.session_state["more"] = more
        for name, values in parse_qs(link, keep_blank_values=True).items():
            self.app.query_params[name] = values
        self.run()

    def loaded(self) -> AbstractContextManager[Any]:
        """Let the page show this reader's atlas."""
        return patch.object(load, "default_atlas", lambda: self.atlas)

    def run(self) -> Self:
        with self.loaded():
            self.app.run()
        assert not self.app.exception
        return self

    def choose(self, facet: str, *values: str) -> Self:
        widgets = self.app.multiselect if facet in PICKED else self.app.button_group
        widgets(key=facet).set_value(list(values))
        return self.run()

    def press(self, key: str) -> Self:
        self.app.button(key=key).click()
        return self.run()

    def tell(self, *before: dict[str, Any], **last: Any) -> Self:
        """Tell the page what the map's frame would: a click on a mark, or a switch of the legend."""
        component = self._map.id
        heard = self.app.session_state["heard"]
        acts = [{"count": heard + n, **act} for n, act in enumerate((*before, last), start=1)]
        told = json.dumps([{"event": "told", "value": {"acts": acts}}])
        states = self.app._tree.get_widget_states()
        states.widgets.append(
            WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{component}__events", json_trigger_value=told)
        )
        with self.loaded():
            self.app._run(states)
        assert not self.app.exception
        return self

    @property
    def html(self) -> list[str]:
        """Return what is written as HTML, in the order of the page."""
        return list(written(self.app))

    def lines(self, name: str) -> list[str]:
        """Return the text of every paragraph of this class, as a reader sees it."""
        pattern = re.compile(rf"<p class='atlas-{name}'[^>]*>(.*?)</p>", re.DOTALL)
        return [seen(found) for body in self.html for found in pattern.findall(body) if found]

    def numbers(self, facet: str) -> list[str]:
        """Return the numbers beside the values of a filter, in their order."""
        pattern = rf'st-key-{facet} button:nth-child\(\d+\) p::after{{content:"([\d,]+)"}}'
        return [number for body in self.html for number in re.findall(pattern, body)]

    @property
    def asked(self) -> str:
        (sentence,) = self.lines("asked")
        return sentence

    @property
    def title(self) -> str:
        (found,) = [seen(text) for body in self.html for text in re.findall(r"<h2>(.*?)</h2>", body)]
        return found

    @property
    def cards(self) -> list[str]:
        """Return the claims whose cards are open to read, in order."""
        return [claim for claim, _card in self._cards()]

    def card(self, claim: str) -> str:
        (found,) = [card for ident, card in self._cards() if ident == claim]
        return found

    def look(self, claim: str) -> Self:
        """Press the title of a card."""
        focus = unescape(re.search(r"data-atlas-focus='(.*?)'", self.card(claim))[1])
        return self.tell(act="focus", focus=focus, bring=True)

    @property
    def keys(self) -> list[str]:
        return [button.key for button in self.app.button]

    @property
    def sent(self) -> dict[str, Any]:
        """Return what went out to the map."""
        return json.loads(self._map.json)[0]

    @property
    def _map(self) -> Any:
        """Return the component that holds the map, or the link of a page without one."""
        mounted = [found.proto for found in self.app.get("bidi_component")]
        (host,) = [found for found in mounted if found.component_name in {"atlas_map", "atlas_link"}]
        return host

    @property
    def drawn(self) -> Drawing:
        """Return what the map draws of the command that went out to it."""
        command = self.sent["command"]
        chosen = {facet: values for facet, values in command["selection"].items() if facet != "years"}
        selection = Selection.from_values(chosen, years=command["selection"].get("years"))
        scene = compose(self.atlas, selection)
        focus = Focus.from_text(command["focus"])
        return drawing(self.atlas, scene, focus, hide=command["hide"], top=command["top"])

    def _cards(self) -> list[tuple[str, str]]:
        parts = (body.split("<div class='atlas-card st-key-claim-")[1:] for body in self.html)
        return [(part.partition("'")[0], part) for found in parts for part in found]


def written(app: AppTest) -> Iterator[str]:
    """Yield what a page writes as HTML, by Streamlit's element and by ours."""
    waiting = [app._tree]
    while waiting:
        element = waiting.pop(0)
        waiting = [*getattr(element, "children", {}).values(), *waiting]
        if getattr(element, "type", "") == "html":
            yield element.proto.body
        if getattr(element, "type", "") == "bidi_component" and element.proto.component_name == "atlas_shown":
            yield json.loads(element.proto.json)[0]["content"]


def seen(html: str) -> str:
    """Return HTML as the text that it shows."""
    return unescape(re.sub(r"<[^>]*>", "", html))
