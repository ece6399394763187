"""The project types side by side: what is comparable stands at one height."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import icon_size
from ..widgets.choice_card import BESIDE_BOX, ChoiceCard
from ..widgets.hairline import build_line
from ..widgets.labels import marked_line, short_label, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row

MARGIN = GRID * 2


class KindSection:
    """A heading with points for each type, and the icon of the points or none."""

    def __init__(self, heading: str, icon: str, points: dict[str, tuple[str, ...]]) -> None:
        self.heading, self.icon, self.points = heading, icon, points

    def is_own(self, kind: str, point: str) -> bool:
        """Return whether no other type has this point."""
        return not any(point in points for other, points in self.points.items() if other != kind)


class KindTable(QWidget):
    """The cards of the types, with their texts in rows over them.

    Where there is no room for them side by side, they are below each other.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: dict[str, QWidget] = {}
        """What says that a type is chosen."""
        self._columns: tuple[tuple[QWidget, ...], ...] = ()
        """The card of each type, followed by its texts."""
        self._is_stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(0)

    def show_cards(
        self, cards: tuple[tuple[ChoiceCard, str], ...], sections: tuple[KindSection, ...]
    ) -> None:
        """Show the cards with their second lines, and the sections in rows."""
        self._columns = tuple(
            (
                card,
                self._build_head(card, name),
                *(self._build_section(section, card.choice) for section in sections),
            )
            for card, name in cards
        )
        for column in self._columns:
            for cell in column[1:]:
                # The card is below its texts, which leave the mouse to it.
                cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._arrange(is_stacked=False)

    def minimumSizeHint(self) -> QSize:
        """Return the width of one type: the others can go below it."""
        widths = (cell.minimumSizeHint().width() for column in self._columns for cell in column)
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the types side by side or below each other."""
        super().resizeEvent(event)
        count = len(self._columns)
        needed = count * self.minimumSizeHint().width() + (count - 1) * MARGIN
        self._arrange(is_stacked=needed > self.width())

    def _arrange(self, *, is_stacked: bool) -> None:
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        for index, (card, *cells) in enumerate(self._columns):
            # A row more is the margin at the foot of the card, another one the gap below it.
            first = index * (len(cells) + 2) if is_stacked else 0
            column = 0 if is_stacked else index
            for widget in (card, *cells):
                self._grid.removeWidget(widget)
            self._grid.addWidget(card, first, column, len(cells) + 1, 1)
            for row, cell in enumerate(cells, start=first):
                self._grid.addWidget(cell, row, column)
                cell.raise_()
            for row in (first + len(cells), first + len(cells) + 1):
                self._grid.setRowMinimumHeight(row, MARGIN if is_stacked else GRID)
            self._grid.setColumnStretch(index, 1 if index == column else 0)

    def _build_head(self, card: ChoiceCard, name: str) -> QWidget:
        self.chips[card.choice] = chip = self._build_chip()
        set_role(card.title_label, "heading")
        title = build_row(None, card.title_label, chip)
        title.setStretch(0, 1)
        title.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        # As high as the button, so that its circle and the first line are at one height.
        title.addStrut(card.button.sizeHint().height())
        names = build_column(None, title, wrapped_label(name, "quiet"), STRETCH, spacing=0)
        head = QWidget()
        line = build_row(head, card.button, names, spacing=0)
        line.setStretch(1, 1)
        line.setAlignment(card.button, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(MARGIN - int(BESIDE_BOX * GRID), MARGIN - GRID // 2, MARGIN, GRID)
        chip.hide()
        return head

    def _build_chip(self) -> QFrame:
        chip, size = QFrame(), icon_size()
        set_role(chip, "pill")
        tick = QLabel(pixmap=self._theme.accent_icon("check").pixmap(size, size))
        build_row(chip, tick, short_label(self.tr("chosen"), ""), margins=(1, 0.5, 1.5, 0.5))
        return chip

    def _build_section(self, section: KindSection, kind: str) -> QWidget:
        cell, heading = QWidget(), wrapped_label(section.heading, "subtle")
        column = build_column(cell, build_line(), heading, spacing=0.75)
        column.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        colours, size = self._theme.colours, icon_size()
        inks = {"check": colours.good, "ban": colours.warm}
        for point in section.points.get(kind, ()):
            role = "label" if section.is_own(kind, point) and section.icon == "check" else ""
            sign = QLabel("•", alignment=Qt.AlignmentFlag.AlignHCenter)
            # Without an icon the words begin where those with one do.
            sign.setFixedWidth(size)
            if section.icon:
                icon = self._theme.icons.icon(section.icon, inks.get(section.icon, colours.quiet))
                sign = QLabel(pixmap=icon.pixmap(size, size))
            column.addWidget(marked_line(sign, wrapped_label(point, role)))
        column.addStretch(1)
        return cell
