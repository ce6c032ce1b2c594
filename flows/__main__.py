"""The command line: check collections, export claims, audit them, serve the atlas."""

import importlib.util
import sys

if sys.version_info < (3, 11):  # noqa: UP036 — whoever has an older one is told so, instead of an ImportError
    sys.exit("This Python is too old: the atlas needs Python 3.11 or newer.")
if importlib.util.find_spec("typer") is None:
    sys.exit("The atlas is not set up yet. Install what it needs: python -m pip install -r requirements.txt")

import errno
import os
import runpy
import socket
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from flows.exporting import MadeFile
    from flows.query.links import Request
    from geodata.load import Examination
    from geodata.model.atlas import Atlas
    from geodata.model.stories import Story
    from geodata.problems import Problem

ROOT = Path(__file__).resolve().parents[1]
if not __package__:  # started by its path, from any folder: python PATH/flows
    sys.path[0] = str(ROOT)
# An exit code of its own for a request that cannot be understood, as command lines use it.
_NOT_UNDERSTOOD = 2
# That of what its user ends with Ctrl-C: 128 and the number of the signal.
_INTERRUPTED = 130
# A disk, a quota or a size that is full, a device that fails, and a reader that has gone.
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EPIPE})

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Folders of collections, workbooks or ZIP files; none for those of ATLAS_COLLECTIONS, or ours.",
    ),
]
# The names of flows.export.formats and flows.packs.formats, which would be slow to import for every command.
Table = Literal["csv", "csv-excel", "xlsx", "geojson", "gpkg", "references", "bibtex", "csl", "datapackage"]
Briefing = Literal["html", "pptx", "pdf", "png", "svg", "lesson", "lesson-docx"]
Form = Literal[Table, Briefing]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def speak() -> None:
    """Check collections of claims, export claims, serve the atlas."""
    # A screen or pipe of Windows often lacks a letter of a name: it is then told by its number.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


@app.command()
def check(
    paths: Paths = None,
    report: Annotated[Path | None, typer.Option(help="File to write every problem to.")] = None,
) -> None:
    """Check collections and stories: name every problem, or say how much is coded, told and read."""
    from flows.export.coverage import coverage_lines
    from flows.narrative.audits import read_audits
    from geodata.load import chosen_collections, default_collections, examine
    from geodata.problems import MOST_SHOWN, listing

    chosen = paths or chosen_collections() or default_collections()
    found = examine(chosen)
    told, of_stories = _stories(found)
    of_audits = [problem for audited in read_audits(chosen) for problem in audited.problems]
    problems = (*found.problems, *of_stories, *of_audits)
    if report:
        lines = listing(problems, len(problems)) if problems else ["No problem was found."]
        _write(report, "".join(f"{line}\n" for line in lines).encode())
    for line in listing(problems):
        typer.echo(line, err=True)
    if len(problems) > MOST_SHOWN and not report:
        typer.echo("Write every problem to a file: check --report FILE", err=True)
    for line in (*told, *(coverage_lines(found.atlas) if found.atlas else ())):
        typer.echo(line)
    for reading in found.readings:
        typer.echo(reading.sentence())
    if problems:
        raise typer.Exit(1)


def _stories(found: "Examination") -> "tuple[tuple[str, ...], tuple[Problem, ...]]":
    """Return what is said of each story that can be told, and the problems of the others."""
    from itertools import chain

    from flows.stories.shelf import shelf

    if found.atlas is None:  # only what is wrong with the files themselves can be said
        return (), tuple(chain.from_iterable(story.problems for story in found.stories))
    shelved = shelf(found.atlas)
    told = chain.from_iterable(story.sentences() for story in shelved if not story.problems)
    return tuple(told), tuple(chain.from_iterable(story.problems for story in shelved))


