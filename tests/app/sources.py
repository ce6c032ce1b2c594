"""A reader of the Sources page, without a browser: what is opened, picked, and then seen."""

import json
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.app.opened import html, ran, seen

PATIENCE = 60


def _page(document: str, passage: str, collections: str) -> None:
    from pathlib import Path

    import streamlit as st

    from flows.scene.scene import compose
    from flows.ui import state
    from flows.ui.views.sources import show_sources
    from geodata.load import default_atlas, load_atlas

    atlas = load_atlas([Path(collections)]) if collections else default_atlas()
    state.begin(atlas)
    if "opened" not in st.session_state:
        st.session_state["opened"] = True
        named = {"document": document, "passage": passage}
        st.session_state[state.PARAMETERS] = {name: value for name, value in named.items() if value}
    request = state.request()
    show_sources(atlas, compose(atlas, request.selection), request)


class Sources:
    def __init__(self, document: str = "", passage: str = "", collections: str = "") -> None:
        given = {"document": document, "passage": passage, "collections": collections}
        self.app = ran(AppTest.from_function(_page, default_timeout=PATIENCE, kwargs=given))

    def tell(self, event: str, **message: Any) -> "Sources":
        """Tell the page what the text would: a passage was picked, or a document opened."""
        told = json.dumps([{"event": event, "value": message}])
        states = self.app._tree.get_widget_states()
        name = f"$$STREAMLIT_INTERNAL_KEY_{self.reader.id}__events"
        states.widgets.append(WidgetState(id=name, json_trigger_value=told))
        self.app._run(states)
        assert not self.app.exception
        return self

    def press(self, key: str) -> "Sources":
        self.app.button(key=key).click()
        ran(self.app)
        return self

    @property
    def reader(self) -> Any:
        (found,) = [
            part.proto
            for part in self.app.get("bidi_component")
            if part.proto.component_name == "atlas_reader"
        ]
        return found

    @property
    def sent(self) -> dict[str, Any]:
        """Return what went out to the text."""
        return json.loads(self.reader.json)

    @property
    def maps(self) -> list[str]:
        parts = [part.proto for part in self.app.get("bidi_component")]
        return [json.loads(part.json)["svg"] for part in parts if part.component_name == "atlas_picture"]

    @property
    def keys(self) -> list[str]:
        return [button.key for button in self.app.button]

    @property
    def html(self) -> str:
        return html(self.app)

    @property
    def seen(self) -> str:
        return seen(self.app)
