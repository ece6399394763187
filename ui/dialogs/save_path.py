"""Asking for the path of a file to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from erasmus_desk.file_suffixes import DRAFT_SUFFIX, add_suffix, has_suffix
from erasmus_desk.path_checks import may_exist


def ask_draft_path(parent: QWidget, title: str, proposed: Path) -> Path | None:
    """Ask for a path for a draft, which ends in the suffix of drafts; None if the user cancels.

    Nothing is confirmed: whoever saves a draft to a new path refuses to replace a file.
    """
    kinds = QCoreApplication.translate("SavePath", "Proposals (*{})").format(DRAFT_SUFFIX)
    options = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, "", options)
    return add_suffix(Path(chosen), DRAFT_SUFFIX) if chosen else None


def ask_path_with_suffix(parent: QWidget, title: str, proposed: Path, kinds: str) -> str:
    """Ask for a path to save to, and add the suffix of the proposed path if it is missing."""
    chosen = ask_save_path(parent, title, str(proposed), kinds)
    if not chosen or has_suffix(Path(chosen), proposed.suffix):
        return chosen
    path = add_suffix(Path(chosen), proposed.suffix)
    # The dialog did not confirm this name: ask again before a file is overwritten.
    return ask_save_path(parent, title, str(path), kinds) if may_exist(path) else str(path)


def ask_save_path(parent: QWidget, title: str, proposed: str, kinds: str) -> str:
    """Ask for a path to save to; return an empty text if the user cancels."""
    return QFileDialog.getSaveFileName(parent, title, proposed, kinds)[0]
