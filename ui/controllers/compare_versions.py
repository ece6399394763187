"""Two versions of a draft in the dialog that compares them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.review_state import is_desk_key

from ..dialogs.compare import ComparedAnswer, CompareDialog
from ..i18n.value_text import format_value
from ..main_window.window import MainWindow


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
    texts = library.load_texts(draft.pack.id, window.language)
    rows = tuple(
        ComparedAnswer(
            _answer_label(change.key, texts),
            "" if change.old is None else format_value(change.old, texts),
            "" if change.new is None else format_value(change.new, texts),
        )
        for change in changes
    )
    return CompareDialog(window, title, intro, rows, buttons).ask()


def _answer_label(key: Key, texts: Texts) -> str:
    """Return the label of an answer; all review state has one label."""
    if is_desk_key(key):
        return QCoreApplication.translate("StepStatus", "Comments and files")
    return texts.short_label(key.question) or key.question
