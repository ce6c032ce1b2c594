"""The files of a story that is written: the story alone, or its collection with the story inside."""

from collections.abc import Callable

import streamlit as st

from flows.export.collection_with_story import collection_with_story, takes_place
from flows.i18n import language_in_use, translate_count, use_language
from flows.i18n import translate as _
from flows.stories.draft_file import Judgment, file_of, finished
from flows.stories.story_file import story_bytes
from flows.ui.labels import as_label
from flows.ui.writing.desk import Latest
from geodata.model.atlas import Atlas
from geodata.model.stories import Story


def show_files(atlas: Atlas, story: Story, judged: Judgment, latest: Latest) -> None:
    """Show a download of the story, and one of its collection; what is still wrong in it is counted."""
    if judged.number:
        counted = translate_count("{n} thing to mend", "{n} things to mend", judged.number)
        st.caption(_("{counted} before the atlas tells the story.").format(counted=counted))
    else:
        st.caption(_("Nothing to mend: the atlas tells the story once it stands in its collection."))
    with st.container(key="draft_files", horizontal=True, gap="small"):
        st.download_button(
            _("Download the story"),
            lambda: story_bytes(finished(latest.story, atlas)),
            file_name=file_of(story).rpartition("/")[2],
            mime="application/toml",
            key="draft_download_story",
            on_click="ignore",
        )
        st.download_button(
            _("Download its collection"),
            _writer(atlas, latest),
            file_name=f"{story.collection}-with-{story.id}.zip",
            mime="application/zip",
            key="draft_download_collection",
            on_click="ignore",
        )
    file = as_label(file_of(story))
    st.caption(_("In its collection the story is the file {file}.").format(file=file))
    if takes_place(atlas, story):
        st.caption(_("There it takes the place of the story that has this name now."))
    elif any(found.id == story.id for found in atlas.stories):
        st.caption(_("A story of another collection has this name too: give the file another one."))


def _writer(atlas: Atlas, latest: Latest) -> Callable[[], bytes]:
    language = language_in_use()

    def write() -> bytes:
        use_language(language)
        return collection_with_story(atlas, finished(latest.story, atlas))

    return write
