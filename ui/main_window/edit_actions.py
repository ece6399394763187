"""Cut, copy, paste and select all in the menu, for whatever has the focus."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from ..widgets.edit_keys import Edit, can_edit, press


class EditActions(QObject):
    """The four actions, enabled by what has the focus when their menu opens."""

    def __init__(self, window: QMainWindow, menu: QMenu) -> None:
        super().__init__(menu)
        self._window = window
        self._focused: QWidget | None = None
        self.actions: dict[Edit, QAction] = {}
        for edit, text in (
            (Edit.CUT, self.tr("Cu&t")),
            (Edit.COPY, self.tr("&Copy")),
            (Edit.PASTE, self.tr("&Paste")),
            (Edit.SELECT_ALL, self.tr("Select &all")),
        ):
            action = menu.addAction(text)
            action.setObjectName(edit.action_name)
            action.setShortcut(edit.keys)
            # Shown only: the key goes on to what has the focus.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.triggered.connect(self._on_triggered)
            self.actions[edit] = action
        menu.aboutToShow.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        """What had the focus before the menu bar took it, if it is in the window still."""
        widget = self._focused
        if widget is None or not shiboken6.isValid(widget) or widget.window() is not self._window:
            return None
        return widget if widget.isVisible() else None

    def update(self) -> None:
        """Enable what can be done where the focus is."""
        for edit, action in self.actions.items():
            action.setEnabled(can_edit(self.target, edit))

    def _on_triggered(self) -> None:
        action, target = self.sender(), self.target
        for edit, one in self.actions.items():
            if one is action and target is not None:
                # In a menu bar that has the focus the keys are a shortcut of this action again.
                target.setFocus(Qt.FocusReason.MenuBarFocusReason)
                press(target, edit)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenuBar | QMenu):
            self._focused = now
