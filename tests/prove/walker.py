"""Somebody who clicks and types at random, in the window and in what it opens.

Every step goes to what is seen at its place, or to what has the focus: to a menu or a dialog while
one is open, and to nothing behind it.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from erasmus_desk.storage.settings import ThemeMode
from tests.prove.clipboards import CLIPBOARDS
from tests.prove.input_events import (
    click,
    describe,
    double_click,
    drop,
    find_front,
    is_linked,
    press,
    turn_wheel,
)
from tests.prove.walk_keys import (
    LEADING_KEYS,
    LOOKING_KEYS,
    PAGE_KEYS,
    WRITING_KEYS,
    Key,
    Press,
    moves_something,
)
from tests.ui.keyboard import CTRL, NONE
from tests.ui.mouse import find_scroll_area
from ui.controllers.application import ApplicationController

Part = TypeVar("Part", bound=QWidget)
Kinds = tuple[type[QWidget], ...]
CLICKED: Kinds = (*(QAbstractButton,) * 4, QTextEdit, QLineEdit, QAbstractSpinBox, QComboBox)
FIELDS: Kinds = (QTextEdit, QTextEdit, QLineEdit, QAbstractSpinBox, QTableView)
SIZES = ((683, 768), (683, 600), (683, 480), (1000, 520), (1366, 768), (1920, 1000))
TEXTS = ("abc ", "3,5", "1000", "31-12-2026", "2026-12-31", 'quote "x"', "Gent", "<b>&amp;", "é€")
LANGUAGES = ("en", "nl", "fr", "de")
TEXT_SCALES = (100, 150, 200)
SEARCHED = ("project", "de", "x", "")
LOOKING = {
    "turn": 12,
    "look_key": 8,
    "page_key": 6,
    "leading_key": 8,
    "find": 2,
    "open_menu": 4,
    "open_list": 4,
    "context": 4,
    "wheel": 8,
    "point": 3,
    "resize": 2,
    "ask": 2,
    "leave": 1,
    "restyle": 1,
}
"""What changes no answer, by how often it is done."""
WRITING = LOOKING | {
    "click": 60,
    "click_row": 12,
    "type": 20,
    "write_key": 20,
    "paste": 10,
    "drop": 1,
    "drop_text": 3,
}


class Looker:
    """Looks at everything, one thing at a time, and changes no answer; `log` names all steps."""

    steps: Mapping[str, int] = LOOKING
    """What is done, by how often."""
    only_looks = True

    def __init__(self, controller: ApplicationController, files: Path, seed: int) -> None:
        """`files` is the folder of the proposals that are opened."""
        self._controller, self._window, self._files = controller, controller.window, files
        self.chance = random.Random(seed)  # noqa: S311 -- no secret, but the same each time
        self.log: list[str] = []

    def step(self) -> None:
        """Do one thing in the menu that is open, else in the dialog, else in the window."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._use_popup(popup)
        elif modal is not None:
            self._use_dialog(modal)
        elif self._window.menuBar().hasFocus():
            # Letters would choose entries of the bar, and so end the program.
            self._note("leave", self._window.menuBar())
            press(self._window, Key.Key_Escape)
            if self._window.menuBar().hasFocus():
                # Nothing had the focus before, and Esc has nowhere to give it back to.
                self._window.focusNextChild()
        else:
            self._act(self._window)

    def dismiss(self) -> bool:
        """Close the menu or the dialog in front as Esc does; return whether there was one."""
        front = find_front()
        if front is not None:
            self._note("dismiss", front)
            press(front, Key.Key_Escape)
        return front is not None

    def _act(self, root: QWidget) -> None:
        name = self.chance.choices([*self.steps], [*self.steps.values()])[0]
        act: Callable[[QWidget], None] = getattr(self, f"_{name}")
        act(root)

    def _note(self, what: str, part: QWidget | None = None, more: object = "") -> None:
        self.log.append(" ".join(filter(None, (what, describe(part), str(more)))))
        sys.stdout.write(f"{self.log[-1]}\n")
        sys.stdout.flush()

    def _choose(self, kind: type[Part], root: QWidget) -> Part | None:
        found = [one for one in root.findChildren(kind) if one.isVisible() and one.isEnabled()]
        return self.chance.choice(found) if found else None

    def _use_popup(self, popup: QWidget) -> None:
        self._note("close", popup)
        press(popup, Key.Key_Escape)

    def _use_dialog(self, dialog: QWidget) -> None:
        if self.chance.random() < 0.3:
            self.dismiss()
        else:
            self._look_key(dialog)

    def _turn(self, root: QWidget) -> None:
        """Show another step, or from the home page a proposal."""
        editor = self._window.editor
        if editor is not None and not editor.isVisible():
            return  # the focus mode is shown, and no list of steps
        if editor is not None and root is self._window:
            step = self.chance.choice(editor.steps())
            self._note("turn", None, step)
            editor.show_step(step)
        elif root is self._window:
            path = self.chance.choice(sorted(self._files.glob("*.erasmus")))
            self._note("open", None, path.name)
            self._window.open_draft(path)

    def _press_one(self, root: QWidget, keys: Sequence[Press]) -> None:
        key, held = self.chance.choice(keys)
        focus = QApplication.focusWidget()
        if not (self.only_looks and moves_something(focus, (key, held))):
            self._note("press", focus, f"{held.name} {key.name}")
            press(root, key, held)

    def _look_key(self, root: QWidget) -> None:
        self._press_one(root, LOOKING_KEYS)

    def _page_key(self, root: QWidget) -> None:
        self._press_one(root, PAGE_KEYS)

    def _leading_key(self, root: QWidget) -> None:
        self._press_one(root, LEADING_KEYS)

    def _leave(self, root: QWidget) -> None:
        """Close the proposal; the home page leads to one again."""
        if root is self._window and self._window.editor is not None:
            self._note("leave")
            self._controller.show_home()

    def _find(self, root: QWidget) -> None:
        """Look for a text, and go to where it is."""
        if root is not self._window or self._window.editor is None:
            return
        text = self.chance.choice(SEARCHED)
        self._note("find", None, repr(text))
        press(root, Key.Key_F, CTRL)
        box = QApplication.focusWidget()
        if isinstance(box, QLineEdit) and box.isVisible():
            QTest.keyClicks(box, text)
            press(root, Key.Key_Return)

    def _open_menu(self, root: QWidget) -> None:
        if root is self._window:
            bar = self._window.menuBar()
            entry = self.chance.choice(bar.actions())
            self._note("menu", None, repr(entry.text()))
            click(bar, bar.actionGeometry(entry).center())

    def _open_list(self, root: QWidget) -> None:
        part = self._choose(QComboBox, root)
        if part is not None and self._bring(part):
            self._note("list", part)
            part.setFocus()
            press(root, Key.Key_F4)

    def _context(self, root: QWidget) -> None:
        part = self._choose(QWidget, root)
        place = self._find_place(part)
        if part is not None and place is not None:
            self._note("context", part)
            click(part, place, Qt.MouseButton.RightButton)

    def _wheel(self, root: QWidget) -> None:
        part = self._choose(QWidget, root)
        place = self._find_place(part)
        if part is not None and place is not None:
            self._note("wheel", part)
            turn_wheel(part, place, self.chance.choice((-120, 120, -600)))

    def _point(self, root: QWidget) -> None:
        """Move the mouse, and click on words."""
        part = self._choose(QLabel, root)
        place = self._find_place(part)
        if part is not None and place is not None and not is_linked(part):
            self._note("point", part)
            QTest.mouseMove(part, place)

    def _resize(self, _: QWidget) -> None:
        size = self.chance.choice(SIZES)
        self._note("resize", None, size)
        self._window.resize(*size)

    def _ask(self, root: QWidget) -> None:
        """Open the preferences or another dialog on the program."""
        self._press_one(root, ((Key.Key_Comma, CTRL), (Key.Key_F, CTRL)))

    def _restyle(self, root: QWidget) -> None:
        """Show another language, colours and size of type, as the preferences do."""
        if root is not self._window:
            return
        chosen = replace(
            self._controller.user_settings.current,
            language=self.chance.choice(LANGUAGES),
            theme=self.chance.choice([*ThemeMode]),
            text_scale=self.chance.choice(TEXT_SCALES),
        )
        self._note("restyle", None, f"{chosen.language} {chosen.theme} {chosen.text_scale}")
        self._controller.apply_settings(chosen)

    def _bring(self, part: QWidget) -> bool:
        """Bring a part in sight, as the wheel does; return whether something of it is seen."""
        area: QScrollArea | None = find_scroll_area(part)
        if area is not None and part.visibleRegion().isEmpty():
            area.ensureWidgetVisible(part)
        return not part.visibleRegion().isEmpty()

    def _find_place(self, part: QWidget | None) -> QPoint | None:
        """Return a place of what is seen of a part."""
        if part is None or part.visibleRegion().isEmpty():
            return None
        seen = part.visibleRegion().boundingRect()
        across, down = self.chance.randrange(seen.width()), self.chance.randrange(seen.height())
        return seen.topLeft() + QPoint(across, down)


