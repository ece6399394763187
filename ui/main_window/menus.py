"""The menus and keyboard shortcuts of the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

from ..qt_support import WRITING_KEYS
from ..session.undo_actions import make_undo_actions
from ..widgets.context_menu import REDO, UNDO
from ..widgets.key_hints import KeyMenu, name_shortcut
from .edit_actions import EditActions

Keys = QKeySequence.StandardKey
Shortcut = Keys | str | tuple[str, ...] | tuple[Keys, str] | None
"""The keys of a command: those of the platform, others, or those where the platform has none."""
Role = QAction.MenuRole
REPLACE_KEYS = "Ctrl+Alt+F" if sys.platform == "darwin" else "Ctrl+H"
"""Where Qt knows none: on macOS the usual ones hide the program."""


class MenuCommands(Struct, frozen=True):
    """The commands behind the menus, each a callable without arguments."""

    new: Callable[[], object]
    carry: Callable[[], object]
    add_call: Callable[[], object]
    open: Callable[[], object]
    restore: Callable[[], object]
    home: Callable[[], object]
    save: Callable[[], object]
    save_copy: Callable[[], object]
    close_draft: Callable[[], object]
    quit: Callable[[], object]
    find: Callable[[], object]
    replace: Callable[[], object]
    history: Callable[[], object]
    merge: Callable[[], object]
    check: Callable[[], object]
    show_export: Callable[[], object]
    preview: Callable[[], object]
    import_review: Callable[[], object]
    guidance: Callable[[], object]
    focus_mode: Callable[[], object]
    previous: Callable[[], object]
    next: Callable[[], object]
    switch_focus: Callable[[], object]
    preferences: Callable[[], object]
    shortcuts: Callable[[], object]
    about_call: Callable[[], object]
    report_problem: Callable[[], object]
    about: Callable[[], object]


class Menus(QObject):
    """The menu bar; commands that need an open draft are enabled with one."""

    recent_requested = Signal(object)
    """The path of a recent draft."""

    def __init__(
        self, window: QMainWindow, commands: MenuCommands, has_version: Callable[[], bool]
    ) -> None:
        """`has_version` returns whether there is another version to merge."""
        super().__init__(window)
        self._has_version = has_version
        self._window = window
        self._needs_draft: list[QAction] = []
        self._undo_actions: tuple[QAction, ...] = ()
        self.recent_menu = QMenu(self.tr("Recent proposals"), window)
        self._menus: list[QMenu] = [self.recent_menu]
        self._build_file_menu(commands)
        self.edit_menu = self._add_menu(self.tr("&Edit"))
        self._build_edit_menu(commands)
        self._build_view_and_help_menus(commands)
        self.set_draft(None)

    def take_out(self) -> None:
        """Delete the menus, in whose place others come; clearing the menu bar would keep them."""
        for menu in self._menus:
            menu.deleteLater()
        self._window.menuBar().clear()
        self.deleteLater()

    def set_draft(self, stack: QUndoStack | None) -> None:
        """Enable what an open draft allows; `stack` is its undo stack, `None` without a draft."""
        for action in self._needs_draft:
            action.setEnabled(stack is not None)
        for action in self._undo_actions:
            self.edit_menu.removeAction(action)
            action.deleteLater()
        self._undo_actions = ()
        if stack is not None:
            undo, redo = make_undo_actions(stack, self._window)
            undo.setObjectName(UNDO)
            undo.setShortcuts(QKeySequence.StandardKey.Undo)
            redo.setObjectName(REDO)
            # Qt ignores a shortcut that is given twice as ambiguous.
            usual = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
            both = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
            redo.setShortcuts([*usual, *(keys for keys in both if keys not in usual)])
            line = QAction(self.edit_menu)
            line.setSeparator(True)
            self._undo_actions = (undo, redo, line)
            self.edit_menu.insertActions(self.edit_menu.actions()[0], self._undo_actions)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Show the recent drafts."""
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(path.name.replace("&", "&&"))
            action.setMenuRole(Role.NoRole)
            action.setToolTip(str(path))
            action.setData(path)
            action.triggered.connect(self._on_recent)
        self.recent_menu.setEnabled(bool(paths))

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Return every action that has a shortcut, with its keys, in the order of the menus."""
        in_menus = (one for menu in self._menus for one in menu.actions())
        found: dict[tuple[str, str], None] = {}
        for action in (*in_menus, *self._window.findChildren(QAction)):
            keys = name_shortcut(action.shortcut())
            if keys and action.text():
                found[action.text().replace("&", ""), keys] = None
        return tuple(found)

    def _enable_merge(self) -> None:
        """Enable what merges another version while there is one."""
        self.merge_action.setEnabled(self._has_version())

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_requested.emit(Path(action.data()))

    def _add_menu(self, text: str) -> QMenu:
        """Add a menu to the bar; one that the bar itself makes is kept by PySide for ever."""
        bar = self._window.menuBar()
        menu = KeyMenu(text, bar)
        bar.addMenu(menu)
        self._menus.append(menu)
        return menu

    def _build_file_menu(self, commands: MenuCommands) -> None:
        menu = self._add_menu(self.tr("&File"))
        keys = Keys
        self._add(menu, self.tr("&New proposal…"), commands.new, keys.New)
        self._add_for_draft(menu, self.tr("Carry to &another call…"), commands.carry)
        self._add(menu, self.tr("&Open…"), commands.open, keys.Open)
        self._add(menu, self.tr("&Restore from a backup…"), commands.restore)
        self._add(menu, self.tr("A&dd a call…"), commands.add_call)
        menu.addMenu(self.recent_menu)
        menu.addSeparator()
        self._add_for_draft(menu, self.tr("&Save now"), commands.save, keys.Save)
        copy = self.tr("Save a &copy…")
        self._add_for_draft(menu, copy, commands.save_copy, (keys.SaveAs, "Ctrl+Shift+S"))
        self._add_for_draft(menu, self.tr("Save as &Word…"), commands.show_export, "Ctrl+E")
        self._add_for_draft(menu, self.tr("Pre&view and PDF…"), commands.preview, keys.Print)
        bring = self.tr("&Import reviewed Word file…")
        # Not Ctrl+B: who comes from Word presses it for bold, in the middle of a sentence.
        self._add_for_draft(menu, bring, commands.import_review, "Ctrl+Shift+I")
        menu.addSeparator()
        self._add(menu, self.tr("&Home page"), commands.home, "Alt+Home")
        self._add_for_draft(menu, self.tr("C&lose the proposal"), commands.close_draft, keys.Close)
        leave = self._add(menu, self.tr("E&xit"), commands.quit, (keys.Quit, "Ctrl+Q"))
        leave.setMenuRole(Role.QuitRole)

    def _build_edit_menu(self, commands: MenuCommands) -> None:
        menu = self.edit_menu
        self.edit_actions = EditActions(self._window, menu)
        menu.addSeparator()
        self._add_for_draft(menu, self.tr("&Find…"), commands.find, Keys.Find)
        replace = (Keys.Replace, REPLACE_KEYS)
        self._add_for_draft(menu, self.tr("&Replace…"), commands.replace, replace)
        menu.addSeparator()
        history = self.tr("Version &history")
        self._add_for_draft(menu, history, commands.history, "Ctrl+Shift+H")
        self.merge_action = self._add(menu, self.tr("&Merge both versions…"), commands.merge)
        menu.aboutToShow.connect(self._enable_merge)

    def _build_view_and_help_menus(self, commands: MenuCommands) -> None:
        menu = self._add_menu(self.tr("&View"))
        self._add_for_draft(menu, self.tr("&Previous step"), commands.previous, "Alt+Up")
        self._add_for_draft(menu, self.tr("&Next step"), commands.next, "Alt+Down")
        move = self.tr("&Move between steps and page")
        self._add_for_draft(menu, move, commands.switch_focus, "F6")
        self._add_for_draft(menu, self.tr("&Check"), commands.check, "F7")
        guidance = self.tr("&Guidance")
        self._add_for_draft(menu, guidance, commands.guidance, (Keys.HelpContents, "F1"))
        self._add_for_draft(
            menu, self.tr("&Focus on one answer"), commands.focus_mode, WRITING_KEYS
        )
        menu = self._add_menu(self.tr("&Help"))
        preferences = self._add(
            menu, self.tr("&Preferences…"), commands.preferences, (Keys.Preferences, "Ctrl+,")
        )
        preferences.setMenuRole(Role.PreferencesRole)
        self._add(menu, self.tr("&Keyboard shortcuts"), commands.shortcuts)
        self._add(menu, self.tr("About this &call"), commands.about_call)
        self._add(menu, self.tr("&Report a problem"), commands.report_problem)
        about = self._add(menu, self.tr("&About Erasmus Desk"), commands.about)
        about.setMenuRole(Role.AboutRole)

    def _add_for_draft(
        self, menu: QMenu, text: str, command: Callable[[], object], keys: Shortcut = None
    ) -> None:
        """Add a command that needs an open draft."""
        self._needs_draft.append(self._add(menu, text, command, keys))

    def _add(
        self, menu: QMenu, text: str, command: Callable[[], object], keys: Shortcut = None
    ) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts(_list_keys(keys))
        # By their words macOS would take "About this call" for the entry about the program.
        action.setMenuRole(Role.NoRole)
        action.triggered.connect(command)
        menu.addAction(action)
        return action


def _list_keys(keys: Shortcut) -> list[QKeySequence]:
    """Return the keys of a command; behind those of the platform are others where it has none."""
    found: list[QKeySequence] = []
    for one in keys if isinstance(keys, tuple) else (keys,):
        if isinstance(one, Keys):
            found = QKeySequence.keyBindings(one)
            if found:
                break
        elif one is not None:
            found.append(QKeySequence.fromString(one))
    return found
