"""The atlas' map alone with two filters, its commands carried by our component, as in the app."""

from flows.ui import map_view, state
from geodata.load import default_atlas
from tests.benchmarks.apps.two_filters import show_two_filters

atlas = default_atlas()
state.begin(atlas)
request = state.request()
map_view.show_map(atlas, request)
show_two_filters(atlas)
