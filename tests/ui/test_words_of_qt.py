"""What Qt itself says in its file dialog and in the menu of a text has words in each language."""

from __future__ import annotations

from typing import Final

import build_translations
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTextEdit

from erasmus_desk import paths
from ui.theme.languages import load_words

RESOURCES: Final = paths.find_resources()
LANGUAGES: Final = [one for one in build_translations.list_languages() if one != "en"]
LATER: Final = (
    ("QFileSystemModel", "Invalid filename", None),
    (
        "QFileSystemModel",
        (
            '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters '
            "or no punctuation marks."
        ),
        None,
    ),
    ("QFileDialog", "%1 already exists.\nDo you want to replace it?", None),
    ("QFileDialog", "Are you sure you want to delete '%1'?", None),
)
"""What the dialog says only when something is wrong."""
Asked = tuple[str, str, str | None]


class Recorder(QTranslator):
    """Has no words, and knows what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[Asked] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        """Return that there are words: Qt would not ask otherwise."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's own name
        disambiguation: str | None = None,
        n: int = -1,  # noqa: ARG002
    ) -> str:
        """Note what is asked."""
        self.asked.add((context, sourceText, disambiguation))
        return ""


@pytest.fixture(scope="module")
def asked(qapp: QApplication) -> set[Asked]:
    """What Qt asks for in its file dialogs and in the menus of its fields."""
    recorder = Recorder()
    QCoreApplication.installTranslator(recorder)
    accept, files = QFileDialog.AcceptMode, QFileDialog.FileMode
    for purpose, kind in (
        (accept.AcceptOpen, files.ExistingFile),
        (accept.AcceptSave, files.AnyFile),
        (accept.AcceptOpen, files.Directory),
    ):
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(purpose)
        dialog.setFileMode(kind)
        dialog.show()
        qapp.processEvents()
        dialog.close()
        dialog.deleteLater()
    for field in (QLineEdit(), QTextEdit()):
        field.createStandardContextMenu()
    QCoreApplication.removeTranslator(recorder)
    return recorder.asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_says_nothing_in_english(language: str, asked: set[Asked]) -> None:
    words = load_words(RESOURCES, language)
    assert ("QFileDialog", "&Look in:", None) in asked
    missing = [one for one in (*asked, *LATER) if not any(word.translate(*one) for word in words)]
    assert missing == []
