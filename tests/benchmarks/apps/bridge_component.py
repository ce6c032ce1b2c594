"""The atlas' map alone with two filters, its commands carried by our component, as in the app."""

from flows.scene.scene import compose
from flows.ui import map_view, state
from geodata.load import default_atlas
from tests.benchmarks.apps.two_filters import show_two_filters

# The command is timed here, and not what the map shows of a press by itself.
map_view.options_of = lambda _facet, _scene: []

atlas = default_atlas()
state.begin(atlas)
request = state.request()
map_view.show_map(atlas, compose(atlas, request.selection), request)
show_two_filters(atlas)
