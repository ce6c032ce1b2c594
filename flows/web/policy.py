"""What a browser may do with our pages: their Content-Security-Policy, and who may show them in a frame."""

import base64
import hashlib
import re

# The variable that names the sites which may show the atlas in a frame of theirs.
FRAME_ANCESTORS = "ATLAS_FRAME_ANCESTORS"
_OURSELVES = "'self'"
_SITE = re.compile(r"'self'|'none'|https?://(?:\*\.)?[A-Za-z0-9.-]+(?::\d{1,5})?")
_INLINE = re.compile(r"<(script)(?![^>]*\ssrc=)[^>]*>(.*?)</\1>", re.DOTALL)


def script_hashes(html: str) -> list[str]:
    """Return the source of each script that stands in a page itself, as a policy names it."""
    digests = (hashlib.sha256(found[2].encode()).digest() for found in _INLINE.finditer(html))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def page_policy(html: str, *, from_blobs: bool = False) -> str:
    """Return the policy of a page of ours: files of this server, the page's own scripts, and no other.

    ``from_blobs`` lets scripts come from addresses that the page itself has made, which is how Streamlit
    loads its components. Styles stand in the elements: Streamlit, folium and Leaflet write them there.
    """
    scripts = ["'self'", *(["blob:"] if from_blobs else []), *script_hashes(html)]
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def frame_ancestors(sites: str) -> str:
    """Return the directive for the sites that may show the atlas in a frame, our own where none is named.

    Raises ValueError for what is no site, such as an address with a path.
    """
    named = sites.split() or [_OURSELVES]
    odd = [site for site in named if not _SITE.fullmatch(site)]
    if odd:
        raise ValueError(
            f'{FRAME_ANCESTORS}: "{odd[0]}" is not a site. Write each as https:// and a name, without a '
            "path, and spaces between them; 'self' is our own."
        )
    return f"frame-ancestors {' '.join(named)}"


def is_for_ourselves(directive: str) -> bool:
    """Tell whether only our own pages may show the atlas in a frame."""
    return directive == frame_ancestors("")
