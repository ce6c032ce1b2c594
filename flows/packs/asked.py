"""Of what to make a pack: the link of a page, and the id of a story, read strictly: nobody sees a notice."""

from urllib.parse import urlsplit

from flows.maps.legend import LAYERS
from flows.narrative.focus_lookup import is_known, nearest
from flows.query.focus import Focus
from flows.query.links import Request, parameters_of, read_link
from flows.scene.known_values import known_values
from flows.stories.shelf import ShelvedStory, shelf
from geodata.model.atlas import Atlas
from geodata.model.stories import Story
from geodata.name_index import NameIndex
from geodata.problems import AtlasError, Report, in_quotation_marks

_LINK, _STORY = "--link", "--story"


def read_asked(link: str, story: str, atlas: Atlas) -> tuple[Request, Story | None]:
    """Return what a link asks for, and the story that it or ``story`` names, if any.

    A link is a whole address of a page of the atlas or its query alone. Raises AtlasError that names all
    that the atlas does not know.
    """
    report = Report()
    parameters = parameters_of(urlsplit(link).query if "?" in link else link)
    request, unrecognised = read_link(parameters, known_values(atlas), LAYERS)
    for part in unrecognised:
        message = f"{in_quotation_marks(part)} is nothing that the atlas knows."
        report.note(_LINK, message, "Copy the link of the page again, or take the part out.", value=part)
    if request.focus is not None and not is_known(request.focus, atlas):
        _note_focus(request.focus, atlas, report)
    named = story or parameters.get("story", "")
    told = _story_named(named, _STORY if story else _LINK, atlas, report) if named else None
    if report.problems:
        raise AtlasError(report.problems)
    return request, told


def _note_focus(focus: Focus, atlas: Atlas, report: Report) -> None:
    like = nearest(focus, atlas)
    remedy = f'Closest: "{like[1]}" ({like[0]}).' if like else "Copy the link of the page again."
    message = f"focus {in_quotation_marks(str(focus))} is nothing that the atlas has."
    report.note(_LINK, message, remedy, value=str(focus))


def _story_named(name: str, address: str, atlas: Atlas, report: Report) -> Story | None:
    shelved = {found.file.id: found for found in shelf(atlas)}
    found = shelved.get(name)
    if found is None:
        message = f"{in_quotation_marks(name)} is no story of this atlas."
        report.note(address, message, _stories_like(name, shelved), value=name)
    elif found.story is None:
        for sentence in found.sentences():
            report.note(address, f"{in_quotation_marks(name)} cannot be told:", sentence, value=name)
    return found.story if found else None


def _stories_like(name: str, shelved: dict[str, ShelvedStory]) -> str:
    closest = NameIndex((ident, (ident,)) for ident in shelved).closest(name)
    if closest:
        return f'Closest: "{closest}".'
    return f"Known: {', '.join(shelved)}." if shelved else "It has none."
