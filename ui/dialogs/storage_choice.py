"""The part of the preferences on what is kept: backups in a second place, and the history."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from erasmus_desk.errors import SaveError
from erasmus_desk.moments import to_local
from erasmus_desk.storage import recovery_copies
from erasmus_desk.storage.rotation import DAYS, HOURS, WEEKS
from erasmus_desk.storage.second_backups import (
    BackupSpace,
    SecondBackups,
    find_folder,
    prepare_folder,
)
from erasmus_desk.storage.thinning import MAX_SPACE, JournalSpace

from ..i18n import plurals
from ..i18n.dates import format_moment
from ..qt_support import BackgroundTask
from ..widgets.buttons import ButtonLines, text_button
from ..widgets.labels import break_addresses, wrapped_label
from ..widgets.layouts import build_column, measure_again

LARGEST = (HOURS + DAYS + WEEKS) * 200_000
"""Bytes of all backups of a proposal of the size of the examples."""

ROUNDED = 10_000_000
"""Bytes from which a size is told in whole units."""


class BackupChoice(QWidget):
    """The second place for backups: chosen, left out, and what is in it.

    The place is measured in a thread: a drive may take a minute to say that it is not there.
    """

    _measured = Signal()

    def __init__(self, folder: Path | None, language: str) -> None:
        """Show our `folder` in the place, if there is one; dates are written in a language."""
        super().__init__()
        self.folder = self._before = folder
        self._language = language
        self._task: BackgroundTask[BackupSpace] | None = None
        self._measured.connect(self._show_space)
        about = self.tr(
            "Erasmus Desk can also copy your proposals to a second place while you work: a USB "
            "stick, a network drive, or a folder on another disk. If this computer breaks, your "
            "work is there."
        )
        kept = self.tr(
            "It keeps one backup of each of the last {0} hours, {1} days and {2} weeks in which "
            "you worked: {3} files of a proposal at most, about {4}. While it cannot be reached, "
            "you work as usual, and the backup is made when it is back."
        ).format(HOURS, DAYS, WEEKS, HOURS + DAYS + WEEKS, format_size(LARGEST))
        self.folder_label = wrapped_label("", "label")
        self.space_label = wrapped_label("", "quiet")
        self.choose_button = text_button(self.tr("Choose a folder…"), self._choose)
        self.stop_button = text_button(self.tr("Make no more backups there"), self._stop, "flat")
        build_column(
            self,
            wrapped_label(self.tr("Backups in a second place"), "heading"),
            wrapped_label(about),
            wrapped_label(kept, "quiet"),
            self.folder_label,
            self.space_label,
            ButtonLines(self.choose_button, self.stop_button),
        )
        self._show_folder()

    def prepare(self) -> bool:
        """Make our folder in the place; return whether backups can be written there."""
        if self.folder is None or self.folder == self._before:
            return True
        chosen = self.folder.parent
        try:
            prepare_folder(self.folder)
        except SaveError as problem:
            self.space_label.setText(self._describe_refusal(problem).format(chosen))
            measure_again(self.space_label)
            return False
        return True

    def _describe_refusal(self, problem: SaveError) -> str:
        reasons = {
            "save.refused.full": self.tr("{} is full. Choose another folder."),
            "save.refused.no-right": self.tr("You may not write in {}. Choose another folder."),
        }
        other = self.tr("{} cannot be used for backups. Choose another folder.")
        return reasons.get(problem.message_id, other)

    def _choose(self) -> None:
        title = self.tr("Choose a folder for backups")
        start = str(self.folder.parent if self.folder is not None else Path.home())
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self.folder = find_folder(Path(chosen))
            self._show_folder()

    def _stop(self) -> None:
        self.folder = None
        self._show_folder()
        self.choose_button.setFocus()

    def _show_folder(self) -> None:
        self._task = None
        off = self.tr("Off: there are backups on this computer only.")
        text = self.tr("Folder: {}").format(self.folder) if self.folder is not None else off
        self.folder_label.setText(break_addresses(text))
        self.space_label.setText("")
        self.space_label.setHidden(self.folder is None)
        self.stop_button.setHidden(self.folder is None)
        if self.folder is not None:
            self.space_label.setText(self.tr("Checking this folder…"))
            work = SecondBackups(self.folder).measure
            self._task = BackgroundTask("measure", work, self._measured, may_hang=True)
        measure_again(self.folder_label)

    def _show_space(self) -> None:
        task, folder = self._task, self.folder
        if task is None or folder is None or not task.is_done:
            return
        try:
            space = task.result()
        except SaveError:
            new, away = self.tr("No backups yet."), self.tr("This folder cannot be reached now.")
            text = away if folder == self._before else self._describe_disk(folder) or new
        else:
            text = self._describe_space(space)
        self.space_label.setText(text)
        measure_again(self.space_label)

    def _describe_disk(self, folder: Path) -> str:
        """Return that a folder is on the disk of the user's other files, if it is."""
        with suppress(OSError, RuntimeError):
            if folder.parent.stat().st_dev == Path.home().stat().st_dev:
                return self.tr(
                    "No backups yet. This folder is on the disk of your other files: a stick or a "
                    "network drive also helps when that disk breaks."
                )
        return ""

    def _describe_space(self, space: BackupSpace) -> str:
        if space.newest is None:
            return self.tr("No backups yet.")
        text = self.tr("Backups of {0} take {1}. The newest is from {2}.")
        newest = format_moment(to_local(space.newest), self._language)
        return text.format(plurals.proposals(space.drafts), format_size(space.size), newest)


class HistorySpace(QWidget):
    """What the version history takes, and how much it may take."""

    def __init__(self, space: JournalSpace) -> None:
        super().__init__()
        text = self.tr(
            "The earlier versions of all proposals take {0} now, and {1} at most. Beyond that, the "
            "oldest go first when you close Erasmus Desk. Versions with a name always stay."
        ).format(format_size(space.all), format_size(MAX_SPACE))
        self.text_label = wrapped_label(text, "quiet")
        named = self.tr(
            "Those with a name alone take {}. They are never removed, so the history is larger."
        ).format(format_size(space.named))
        self.named_label = wrapped_label(named)
        copies = self.tr(
            "Copies of what could not be saved take {0}, and {1} at most. The oldest go first, but "
            "never the last of a proposal. “Restore from a backup…” on the home page lists them."
        )
        sizes = format_size(space.copies), format_size(recovery_copies.MAX_SPACE)
        self.copies_label = wrapped_label(copies.format(*sizes), "quiet")
        heading = wrapped_label(self.tr("Version history"), "heading")
        build_column(self, heading, self.text_label, self.named_label, self.copies_label)
        self.named_label.setVisible(space.named > MAX_SPACE)
        self.copies_label.setVisible(space.copies > 0)


def format_size(size: int) -> str:
    """Return a number of bytes in the unit that suits it."""
    digits = 0 if size >= ROUNDED else 1
    return QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat)
