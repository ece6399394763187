"""The small window that stays on top of the browser, with the same keys as the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ...i18n.joined import join_parts
from ...theme.theme import GRID, Theme, find_text_scale, set_role
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, build_column
from ...widgets.scroll_page import set_up_scroll_area
from . import texts
from .card import CopyButtons, LengthLine
from .desk import CopyDesk

WIDTH, HEIGHT = 360, 240
"""Pixels at 100 %."""


class SmallWindow(QWidget):
    """Shows the field that is next; it has no parent, so that the main window can be minimised."""

    def __init__(self, desk: CopyDesk, theme: Theme) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        # On macOS tool windows disappear while another program is active.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        set_role(self, "page")
        self.setWindowTitle(texts.get_page_title())
        self._desk = desk
        self.count_label = wrapped_label("", "quiet")
        self.place_label = wrapped_label("", "quiet")
        self.name_label = wrapped_label("", "label")
        self.length = LengthLine(theme)
        self.answer_label = wrapped_label("")
        self.buttons = CopyButtons(desk, theme)
        box = QFrame()
        set_role(box, "card")
        build_column(box, self.answer_label, margins=(1, 1, 1, 1))
        content = QWidget()
        set_role(content, "page")
        parts = (self.name_label, self.place_label, self.length, box)
        build_column(content, *parts, STRETCH, spacing=0.5)
        self.area = QScrollArea()
        set_up_scroll_area(self.area)
        self.area.setAccessibleName(self.tr("The answer that is next"))
        self.area.setWidget(content)
        parts = (self.area, self.buttons, self.count_label)
        column = build_column(self, *parts, margins=(1.5, 1, 1.5, 1))
        column.setStretchFactor(self.area, 1)
        desk.add_keys(self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        desk.changed.connect(self.show_field)
        desk.moved.connect(self.show_field)
        self._place()

    def show_field(self) -> None:
        """Show the current field of the desk, from its beginning."""
        field, desk = self._desk.current, self._desk
        self.count_label.setText(texts.format_counts(*desk.counts))
        if field is None:
            return
        text, language = desk.format(field), desk.session.texts.language
        self.name_label.setText(texts.name_field(field, desk.session))
        self.place_label.setText(texts.describe_place(field, desk.session))
        self.length.show_field(field, text, language)
        state = texts.describe_state(field, language)
        self.answer_label.setText(text or state)
        self.count_label.setText(join_parts(self.count_label.text(), state))
        self.area.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        """Stand at the lower right of the screen, where a browser has least to show."""
        scale = find_text_scale(self)
        self.resize(round(WIDTH * scale), round(HEIGHT * scale))
        corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
        self.move(corner.x() - self.width() - GRID * 3, corner.y() - self.height() - GRID * 6)
