"""Two versions of a draft in the dialog that compares them."""

from __future__ import annotations

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.copying import COPIED_VALUE
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import MERGED_COPIES, is_desk_key

from ..dialogs.compare import ComparedAnswer, CompareDialog
from ..i18n.value_text import format_value
from ..main_window.window import MainWindow
from ..pages.copy_desk.texts import name_own_answer


def compare_versions(
    window: MainWindow,
    draft: Draft,
    changes: tuple[Change, ...],
    title: str,
    intro: str,
    buttons: tuple[str, str],
) -> bool | None:
    """Show answers before and after changes; return what the dialog does."""
    library = window.draft_manager.library
    texts = library.load_texts(draft.pack.id, window.language, draft.pack.revision)
    rows = tuple(
        ComparedAnswer(
            _answer_label(change.key, texts),
            "" if change.old is None else format_value(change.old, texts),
            "" if change.new is None else format_value(change.new, texts),
        )
        for change in changes
        # When it was copied or merged says enough; a digest says nothing to a reader.
        if change.key.question not in {COPIED_VALUE, MERGED_COPIES}
    )
    return CompareDialog(window, title, intro, rows, buttons).ask()


def _answer_label(key: Key, texts: Texts) -> str:
    """Return the label of an answer; those of the program's own have that of their page."""
    if is_desk_key(key):
        return name_own_answer(key)
    return texts.short_label(key.question) or key.question
