"""The atlas' map alone with two filters, its commands carried by our component, as in the app."""

from flows.scene import compose
from flows.ui import state
from flows.ui.map_view import show_map
from geodata.load import default_atlas
from tests.benchmarks.apps.two_filters import show_two_filters

atlas = default_atlas()
state.begin(atlas)
request = state.request()
show_map(atlas, compose(atlas, request.selection), request)
show_two_filters(atlas)
