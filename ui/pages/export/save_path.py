"""The question where to save a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from erasmus_desk.path_checks import may_exist

from ..base import Page


def ask_path_with_suffix(parent: Page, title: str, proposed: Path, kinds: str) -> str:
    """Ask for a path to save to, and add the suffix of the proposed path if it is missing."""
    chosen = ask_save_path(parent, title, str(proposed), kinds)
    if chosen and Path(chosen).suffix.lower() != proposed.suffix:
        path = Path(f"{chosen}{proposed.suffix}")
        # The dialog did not confirm this name: ask again before a file is overwritten.
        chosen = ask_save_path(parent, title, str(path), kinds) if may_exist(path) else str(path)
    return chosen


def ask_save_path(parent: Page, title: str, proposed: str, kinds: str) -> str:
    """Ask for a path to save to; return an empty text if the user cancels."""
    return QFileDialog.getSaveFileName(parent, title, proposed, kinds)[0]
