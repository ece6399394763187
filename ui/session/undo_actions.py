"""The actions that undo and redo; the home page has them too, and no draft."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QUndoStack


def make_undo_actions(stack: QUndoStack, owner: QObject) -> tuple[QAction, QAction]:
    """Return the actions for undo and redo, enabled while there is something to do.

    Those that Qt's stack makes are no good in PySide: once a menu that showed them is collected,
    Python takes them for deleted, while the window has them still.
    """
    undo = QAction(QCoreApplication.translate("Menus", "Undo"), owner)
    redo = QAction(QCoreApplication.translate("Menus", "Redo"), owner)
    undo.setEnabled(stack.canUndo())
    redo.setEnabled(stack.canRedo())
    stack.canUndoChanged.connect(undo.setEnabled)
    stack.canRedoChanged.connect(redo.setEnabled)
    undo.triggered.connect(stack.undo)
    redo.triggered.connect(stack.redo)
    return undo, redo
