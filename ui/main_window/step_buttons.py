"""The steps of a narrow window: one button for each part, with its count and its steps below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QToolButton

from ..i18n import plurals
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.layouts import STRETCH, add_content, build_column, clear_layout
from ..widgets.scroll_page import set_up_scroll_area
from .step_list import StepIcon, StepPart, StepRow, build_state_icon

BUTTONS_WIDTH = 64
ICON, TICK = 20, 12
CENTRED = int(Qt.AlignmentFlag.AlignCenter)
BAR = 3


class PartButton(QToolButton):
    """One part: its icon, its word, and at the corner what is to be done there.

    That is a number in the colour of a fault, a quiet number, or a tick.
    """

    chosen = Signal(str)
    """The id of the step that is to be shown."""

    def __init__(self, part: StepPart, steps: tuple[StepRow, ...], theme: Theme) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self.steps: tuple[StepRow, ...] = ()
        self._is_current = False
        self._actions: list[QAction] = []
        """Those of the menu, which a single step has not."""
        set_role(self, "part")
        self.setText(part.short)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if len(steps) == 1:
            self.clicked.connect(partial(self._choose, steps[0].id))
        else:
            menu = QMenu(self)
            self._actions = [menu.addAction("") for _ in steps]
            for action, step in zip(self._actions, steps, strict=True):
                action.triggered.connect(partial(self._choose, step.id))
            self.setMenu(menu)
            self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_steps(steps)

    def show_steps(self, steps: tuple[StepRow, ...]) -> None:
        """Show what is to be done in these steps, which are those of before."""
        if steps == self.steps:
            return
        self.steps = steps
        self.problems = sum(step.problems for step in steps)
        self.gaps = sum(step.gaps for step in steps)
        states = {step.icon for step in steps}
        self.is_done = StepIcon.DONE in states and not self.problems and not self.gaps
        self.is_done &= not states & {StepIcon.EMPTY, StepIcon.STARTED}
        for action, step in zip(self._actions, steps, strict=False):
            action.setText(f"{step.title}  –  {step.note}" if step.note else step.title)
            action.setIcon(build_state_icon(step.icon, self._theme))
        self._name()
        self.updateGeometry()
        self.update()

    def show_current(self, *, is_current: bool) -> None:
        """Show whether the step that is open is one of this part."""
        if is_current != self._is_current:
            self._is_current = is_current
            self._name()
            self.update()

    def _choose(self, step: str, _is_checked: bool = False) -> None:
        self.chosen.emit(step)

    def _name(self) -> None:
        state = plurals.count_blocking(self.problems, self.gaps)
        if self.is_done:
            state = QCoreApplication.translate("StepStatus", "complete")
        now = QCoreApplication.translate("StartList", "shown now") if self._is_current else ""
        words = (self._part.title or self._part.short, state, now)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(", ".join(word for word in words[:2] if word))

    def sizeHint(self) -> QSize:
        """Return the room for the word in bold, and for the number beside the icon."""
        self.ensurePolished()
        metrics = QFontMetrics(_embolden(self.font()))
        sign = self._sign()
        beside = sign + 2 * metrics.horizontalAdvance(self._number()) + GRID
        width = max(metrics.horizontalAdvance(self.text()), beside)
        return QSize(width + 2 * GRID, sign + metrics.height() + 2 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of it may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        colours = self._theme.colours
        sign = self._sign()
        icon = QRect((self.width() - sign) // 2, GRID // 2 + 2, sign, sign)
        ink = colours.accent if self._is_current else colours.quiet
        self._theme.icons.icon(self._part.icon, ink).paint(painter, icon)
        painter.setFont(_embolden(self.font()) if self._is_current else self.font())
        painter.setPen(QColor(colours.text if self._is_current else colours.quiet))
        below = QRect(0, icon.bottom() + 1, self.width(), self.height() - icon.bottom() - GRID // 2)
        painter.drawText(below, CENTRED, self.text())
        self._draw_count(painter, icon)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        colours, whole = self._theme.colours, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current or self.underMouse():
            painter.setBrush(QColor(colours.accent_soft if self._is_current else colours.hover))
            painter.drawRoundedRect(whole, 6, 6)
        if self._is_current:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(1, GRID, BAR, self.height() - 2 * GRID), 1, 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)

    def _draw_count(self, painter: QPainter, icon: QRect) -> None:
        colours = self._theme.colours
        left, top = icon.right() + 3, icon.top() - 2
        if self.is_done:
            size = round(TICK * find_text_scale(self))
            tick = QRect(left, top, size, size)
            self._theme.icons.icon(StepIcon.DONE, colours.good).paint(painter, tick)
            return
        painter.setFont(_embolden(self.font()) if self.problems else self.font())
        painter.setPen(QColor(colours.warm if self.problems else colours.quiet))
        painter.drawText(left, top + QFontMetrics(painter.font()).ascent(), self._number())

    def _sign(self) -> int:
        """Return the size of the icon in pixels."""
        return round(ICON * find_text_scale(self))

    def _number(self) -> str:
        number = self.problems or self.gaps
        return str(number) if number else ""


def _embolden(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


class StepButtons(QScrollArea):
    """One button for each part of the steps; its menu has the steps of the part.

    They scroll where large text meets a low window.
    """

    spacing: ClassVar[float] = 0.5
    """Between the buttons, in units of the grid."""

    def __init__(self, theme: Theme, chosen: Callable[[str], None]) -> None:
        super().__init__()
        set_up_scroll_area(self)
        set_role(self, "side")
        # The buttons take the focus instead.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._chosen = chosen
        self._rows: tuple[StepRow, ...] = ()
        self._current = ""
        self.buttons: tuple[PartButton, ...] = ()
        content = QFrame()
        set_role(content, "side")
        self._column = build_column(content, margins=(0.5, 0.5, 0.5, 0), spacing=self.spacing)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be wider by the scroll bar where the window is too low."""
        super().resizeEvent(event)
        self._fit_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as wide as the widest button, which other steps or another type size change."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit_width()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be wide enough before anything else is laid out."""
        super().showEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        least = self._column.totalMinimumSize()
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > self.height() else 0
        self.setFixedWidth(max(least.width(), BUTTONS_WIDTH) + bar)

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Show the parts of these steps; buttons stay while the steps are the same."""
        if rows == self._rows:
            return
        parts = [(part, tuple(steps)) for part, steps in groupby(rows, key=lambda row: row.part)]
        if _list_steps(rows) == _list_steps(self._rows):
            for button, (_, steps) in zip(self.buttons, parts, strict=True):
                button.show_steps(steps)
        else:
            clear_layout(self._column)
            self.buttons = tuple(PartButton(*part, self._theme) for part in parts)
            for button in self.buttons:
                button.chosen.connect(self._chosen)
            add_content(self._column, *self.buttons, STRETCH)
        self._rows = rows
        self.show_current(self._current)
        self._fit_width()

    def show_current(self, step: str) -> None:
        """Mark the part that has the step that is open."""
        self._current = step
        for button in self.buttons:
            button.show_current(is_current=any(one.id == step for one in button.steps))

    def focus_current(self) -> None:
        """Give the focus to the button of the part that has the step that is open, or the first."""
        current = [one for one in self.buttons if any(s.id == self._current for s in one.steps)]
        for button in (current or self.buttons)[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _list_steps(rows: tuple[StepRow, ...]) -> list[tuple[StepPart, str, str]]:
    """Return what the buttons and their menus are made for."""
    return [(row.part, row.id, row.title) for row in rows]
