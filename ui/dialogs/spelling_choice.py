"""The part of the preferences about the spelling."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QWidget

from erasmus_desk import atomic_file
from erasmus_desk.errors import SaveError
from erasmus_desk.i18n import formats
from erasmus_desk.paths import AppPaths
from erasmus_desk.spelling.dictionaries import find_dictionaries
from erasmus_desk.spelling.protocol import is_installed
from erasmus_desk.storage.settings import Settings

from ..widgets.buttons import text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row


class SpellingChoice(QWidget):
    """Whether words are checked, whether the checks count them, and which languages there are."""

    def __init__(self, settings: Settings, paths: AppPaths) -> None:
        super().__init__()
        self._folder = paths.added_dictionaries
        self.shown_box = QCheckBox(self.tr("Show spelling mistakes while you write"))
        self.counted_box = QCheckBox(self.tr("Count unknown words in the checks"))
        self.shown_box.setChecked(settings.spelling)
        self.counted_box.setChecked(settings.spelling_findings)
        self.counted_box.setEnabled(settings.spelling)
        self.shown_box.toggled.connect(self.counted_box.setEnabled)
        self.about_label = wrapped_label(self._describe(paths), "quiet")
        self.folder_button = text_button(self.tr("Open the folder"), self._open_folder, "link")
        parts: list[QWidget] = [wrapped_label(self.tr("Spell check"), "heading")]
        parts += [self.shown_box, self.counted_box, self.about_label]
        column = build_column(self, *parts)
        column.addLayout(build_row(None, self.folder_button, STRETCH))
        if not is_installed():
            for box in (self.shown_box, self.counted_box, self.folder_button):
                box.setEnabled(False)

    def _describe(self, paths: AppPaths) -> str:
        if not is_installed():
            return self.tr(
                "The spelling cannot be checked on this computer: there is no version of Hunspell "
                "for it. Everything else works."
            )
        found = find_dictionaries(paths.added_dictionaries, paths.dictionaries)
        shown = QLocale().name()[:2]
        names = sorted(formats.name_language(one, shown) for one in found)
        return self.tr(
            "Each answer is checked in the language of its proposal; right-click in an answer to "
            "choose another one. There are dictionaries for {0}. For another language, put its two "
            "files (.aff and .dic), as LibreOffice has them, into the folder {1}. No word is sent "
            "anywhere."
        ).format(formats.format_list(names, shown), self._folder)

    def _open_folder(self) -> None:
        """Show the folder of the user's dictionaries, which is made when it is first wanted."""
        folder = self._folder
        try:
            atomic_file.make_folder(folder)
        except SaveError:
            folder = Path(folder.parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
