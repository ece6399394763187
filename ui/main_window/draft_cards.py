"""The cards and rows of the home page: proposals, calls and examples."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from ..theme.theme import GRID, LINE_HEIGHT, Theme
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import icon_size
from ..widgets.drawn_button import GAP, Drawing, DrawnButton, Note
from .card_texts import CallText, CardText, ExampleText

MARGIN = GRID * 2
BAR = GRID
SHARE_WIDTH = GRID * 26
"""Pixels of the bar of a row with its text, at 100 %."""


class DraftCard(DrawnButton):
    """The card of one proposal; a click or Enter opens it, its menu does other things."""

    words_at: ClassVar[int] = GRID
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    """The path of the proposal, and the place of its menu on the screen."""

    def __init__(
        self, words: CardText, theme: Theme, *, is_row: bool = False, is_first: bool = False
    ) -> None:
        """Draw a card, or a row among many, the first of which has no line above it."""
        super().__init__(theme, is_flat=is_row, is_first=is_first)
        self.words = words
        self._is_row = is_row
        set_accessible_name(self, words.spoken)
        self.setAccessibleDescription(self.tr("The menu key shows what else you can do."))
        self.setToolTip(words.details)
        self.clicked.connect(self._on_clicked)

    def lay_out(self, drawing: Drawing) -> None:
        """Lay out what, how far, and what presses."""
        if self._is_row:
            self._lay_out_row(drawing)
        else:
            self._lay_out_card(drawing)
        place = self._place_sign(drawing.width, drawing.icon_size)
        drawing.add_icon("ellipsis", self.theme.colours.quiet, place)

    def _place_sign(self, width: int, sign: int) -> QRect:
        """Return where the sign of the menu is in a card of a width."""
        edge = GRID if self._is_row else MARGIN
        return QRect(width - edge - sign, edge, sign, sign)

    def _place_menu(self) -> QRect:
        """Return where a click shows the menu: the sign and some room around it."""
        return self._place_sign(self.width(), icon_size()).adjusted(-GRID, -GRID, GRID, GRID)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the menu where it is drawn; press the card elsewhere."""
        if self._place_menu().contains(event.position().toPoint()):
            self._ask_for_menu(self._place_menu().bottomLeft())
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu at the mouse, or below its sign when a key asks for it."""
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self._ask_for_menu(event.pos() if is_mouse else self._place_menu().bottomLeft())

    def _ask_for_menu(self, place: QPoint) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.menu_requested.emit(self.words.path, self.mapToGlobal(place))

    def _lay_out_card(self, drawing: Drawing) -> None:
        colours, words = self.theme.colours, self.words
        width, top = drawing.width - 2 * MARGIN, MARGIN
        top += self._add_names(drawing, QRect(MARGIN, top, width, 0)) + GRID
        if words.share is not None:
            if drawing.room:  # the bars of cards side by side are at one height
                top = max(top, drawing.room - MARGIN - self._measure_foot(drawing, width))
            top += self._add_share(drawing, QRect(MARGIN, top, width, 0)) + GRID
            top += drawing.add_notes(self._notes(), MARGIN, top, width)
        else:
            for line in words.lines:
                place = QRect(MARGIN, top, width, 0)
                top += drawing.add_text(line, drawing.body, colours.warm, place) + GAP
        drawing.height = top + MARGIN

    def _measure_foot(self, drawing: Drawing, width: int) -> int:
        trial = drawing.try_out()
        share = self._add_share(trial, QRect(MARGIN, 0, width, 0))
        return share + GRID + trial.add_notes(self._notes(), MARGIN, 0, width)

    def _lay_out_row(self, drawing: Drawing) -> None:
        colours, words, top, side = self.theme.colours, self.words, GRID, 0
        if words.share is not None:
            wanted = SHARE_WIDTH * self.fontMetrics().height() // LINE_HEIGHT
            side = min(wanted, drawing.width // 3)
            place = QRect(drawing.width - GRID - side, top, side - drawing.icon_size - GRID, 0)
            height = self._add_share(drawing, place) + GAP
            edited = Note(words.edited, colours.quiet)
            height += drawing.add_notes((edited,), place.x(), top + height, place.width())
            drawing.height = top + height
        width = drawing.width - side - 4 * GRID
        for text, font in ((words.name, drawing.bold), (words.title, drawing.body)):
            place = QRect(GRID, top, width, 0)
            top += drawing.add_text(text, font, colours.text, place)
        for line in words.lines:
            place = QRect(GRID, top, width, 0)
            top += drawing.add_text(line, drawing.body, colours.warm, place)
        if words.share is not None:
            notes = (Note(words.about, colours.quiet), *self._notes()[:-1])
            top += GAP
            top += drawing.add_notes(notes, GRID, top, width)
        drawing.height = max(drawing.height, top) + GRID

    def _add_names(self, drawing: Drawing, place: QRect) -> int:
        """Add kind, field and call, the acronym and the whole title; return the height."""
        colours, words, top = self.theme.colours, self.words, place.y()
        lines = (
            (words.about, drawing.small, colours.quiet),
            (words.name, drawing.heading, colours.text),
            (words.title, drawing.body, colours.text),
        )
        for text, font, colour in lines:
            # The first line ends before the sign of the menu.
            room = place.width() - (drawing.icon_size + GRID if top == place.y() else 0)
            at = QRect(place.x(), top, room, 0)
            if text:
                top += drawing.add_text(text, font, colour, at) + GAP
        return top - place.y() - GAP

    def _add_share(self, drawing: Drawing, place: QRect) -> int:
        words = self.words.share_text
        needed = drawing.small.advance(words) + 1
        text, bar = QRect(place), QRect(place)
        bar.setHeight(BAR)
        is_beside = needed < place.width() // 2
        if is_beside:
            text.setX(place.right() + 1 - needed)
            bar.setWidth(place.width() - needed - GRID * 3 // 2)
        height = drawing.add_text(words, drawing.small, self.theme.colours.quiet, text)
        if is_beside:
            bar.moveTop(place.y() + (height - BAR) // 2)
        else:  # a narrow card or large type: the bar below the words
            bar.moveTop(place.y() + height + GAP)
            height += GAP + BAR
        drawing.add_share(self.words.share or 0.0, bar)
        return height

    def _notes(self) -> tuple[Note, ...]:
        colours, words = self.theme.colours, self.words
        colour = colours.quiet if words.is_late else colours.text
        sent = colours.warm if words.is_reply_late else colours.quiet
        notes = (
            Note(words.left, colour, "calendar-clock", is_bold=not words.is_late),
            Note(words.copies, sent, "send"),
            Note(words.returned, colours.accent, "inbox"),
        )
        edited = Note(words.edited, colours.quiet, is_right=True)
        return (*(note for note in notes if note.text), edited)

    def _on_clicked(self) -> None:
        self.opened.emit(self.words.path)


class CallRow(DrawnButton):
    """A call with its state and its next deadline; a click shows what there is to know of it."""

    words_at: ClassVar[int] = GRID
    opened = Signal(str)

    def __init__(self, words: CallText, theme: Theme, *, is_first: bool) -> None:
        super().__init__(theme, is_flat=True, is_first=is_first)
        self.words = words
        parts = (words.name, words.state, words.action, *words.deadline.split("\n"), words.note)
        set_accessible_name(self, ". ".join(part for part in parts if part))
        self.clicked.connect(self._on_clicked)

    def lay_out(self, drawing: Drawing) -> None:
        """Lay out name and state, and below what it is for, until when, and what that means."""
        colours, words, top = self.theme.colours, self.words, GRID
        chip = QRect(0, top, drawing.small.advance(words.state) + 2 * GRID, 0)
        chip.setHeight(drawing.small.height + GAP)
        # Its middle is that of the line of the name, though it is higher.
        chip.moveTop(top + (drawing.bold.line_spacing - chip.height()) // 2)
        chip.moveRight(drawing.width - GRID - 1)
        ground = colours.good_soft if words.is_open else colours.hover
        drawing.add_box(ground, chip, chip.height() / 2)
        place = QRect(chip.x() + GRID, chip.y() + GAP // 2, chip.width(), 0)
        ink = colours.good if words.is_open else colours.text
        drawing.add_text(words.state, drawing.small, ink, place)
        width = drawing.width - chip.width() - 3 * GRID
        name = QRect(GRID, top, width, 0)
        top += max(drawing.add_text(words.name, drawing.bold, colours.text, name), chip.height())
        for line in filter(None, (words.action, *words.deadline.split("\n"), words.note)):
            place = QRect(GRID, top, drawing.width - 2 * GRID, 0)
            top += drawing.add_text(line, drawing.small, colours.quiet, place)
        drawing.height = top + GRID

    def _on_clicked(self) -> None:
        self.opened.emit(self.words.id)


class ExampleRow(DrawnButton):
    """An example, of which a click opens a copy."""

    words_at: ClassVar[int] = GRID
    opened = Signal(object)

    def __init__(self, words: ExampleText, theme: Theme, *, is_first: bool) -> None:
        super().__init__(theme, is_flat=True, is_first=is_first)
        self.words = words
        set_accessible_name(self, ". ".join(filter(None, (words.title, words.about))))
        self.setToolTip(words.title)
        self.clicked.connect(self._on_clicked)

    def lay_out(self, drawing: Drawing) -> None:
        """Lay out the first part of the title and what it is an example of, between two icons."""
        colours, sign, top = self.theme.colours, drawing.icon_size, GRID
        left = sign + GRID * 5 // 2
        width = drawing.width - left - sign - 2 * GRID
        for text, font, colour in (
            (self.words.title.partition(":")[0], drawing.body, colours.text),
            (self.words.about, drawing.small, colours.quiet),
        ):
            top += drawing.add_text(text, font, colour, QRect(left, top, width, 0))
        drawing.height = top + GRID
        middle = (drawing.height - sign) // 2
        drawing.add_icon("book-open", colours.accent, QRect(GRID, middle, sign, sign))
        right = QRect(drawing.width - sign - GRID, middle, sign, sign)
        drawing.add_icon("chevron-right", colours.quiet, right)

    def _on_clicked(self) -> None:
        self.opened.emit(self.words.path)