@app.command()
def export(
    paths: Paths = None,
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = "csv",
    where: Annotated[str, typer.Option(help="Filters, as in types=forced_labor&sectors=mining")] = "",
    link: Annotated[str, typer.Option(help="The link of a page: its filters and what is in focus.")] = "",
    story: Annotated[str, typer.Option(help="A guided story, for a briefing pack.")] = "",
    language: Annotated[str, typer.Option(help="Language of names and sentences.")] = "en",
    output: Annotated[str, typer.Option("-o", "--output", help="File to write; - for the screen.")] = "-",
) -> None:
    """Write the claims that the filters admit, the list of their sources, or a briefing pack of them.

    A briefing pack (html, pptx, pdf), or a picture of its map (png, svg), is made of a link or a story;
    the sheets of a lesson (lesson, which is a PDF, or lesson-docx) are made of a story.
    """
    from flows.export.formats import FORMATS
    from flows.packs.formats import PACK_FORMATS
    from geodata.problems import AtlasError

    _speak(language)
    if story and form not in PACK_FORMATS:
        _stop(f"--story is for briefing packs: --format {', '.join(PACK_FORMATS)}.", code=_NOT_UNDERSTOOD)
    if output == "-" and sys.stdout.isatty() and not (form in FORMATS and FORMATS[form].text):
        _stop(f"A file of the format {form} is not for the screen: name one with -o.", code=_NOT_UNDERSTOOD)
    atlas = _load(paths)
    try:
        request, told = _asked(atlas, where, link, story)
    except AtlasError as error:
        _stop(str(error), code=_NOT_UNDERSTOOD)
    if form in PACK_FORMATS and PACK_FORMATS[form].of_story and told is None:
        _stop(f"A {form} is made of a story: name one with --story.", code=_NOT_UNDERSTOOD)
    made = _made(atlas, form, request, told)
    if output == "-":
        _print(made.content)
    else:
        _write(Path(output), made.content)
    if output != "-" or made.empty:
        typer.echo(f"{output}: {made.summary}", err=True)


def _speak(language: str) -> None:
    from flows.i18n import languages, use_language

    if language not in languages():
        known = ", ".join(sorted(languages()))
        _stop(f'The atlas does not speak "{language}". Known: {known}.', code=_NOT_UNDERSTOOD)
    use_language(language)


def _asked(atlas: "Atlas", where: str, link: str, story: str) -> "tuple[Request, Story | None]":
    from flows.export.where import read_where
    from flows.packs.asked import read_asked
    from flows.query.links import Request

    if not where:
        return read_asked(link, story, atlas)
    if link or story:
        _stop("Ask with --where, with --link or for a --story: one of them.", code=_NOT_UNDERSTOOD)
    return Request(selection=read_where(where, atlas)), None


def _made(atlas: "Atlas", form: str, request: "Request", story: "Story | None") -> "MadeFile":
    """Return the file that is asked for; Ctrl-C ends its making with a sentence."""
    from flows.exporting import made_file

    try:
        return made_file(atlas, form, request, story)
    except KeyboardInterrupt:
        _stop("Stopped: nothing was written.", code=_INTERRUPTED)


@app.command()
def reread(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV that export wrote.")],
    paths: Paths = None,
) -> None:
    """Read an exported CSV again: name every problem by row, or say what differs from the atlas."""
    from flows.export.reread import compared, reread_csv
    from geodata.problems import AtlasError

    atlas = _load(paths)
    try:
        claims = reread_csv(file, atlas)
    except AtlasError as error:
        _stop(str(error))
    typer.echo(f"{file}: {compared(claims, atlas)}")


