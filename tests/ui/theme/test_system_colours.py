"""High contrast of the desktop is followed, and nothing on the screen moves by itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication

from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES
from ui.app import follow_system_colours
from ui.theme.palettes import HIGH_CONTRAST, choose_colours

ROOT = Path(__file__).resolve().parents[3]
MOVING = {
    "QPropertyAnimation",
    "QVariantAnimation",
    "QSequentialAnimationGroup",
    "QParallelAnimationGroup",
    "QTimeLine",
    "QMovie",
}


def test_high_contrast_of_the_system_is_followed_unless_other_colours_are_chosen(
    start_program: StartProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = start_program(Settings(language="en"))
    controller.open_example(EXAMPLES[-1])
    follow_system_colours(controller)
    plain = controller.window.theme.colours
    assert plain is not HIGH_CONTRAST
    hints = QGuiApplication.styleHints()
    changed = hints.accessibility().contrastPreferenceChanged

    def set_contrast(preference: Qt.ContrastPreference) -> None:
        def answer(_: QAccessibilityHints) -> Qt.ContrastPreference:
            return preference

        monkeypatch.setattr(QAccessibilityHints, "contrastPreference", answer)
        changed.emit(preference)

    set_contrast(Qt.ContrastPreference.HighContrast)
    assert controller.window.theme.colours is HIGH_CONTRAST
    editor = controller.window.editor
    assert editor is not None
    ground = editor.palette().window().color().name().upper()
    assert ground == HIGH_CONTRAST.window
    set_contrast(Qt.ContrastPreference.NoPreference)
    assert controller.window.theme.colours is not HIGH_CONTRAST

    controller.apply_settings(Settings(language="en", theme=ThemeMode.DARK))
    set_contrast(Qt.ContrastPreference.HighContrast)
    assert controller.window.theme.colours is not HIGH_CONTRAST
    assert choose_colours(controller.window.theme.colours.scheme) is controller.window.theme.colours


def test_nothing_moves_by_itself() -> None:
    """Reduced motion needs no setting: there is no motion of ours."""
    for path in (ROOT / "ui").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert not names & MOVING, path
