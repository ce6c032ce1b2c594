"""The page around everything: Streamlit's own, with what has to stand in it before Streamlit does.

The first script of every page obeys the quick exit before anything is painted, the next two tell Streamlit
where its server is and hear of Back and Forward, and the last one says in a sentence when no connection comes
about. They stand in the page itself, and its policy names their hashes.
"""

import gzip
import re
from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from flows.asset_urls import ASSETS
from flows.i18n import language_in_use
from flows.i18n import translate as _
from flows.palette import css_variables_of_both
from flows.query.links import PAGES
from flows.templates import Html, render
from flows.web.policy import page_policy

_SCRIPTS = ASSETS / "web" / "built"
# After Streamlit's own in the document, so that of two rules that weigh the same ours holds; and there before
# anything is shown, so that nothing moves when it comes.
_STYLES = ("style.css", "evidence.css", "pages.css", "stories.css", "writing.css", "print.css")
_CHARSET = r'<meta charset="UTF-8" />'
_TITLE = r"<title>Streamlit</title>"
_LANGUAGE = r'<html lang="en">'
# Streamlit's page leads programs to an address that is closed here.
_FOR_PROGRAMS = r'<link rel="service-desc"[^>]*>'
_NO_SCRIPT = r"<noscript>.*?</noscript>"
_BODY = r"<body>"
_END = r"</body>"
# Only a browser that knows no modules runs this, so it has to be written as for the oldest.
_NO_MODULES = "<script nomodule>document.getElementById('atlas-modules').hidden = false;</script>"


def page_shell(streamlit_page: str) -> str:
    """Make the atlas's page out of Streamlit's `index.html`, in the language in use.

    Raises ValueError when a part that is to be replaced is not there exactly once.
    """
    page = streamlit_page
    for pattern, words in (
        (_CHARSET, f'<meta charset="UTF-8" />{_script("quick_exit")}{_script("server")}{_script("steps")}'),
        (_LANGUAGE, f'<html lang="{language_in_use()}">'),
        (_TITLE, f"<title>{escape(_('Trafficking flows of the Western Hemisphere'))}</title>"),
        (_FOR_PROGRAMS, ""),
        (_NO_SCRIPT, f"<noscript>{escape(_('The atlas needs JavaScript, which is off.'))}</noscript>"),
        (_BODY, f"<body>{render('skip_links')}"),
        (_END, f"{_style()}{render('connection')}{_NO_MODULES}{_script('connection')}</body>"),
    ):
        before, *after = re.split(pattern, page, flags=re.DOTALL)
        if len(after) != 1:
            raise ValueError(
                f"Streamlit's index.html holds “{pattern}” {len(after)} times, not once: "
                "bring flows/web/page_shell.py up to this release of Streamlit."
            )
        page = f"{before}{words}{after[0]}"
    return page


def page_routes(base: str, streamlit_page: str) -> list[BaseRoute]:
    """Return the routes of the pages, under the app's base path (``""`` or ``/name``)."""
    page = page_shell(streamlit_page)
    plain, packed = page.encode(), gzip.compress(page.encode(), mtime=0)
    headers = {
        "content-security-policy": page_policy(page, from_blobs=True),
        # Not even kept for Back: whoever left by the quick exit has left.
        "cache-control": "no-store",
        "vary": "accept-encoding",
    }

    async def send_page(request: Request) -> Response:
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(plain, media_type="text/html", headers=headers)
        return Response(packed, media_type="text/html", headers=headers | {"content-encoding": "gzip"})

    async def to_the_front(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{base}/{query}")

    front, *others = PAGES
    routes: list[BaseRoute] = [Route(f"{base}/{name}", send_page) for name in ("", *others)]
    routes.append(Route(f"{base}/{front}", to_the_front))
    return [*routes, Route(base, to_the_front)] if base else routes


def _style() -> Html:
    return render("style", variables=css_variables_of_both(), names=_STYLES)


def _script(name: str) -> str:
    return f"<script>{(_SCRIPTS / f'{name}.js').read_text(encoding='utf-8')}</script>"
