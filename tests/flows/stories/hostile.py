"""What an author may write, or load, that some format or page would take for more than letters."""

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a link](javascript:alert(1)) and [a broken one](http://",
    "$5,000 to $10,000",
    "~800",
    "#@*_‹",
    'He said """no""" \\u0041 \\ """"""',
    "'''[[chapters]]\nid = 'x'",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "null\x00, bell\x07, escape\x1b, delete\x7f, next line\x85.",
    "carriage\rreturn and\r\nwindows",
    "{{ 7 * 7 }} {% raw %} {#",
    "**bold** *not closed and [@no such claim",
    "é" * 900,
)