class Walker(Looker):
    """Looks, writes, and uses whatever there is to click on."""

    steps = WRITING
    only_looks = False

    def _use_popup(self, popup: QWidget) -> None:
        if not isinstance(popup, QMenu) or self.chance.random() < 0.3:
            super()._use_popup(popup)
            return
        entries = [one for one in popup.actions() if one.isEnabled() and not one.isSeparator()]
        # The way out of the program is not taken: the walk goes on.
        usable = [one for one in entries if one.menuRole() is not one.MenuRole.QuitRole]
        if usable:
            entry = self.chance.choice(usable)
            self._note("choose", None, repr(entry.text()))
            click(popup, popup.actionGeometry(entry).center())

    def _use_dialog(self, dialog: QWidget) -> None:
        if self.chance.random() < 0.1:
            self.dismiss()
        else:
            self._act(dialog)

    def _click(self, root: QWidget, kinds: Kinds = CLICKED) -> None:
        part = self._choose(self.chance.choice(kinds), root)
        if part is not None and self._bring(part):
            self._note("click", part)
            click(part, self._find_place(part))

    def _click_row(self, root: QWidget) -> None:
        view = self._choose(QAbstractItemView, root)
        if view is not None and self._bring(view.viewport()):
            place = self._find_place(view.viewport())
            self._note("row", view, view.indexAt(place or QPoint()).row())
            is_twice = self.chance.random() < 0.3
            (double_click if is_twice else click)(view.viewport(), place)

    def _type(self, root: QWidget) -> None:
        """Type where the focus is, or else in a field that is clicked."""
        if self.chance.random() < 0.6:
            self._click(root, FIELDS)
        text = self.chance.choice(TEXTS)
        self._note("type", QApplication.focusWidget(), repr(text))
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(root.windowHandle(), QKeyEvent(kind, 0, NONE, character))

    def _write_key(self, root: QWidget) -> None:
        self._press_one(root, WRITING_KEYS)

    def _paste(self, root: QWidget) -> None:
        if self.chance.random() < 0.6:
            self._click(root, FIELDS)
        name = self.chance.choice([*CLIPBOARDS])
        self._note("paste", QApplication.focusWidget(), name)
        QApplication.clipboard().setMimeData(CLIPBOARDS[name].copy())
        press(root, Key.Key_V, CTRL)

    def _drop(self, root: QWidget) -> None:
        """Drop a file on the window; Qt lets nobody do that behind a dialog."""
        if root is self._window:
            path = self.chance.choice(sorted(self._files.iterdir()))
            self._note("drop", None, path.name)
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(path))])
            copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
            QApplication.sendEvent(root, QDropEvent(QPointF(9, 9), copy, data, button, NONE))

    def _drop_text(self, root: QWidget) -> None:
        """Drop what could be pasted too on a field, or on what is around it."""
        part = self._choose(self.chance.choice(FIELDS), root)
        if part is not None and self._bring(part):
            name = self.chance.choice([*CLIPBOARDS])
            self._note("drop text", part, name)
            drop(part, self._find_place(part), CLIPBOARDS[name].copy())