audits = typer.Typer(invoke_without_command=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(audits, name="audit")


@audits.callback()
def audit(
    context: typer.Context,
    *,
    sample: Annotated[int, typer.Option(min=1, help="Claims to draw of each collection.")] = 50,
    seed: Annotated[int, typer.Option(help="Which draw: the same seed draws the same claims.")] = 1,
    coder: Annotated[str, typer.Option(help="Who will answer.")] = "",
    collection: Annotated[list[str] | None, typer.Option(help="Names of collections; none for all.")] = None,
    path: Annotated[
        list[Path] | None, typer.Option(help="Folders of collections, as check takes them.")
    ] = None,
    output: Annotated[str, typer.Option("-o", "--output", help="File to write; - for the screen.")] = "-",
) -> None:
    """Draw claims by chance, and write what is asked of each without our answers; or score the answers."""
    if context.invoked_subcommand:
        return
    from flows.audit.sheet import Draw, sheet_bytes

    atlas = _load(path)
    unknown = [name for name in collection or () if name not in atlas.collections]
    if unknown:
        _stop(
            f"No collection is named {unknown[0]}. Known: {', '.join(atlas.collections)}.",
            code=_NOT_UNDERSTOOD,
        )
    draw = Draw(sample=sample, seed=seed, coder=coder, collections=tuple(collection or ()))
    content = sheet_bytes(atlas, draw)
    if output == "-":
        _print(content)
    else:
        _write(Path(output), content)


@audits.command()
def score(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sheet of audit, with its answers.")],
    paths: Paths = None,
) -> None:
    """Compare the answers of an audit with what is coded: precision by field, kept in coding/audits.csv."""
    from datetime import UTC, datetime

    from flows.audit.answers import read_answers
    from flows.audit.history import histories
    from flows.audit.score import history_rows, score_lines, scores
    from geodata.load import chosen_collections, default_collections
    from geodata.problems import AtlasError

    atlas = _load(paths)
    try:
        answers = read_answers(file, atlas)
    except AtlasError as error:
        _stop(str(error))
    found = scores(answers, atlas)
    for line in score_lines(found, answers):
        typer.echo(line)
    rows = history_rows(found, answers, datetime.now(UTC).date().isoformat())
    try:
        kept = list(histories(rows, paths or chosen_collections() or default_collections()))
    except AtlasError as error:
        _stop(f"{error}\nThe scores are not kept.")
    for path, content in kept:
        path.parent.mkdir(exist_ok=True)
        _write(path, content)


@app.command()
def serve(
    paths: Paths = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the page.")] = 8501,
) -> None:
    """Check collections, then show them in the browser at http://localhost:8501."""
    from geodata.load import CHOSEN_COLLECTIONS, chosen_collections

    chosen = paths or chosen_collections()
    _load(chosen)
    obstacle = _start_obstacle(chosen, port)
    if obstacle:
        _stop(obstacle)
    if chosen:
        os.environ[CHOSEN_COLLECTIONS] = os.pathsep.join(str(path.resolve()) for path in chosen)
    # Streamlit finds its settings, and app.py its packages, in the folder where it is started.
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.argv = ["streamlit", "run", "app.py", "--server.port", str(port)]
    # In this process, so that whatever ends it ends the server: Windows cannot put another in its place.
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _load(paths: Sequence[Path] | None) -> "Atlas":
    from geodata.load import check as check_collections
    from geodata.load import chosen_collections
    from geodata.problems import listing

    problems, atlas = check_collections(paths or chosen_collections() or None)
    if atlas is None:
        _stop("\n".join(listing(problems)))
    return atlas


def _print(content: bytes) -> None:
    try:
        typer.echo(content, nl=False)
        sys.stdout.flush()
    except OSError as error:
        _end_output(error, "Name a file in a folder of yours with -o.")


def _end_output(error: OSError, remedy: str) -> NoReturn:
    """Say why nothing more can be written, unless whoever reads has enough, as `head` does."""
    # Python would try once more when it ends, and say so once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        with suppress(OSError):  # where errors are told there may be no more room either
            typer.echo(f"-: the output cannot be written ({error.strerror}). {remedy}", err=True)
    sys.exit(1)


def _write(path: Path, content: bytes) -> None:
    from flows.export.writing import write_whole

    try:
        write_whole(path, content)
    except OSError as error:
        _stop(f"{path}: the file cannot be written ({error.strerror}). Name a file in a folder of yours.")


def _start_obstacle(chosen: Sequence[Path], port: int) -> str:
    """Return why the atlas cannot be served, or nothing."""
    if not (ROOT / "app.py").is_file():
        return f"{ROOT / 'app.py'} is missing: serve the atlas from a whole copy of the project."
    odd = [str(path) for path in chosen if os.pathsep in str(path.resolve())]
    if odd:
        return f'{odd[0]}: a folder to serve may not have "{os.pathsep}" in its path. Rename it.'
    if importlib.util.find_spec("streamlit") is None:
        return "Streamlit is missing. Install it: python -m pip install -r requirements.txt"
    return _port_obstacle(port)


def _port_obstacle(port: int) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As a server does it: a port just left is free. (Windows would also lend one that is in use.)
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            return f"Port {port} is kept for the system: use one above 1023, such as --port 8501."
        except OSError:
            other = port % 65535 + 1
            return f"Port {port} is in use: stop what holds it, or choose another: serve --port {other}"
    return ""


def _stop(message: str, *, code: int = 1) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


def main() -> None:
    """Run the command line; what it says and cannot be written ends in a sentence."""
    try:
        try:
            app(prog_name="python -m flows")
        finally:
            if sys.stdout:  # whoever starts it may have closed it
                sys.stdout.flush()
    except OSError as error:
        if error.filename or error.errno not in _UNWRITABLE:
            raise
        _end_output(error, "Make room there, or send it elsewhere.")


if __name__ == "__main__":
    main()
