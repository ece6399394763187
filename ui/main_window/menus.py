"""The menus and the keys of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

Keys = QKeySequence.StandardKey | str | None


class Deeds(Struct, frozen=True):
    """What the window can do, to be hung into menus."""

    new: Callable[[], object]
    open: Callable[[], object]
    home: Callable[[], object]
    save: Callable[[], object]
    save_copy: Callable[[], object]
    close_draft: Callable[[], object]
    quit: Callable[[], object]
    find: Callable[[], object]
    check: Callable[[], object]
    word: Callable[[], object]
    preview: Callable[[], object]
    bring: Callable[[], object]
    guidance: Callable[[], object]
    previous: Callable[[], object]
    next: Callable[[], object]
    focus_steps: Callable[[], object]
    preferences: Callable[[], object]
    keys: Callable[[], object]
    about: Callable[[], object]


class Menus(QObject):
    """Builds the menus once and turns on what an open draft makes possible."""

    recent_wanted = Signal(object)
    """The path of a draft used lately."""

    def __init__(self, window: QMainWindow, deeds: Deeds) -> None:
        """Hang everything into the window's menu bar."""
        super().__init__(window)
        self._window = window
        self._needs_draft: list[QAction] = []
        self._undo_actions: tuple[QAction, ...] = ()
        self.recent_menu = QMenu(self.tr("Recent proposals"), window)
        self._file(deeds)
        self.edit_menu = window.menuBar().addMenu(self.tr("&Edit"))
        find = self._add(
            self.edit_menu, self.tr("&Find …"), deeds.find, keys=QKeySequence.StandardKey.Find
        )
        self._needs_draft.append(find)
        self._go(deeds)
        self._help(deeds)
        self.set_draft(None)

    def set_draft(self, stack: QUndoStack | None) -> None:
        """Offer what an open draft makes possible; its undo stack, or `None` without one."""
        for action in self._needs_draft:
            action.setEnabled(stack is not None)
        for action in self._undo_actions:
            self.edit_menu.removeAction(action)
            action.deleteLater()
        self._undo_actions = ()
        if stack is not None:
            undo = stack.createUndoAction(self._window, self.tr("Undo"))
            undo.setShortcuts(QKeySequence.StandardKey.Undo)
            redo = stack.createRedoAction(self._window, self.tr("Redo"))
            # Each once: a key that is given twice is ambiguous, and does nothing.
            usual = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
            both = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
            redo.setShortcuts([*usual, *(keys for keys in both if keys not in usual)])
            first = self.edit_menu.actions()[0]
            self.edit_menu.insertActions(first, [undo, redo])
            self._undo_actions = (undo, redo)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Offer the drafts used lately."""
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(path)
            action.triggered.connect(self._on_recent)
        self.recent_menu.setEnabled(bool(paths))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Give every action with its keys, for the list of keys."""
        found: list[tuple[str, str]] = []
        for action in self._window.findChildren(QAction):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if keys and action.text():
                found.append((action.text().replace("&", ""), keys))
        return tuple(found)

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_wanted.emit(Path(action.data()))

    def _file(self, deeds: Deeds) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&File"))
        keys = QKeySequence.StandardKey
        self._add(menu, self.tr("&New proposal …"), deeds.new, keys=keys.New)
        self._add(menu, self.tr("&Open …"), deeds.open, keys=keys.Open)
        menu.addMenu(self.recent_menu)
        menu.addSeparator()
        self._add(menu, self.tr("&Save now"), deeds.save, keys=keys.Save, needs_draft=True)
        self._add(
            menu, self.tr("Save a &copy …"), deeds.save_copy, keys="Ctrl+Shift+S", needs_draft=True
        )
        self._add(menu, self.tr("&Word file …"), deeds.word, keys="Ctrl+E", needs_draft=True)
        preview = self.tr("Pre&view and PDF …")
        self._add(menu, preview, deeds.preview, keys=keys.Print, needs_draft=True)
        bring = self.tr("&Bring a Word file home …")
        self._add(menu, bring, deeds.bring, keys="Ctrl+B", needs_draft=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Home page"), deeds.home, keys="Alt+Home")
        self._add(
            menu,
            self.tr("C&lose the proposal"),
            deeds.close_draft,
            keys=keys.Close,
            needs_draft=True,
        )
        self._add(menu, self.tr("&Quit"), deeds.quit, keys="Ctrl+Q")

    def _go(self, deeds: Deeds) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Go"))
        self._add(menu, self.tr("&Previous step"), deeds.previous, keys="Alt+Up", needs_draft=True)
        self._add(menu, self.tr("&Next step"), deeds.next, keys="Alt+Down", needs_draft=True)
        self._add(
            menu, self.tr("&List of steps, or page"), deeds.focus_steps, keys="F6", needs_draft=True
        )
        self._add(menu, self.tr("&Check"), deeds.check, keys="F7", needs_draft=True)
        self._add(menu, self.tr("&Guidance"), deeds.guidance, keys="F1", needs_draft=True)

    def _help(self, deeds: Deeds) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Help"))
        self._add(menu, self.tr("&Preferences …"), deeds.preferences, keys="Ctrl+,")
        self._add(menu, self.tr("&Keys"), deeds.keys)
        self._add(menu, self.tr("&About Erasmus Desk"), deeds.about)

    def _add(
        self,
        menu: QMenu,
        text: str,
        deed: Callable[[], object],
        *,
        keys: Keys = None,
        needs_draft: bool = False,
    ) -> QAction:
        action = QAction(text, self._window)
        if isinstance(keys, str):
            action.setShortcuts([QKeySequence.fromString(keys)])
        elif keys is not None:
            action.setShortcuts(keys)
        action.triggered.connect(deed)
        menu.addAction(action)
        if needs_draft:
            self._needs_draft.append(action)
        return action
