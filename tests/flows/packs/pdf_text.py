"""The text of a PDF, without what breaking lines takes or adds."""

import re

import pypdfium2


def letters_of(text):
    """Return a text without its spaces, its hyphens and the signs that let long words break."""
    return re.sub(r"[\s\u00ad\u200b\u0002\ufffe-]+", "", text)


def pages_of(pdf):
    """Return the letters of each page."""
    return [letters_of(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]


def text_of(pdf):
    """Return the letters of all pages."""
    return "".join(pages_of(pdf))
