"""The focus mode: one question and its answer, with nothing else on the screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QWidget

from erasmus_desk.draft.model import Change, Key

from ..fields.question_box import build_remark_line
from ..fields.text_box import measure_text_column
from ..fields.text_field import TextField
from ..fields.values import Remark
from ..pages.guidance_content import ASSESSORS, BUILD, ELEMENTS, build_criteria, build_layer
from ..pages.question_texts import build_question_text, name_answer
from ..session.session import Session
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.buttons import next_button, push_button, tool_button
from ..widgets.cursors import read_cursor, set_cursor
from ..widgets.hairline import build_line
from ..widgets.key_hints import name_keys
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import STRETCH, add_content, build_column, build_row, clear_layout
from ..widgets.scroll_page import replace_content, set_up_scroll_area
from ..widgets.share_bar import ShareBar
from .columns import is_narrow_for
from .saved_label import SavedLabel

MAX_SIZE = 16_777_215
"""Pixels that Qt takes as no maximum."""
POINTS_WIDTH = GRID * 36
"""Pixels of the points beside the answer at 100 %."""
LEAST_REMARK = GRID * 40
"""Pixels of a finding beside the keys at 100 %: with less it would have many short lines."""
DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class FocusFoot(QFrame):
    """The foot of the focus mode: counter and findings at the left, keys and the way back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "foot")
        self._theme = theme
        self._labels: tuple[QWidget, ...] = ()
        self.bar = ShareBar(theme)
        self.bar.setFixedWidth(GRID * 20)
        self._counter = build_row(None, self.bar, spacing=1)
        self._remarks = build_column(None, spacing=0.5)
        self.hints = QWidget()
        hints = build_row(self.hints)
        control = Qt.KeyboardModifier.ControlModifier
        for keys, text in (
            ((name_keys(control, "↑"), name_keys(control, "↓")), self.tr("questions")),
            ((name_keys(control, "F"),), self.tr("find and replace")),
        ):
            for one in keys:
                hints.addWidget(short_label(one, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
            hints.addWidget(short_label(text, "quiet"))
        check = theme.icons.icon("check", theme.colours.accent_text)
        self.done_button = next_button(check, self.tr("Done"))
        set_role(self.done_button, "primary")
        row = build_row(
            self, self._counter, self._remarks, self.hints, self.done_button,
            margins=(3, 1, 3, 1), spacing=2,
        )  # fmt: skip
        row.setStretchFactor(self._remarks, 1)

    def show_counter(self, field: TextField) -> None:
        """Show the counter of an answer in place of the one before."""
        for label in self._labels:
            self._counter.removeWidget(label)
            label.deleteLater()
        self._labels = (field.count_label, field.state_label)
        add_content(self._counter, *self._labels)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show the findings at the answer."""
        clear_layout(self._remarks)
        for remark in remarks:
            self._remarks.addWidget(build_remark_line(remark, self._theme))
        self.fit_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the keys where there is room."""
        super().resizeEvent(event)
        self.fit_hints()

    def fit_hints(self) -> None:
        """Show the keys in a wide window, unless they would squeeze the findings."""
        widths = (self._counter, self.hints, self.done_button)
        rest = self.width() - sum(one.sizeHint().width() for one in widths) - 12 * GRID
        squeezes = self._remarks.count() > 0 and rest < LEAST_REMARK * find_text_scale(self)
        self.hints.setHidden(squeezes or is_narrow_for(self))


class FocusPage(QFrame):
    """Shows one long answer of a page at a time; the others are a key away."""

    closed = Signal()
    key_shown = Signal(object)
    """The key of the answer that is shown now."""

    def __init__(self, session: Session, theme: Theme, title: str, keys: tuple[Key, ...]) -> None:
        """`title` is that of the page with these answers, to which the mode leads back."""
        super().__init__()
        set_role(self, "writing")
        self._session = session
        self._theme = theme
        self._title = title
        self._keys = keys
        self.key = keys[0]
        self.field: TextField | None = None
        self._is_narrow: bool | None = None
        self._build()
        for keystrokes, offset in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(
                QKeySequence(keystrokes),
                self,
                partial(self.show_neighbour, offset),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
        session.changed.connect(self._on_changed)

    def _build(self) -> None:
        icon = self._theme.icon
        self.back_button = push_button(self._theme.accent_icon("chevron-left"), self._title, "link")
        self.back_button.clicked.connect(self.closed)
        self.previous_button = tool_button(icon("chevron-left"), self.tr("Previous question"))
        self.previous_button.clicked.connect(partial(self.show_neighbour, -1))
        self.next_button = tool_button(icon("chevron-right"), self.tr("Next question"))
        self.next_button.clicked.connect(partial(self.show_neighbour, 1))
        self.position_label = short_label("", "quiet")
        self.saved_label = SavedLabel(self._theme)
        self.points_button = tool_button(icon("list-checks"), self.tr("Guidance"))
        self.points_button.setCheckable(True)
        self.points_button.clicked.connect(self._show_points)
        position = (self.previous_button, self.position_label, self.next_button)
        self._escape = short_label(self.tr("Esc"), "key")
        back = build_row(None, self.back_button)
        back.addWidget(self._escape, 0, Qt.AlignmentFlag.AlignVCenter)
        back.addStretch(1)
        right = build_row(None, STRETCH, self.saved_label, self.points_button)
        top = build_row(None, margins=(2, 1, 2, 1))
        for part, stretch in ((back, 1), (build_row(None, *position), 0), (right, 1)):
            top.addLayout(part, stretch)
        self.area, self.points_area = QScrollArea(), QScrollArea()
        for area in (self.area, self.points_area):
            set_up_scroll_area(area)
            set_role(area, "writing")
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._across = QBoxLayout(ACROSS)
        self._across.setSpacing(GRID * 5)
        self._across.setContentsMargins(GRID * 3, 0, GRID * 3, 0)
        self._across.addStretch(1)
        self._across.addWidget(self.area, 1000)
        self._across.addWidget(self.points_area)
        self._across.addStretch(1)
        self._column = build_column(self, top, self._across, spacing=0)
        self._column.setStretchFactor(self._across, 1)
        self._foot = FocusFoot(self._theme)
        self.bar, self.done_button = self._foot.bar, self._foot.done_button
        self.done_button.clicked.connect(self.closed)
        self._column.addWidget(self._foot)

    def show_panel(self, panel: QWidget) -> None:
        """Insert a panel above the answer, as for a search."""
        self._column.insertWidget(1, panel)

    def has_key(self, key: Key) -> bool:
        """Return whether an answer is among those that the keys lead through."""
        return key in self._keys

    def cursor_position(self) -> int:
        """Return the place of the cursor in UTF-16 units."""
        return (read_cursor(self.field.box) or 0) if self.field is not None else 0

    def show_key(self, key: Key, cursor: int = 0) -> None:
        """Show an answer, with the cursor at a place in UTF-16 units."""
        self.key = key
        self._show_answer(key)
        number = self._keys.index(key) + 1
        self.position_label.setText(self.tr("Question {0} of {1}").format(number, len(self._keys)))
        self.previous_button.setEnabled(number > 1)
        self.next_button.setEnabled(number < len(self._keys))
        if self.field is not None:
            set_cursor(self.field.box, cursor)
        self.focus_first()
        self.key_shown.emit(key)

    def focus_first(self) -> None:
        """Set the focus in the answer."""
        if self.field is not None:
            self.field.focus_first()

    def show_neighbour(self, offset: int) -> None:
        """Show the question before or after this one."""
        index = self._keys.index(self.key) + offset
        if 0 <= index < len(self._keys):
            self.show_key(self._keys[index])

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show the findings at the answer."""
        self._foot.show_remarks(remarks)

    def toggle_points(self) -> None:
        """Show or hide the points of the guidance."""
        self.points_button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the answer, also beside it."""
        QApplication.sendEvent(self.area.verticalScrollBar(), event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the points below the answer in a narrow window."""
        super().resizeEvent(event)
        self._arrange()

    def _show_answer(self, key: Key) -> None:
        session = self._session
        question = session.form.questions[key.question]
        words = build_question_text(question, session.pack, session.texts)
        title = wrapped_label(name_answer(key, session), "title")
        parts: list[QWidget] = [title]
        if words.label not in ("", words.heading):
            parts.append(wrapped_label(words.label, "quiet"))
        line = build_line()
        self.field = field = TextField(
            self._theme, question.limit, role="writing", has_footer=False
        )
        field.set_name(words.heading, words.label)
        field.set_value(session.value(key))
        field.check_spelling(session.spelling, key)
        field.edited.connect(partial(session.edit, key))
        field.counted.connect(self._show_count)
        self._foot.show_counter(field)
        answer = QWidget()
        set_role(answer, "writing")
        build_column(answer, *parts, line, field, STRETCH, margins=(0, 2, 2, 4), spacing=1)
        replace_content(self.area, answer)
        points = QWidget()
        set_role(points, "writing")
        layers = [one for layer in (BUILD, ELEMENTS) for one in build_layer(layer, key, session)]
        rest = (*build_layer(ASSESSORS, key, session), *build_criteria(question, session))
        build_column(points, *layers, *rest, STRETCH, margins=(0, 2, 1, 4), spacing=1.5)
        replace_content(self.points_area, points)
        self._show_count()
        self._arrange()

    def _show_count(self) -> None:
        if self.field is not None:
            share, text = self.field.share, self.field.count_label.text()
            self.bar.show_share(share or 0, text, is_over=(share or 0) > 1)

    def _arrange(self) -> None:
        """Put the points beside the answer; in a narrow window below it, on demand."""
        is_narrow = is_narrow_for(self)
        scale = find_text_scale(self)
        column = measure_text_column(self.font()) + GRID * 4
        self.area.setMaximumWidth(MAX_SIZE if is_narrow else column)
        if is_narrow:
            self.points_area.setFixedSize(self.width() - GRID * 6, self.height() * 2 // 5)
        else:
            self.points_area.setFixedWidth(round(POINTS_WIDTH * scale))
            self.points_area.setMinimumHeight(0)
            self.points_area.setMaximumHeight(MAX_SIZE)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.points_button.setChecked(not is_narrow)
            self._across.setDirection(DOWN if is_narrow else ACROSS)
            self.back_button.setText(self.tr("Back") if is_narrow else self._title)
            for part in (self._escape, self.saved_label):
                part.setHidden(is_narrow)
        self.bar.setHidden(is_narrow or self.field is None or self.field.share is None)
        self._show_points()

    def _show_points(self) -> None:
        self.points_area.setVisible(self.points_button.isChecked())

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        if self.field is not None and any(change.key == self.key for change in changes):
            self.field.set_value(self._session.value(self.key))
