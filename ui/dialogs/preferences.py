"""The preferences: interface language, colours, text size, guidance, backups and history."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from erasmus_desk.i18n import formats
from erasmus_desk.paths import AppPaths, find_paths
from erasmus_desk.storage.settings import Settings, ThemeMode
from erasmus_desk.storage.thinning import JournalSpace

from ..theme.theme import GRID
from ..widgets.accessibility import set_accessible_name
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, add_content
from ..widgets.selectors import ComboBox
from .base import Dialog
from .spelling_choice import SpellingChoice
from .storage_choice import BackupChoice, HistorySpace

SCALES = (100, 125, 150, 175, 200)
"""Text sizes to choose from, in percent of the system's."""


class PreferencesDialog(Dialog):
    """A dialog to choose settings; the caller applies and saves them."""

    def __init__(
        self,
        parent: QWidget | None,
        settings: Settings,
        languages: tuple[str, ...],
        space: JournalSpace | None = None,
        paths: AppPaths | None = None,
    ) -> None:
        """Show the current settings; `languages` are the codes of the interface languages.

        `space` is what the version history takes, if that is known; `paths` are other folders
        than the user's.
        """
        super().__init__(parent, 76)
        self.set_title(self.tr("Preferences"))
        self._settings = settings
        self._build_looks(languages)
        self.guidance_box = QCheckBox(self.tr("Show guidance beside the page"))
        self.guidance_box.setChecked(settings.guidance_shown)
        self.body.addSpacing(GRID)
        hint = self.tr("You choose the proposal language in each proposal.")
        add_content(self.body, self.guidance_box, wrapped_label(hint, "quiet"))
        self.body.addSpacing(GRID)
        self.spelling_choice = SpellingChoice(settings, paths or find_paths())
        add_content(self.body, self.spelling_choice)
        self.body.addSpacing(GRID)
        self.backup_choice = BackupChoice(settings.backup_folder, QLocale().name()[:2])
        add_content(self.body, self.backup_choice)
        if space is not None:
            self.body.addSpacing(GRID)
            add_content(self.body, HistorySpace(space))
        add_content(self.body, STRETCH)
        self.cancel_button = self.add_button(self.tr("Cancel"), self.reject)
        self.apply_button = self.add_button(self.tr("Apply"), self.accept, "primary")
        self.apply_button.setDefault(True)
        self.language_combo.setFocus()

    def _build_looks(self, languages: tuple[str, ...]) -> None:
        """Build the choices of language, colours and text size, with what is set now."""
        self.language_combo = self._combo(self.tr("Interface language"))
        self.language_combo.addItem(self.tr("Same as system"), "")
        for code in languages:
            self.language_combo.addItem(_own_name(code), code)
        self.theme_combo = self._combo(self.tr("Colours"))
        self.theme_combo.addItem(self.tr("Same as system"), ThemeMode.SYSTEM.value)
        self.theme_combo.addItem(self.tr("Light"), ThemeMode.LIGHT.value)
        self.theme_combo.addItem(self.tr("Dark"), ThemeMode.DARK.value)
        self.theme_combo.addItem(self.tr("High contrast"), ThemeMode.CONTRAST.value)
        self.scale_combo = self._combo(self.tr("Text size"))
        for scale in sorted({*SCALES, self._settings.text_scale}):
            self.scale_combo.addItem(self.tr("{} %").format(scale), scale)
        for combo, value in (
            (self.language_combo, self._settings.language),
            (self.theme_combo, self._settings.theme.value),
            (self.scale_combo, self._settings.text_scale),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        settings: Settings,
        languages: tuple[str, ...],
        space: JournalSpace | None = None,
        paths: AppPaths | None = None,
    ) -> Settings | None:
        """Return the settings chosen, or None if the dialog was cancelled."""
        dialog = cls(parent, settings, languages, space, paths)
        return dialog.chosen() if dialog.run() == cls.DialogCode.Accepted else None

    def accept(self) -> None:
        """Close, unless no backup can be written in the place that was chosen for them."""
        if self.backup_choice.prepare():
            super().accept()

    def chosen(self) -> Settings:
        """Return the settings as chosen now."""
        return replace(
            self._settings,
            language=str(self.language_combo.currentData()),
            theme=ThemeMode(self.theme_combo.currentData()),
            text_scale=int(self.scale_combo.currentData()),
            guidance_shown=self.guidance_box.isChecked(),
            backup_folder=self.backup_choice.folder,
            spelling=self.spelling_choice.shown_box.isChecked(),
            spelling_findings=self.spelling_choice.counted_box.isChecked(),
        )

    def _combo(self, label: str) -> ComboBox:
        combo = ComboBox()
        set_accessible_name(combo, label)
        head = QLabel(label)
        head.setBuddy(combo)
        add_content(self.body, head, combo)
        return combo


def _own_name(code: str) -> str:
    """Return the name of a language in that language, so that its readers find it."""
    named = formats.name_language(code, code)
    return formats.capitalise(named)
