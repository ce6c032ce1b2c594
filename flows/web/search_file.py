"""The index of the search box, served to the browser."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from flows.i18n import translate as _
from flows.i18n import use_language
from flows.search.file import search_file_of
from flows.web.replies import asked_language, kept_json
from geodata.load import default_atlas


def send_search(request: Request) -> Response:
    """Answer with the search file; 404 for a hash that the loaded atlas does not have."""
    use_language(asked_language(request))
    found = search_file_of(default_atlas())
    if request.path_params["hash"] != found.hash:
        return PlainTextResponse(_("This index is not loaded any more. Load the page anew."), status_code=404)
    return kept_json(request, found.body)
