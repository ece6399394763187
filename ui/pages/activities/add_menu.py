"""The menu that adds an activity: all kinds of the call, the barred ones with their reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.accessibility import announce, set_accessible_name
from ...widgets.button_list import ButtonList
from ...widgets.buttons import icon_size
from ...widgets.card_button import CardButton
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row
from ..activity_model import get_plan_word
from .kinds import ActivityKind, collect_kinds, describe_kind, find_icon, name_kind


class KindRow(CardButton):
    """A kind of activity as a row of the menu: icon, name, one line, and its letter."""

    def __init__(self, kind: ActivityKind, session: Session, theme: Theme) -> None:
        super().__init__(theme, is_flat=True)
        self.kind = kind
        self.letter = kind.spec.prefix
        colours, is_barred = theme.colours, kind.is_barred
        icon = theme.icons.icon(
            "ban" if is_barred else find_icon(kind.spec, session),
            colours.quiet if is_barred else colours.accent,
        )
        name, line = name_kind(kind.spec, session), describe_kind(kind, session)
        title = wrapped_label(name, "quiet" if is_barred else "label")
        texts = build_column(None, title, *((wrapped_label(line, "quiet"),) if line else ()))
        texts.setSpacing(0)
        # Beside an icon, a text that wraps would ask for less width than it can have.
        widest = max(title.fontMetrics().horizontalAdvance(one) for one in (name, line))
        self.wanted_width = widest + icon_size() + GRID * 12
        sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
        letter = short_label(self.letter, "key")
        row = build_row(self, sign, texts, letter, margins=(1.5, 1, 1.5, 1), spacing=1.5)
        row.setStretchFactor(texts, 1)
        row.setAlignment(letter, Qt.AlignmentFlag.AlignVCenter)
        letter.setVisible(bool(self.letter))
        self.pass_clicks()
        set_accessible_name(self, ". ".join(part for part in (name, line) if part))


class AddMenu(ButtonList):
    """All kinds of activities as rows; a letter key chooses one."""

    chosen = Signal(object)
    """The `ActivityKind` to add."""
    jump_requested = Signal(object)
    """The key of the answer that bars a kind."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.rows: list[KindRow] = []
        self.setAccessibleName(get_plan_word(session, "add") or self.tr("Add an activity"))

    def open_kinds(self, opener: QWidget) -> None:
        """Open with the kinds that the present answers allow, and the others below."""
        kinds = collect_kinds(self._session)
        self.rows = [KindRow(kind, self._session, self._theme) for kind in kinds]
        for row in self.rows:
            row.clicked.connect(self._on_clicked)
        barring = next((kind.barred_by for kind in kinds if kind.is_barred), "")
        change = (
            [self._build_change_row(barring)] if barring in self._session.form.questions else []
        )
        self.show_buttons([*self.rows, *change])
        self.open_below(opener)

    def wanted_width(self) -> int:
        """Return the width at which no line wraps."""
        return max((row.wanted_width for row in self.rows), default=super().wanted_width())

    def handle_key(self, event: QKeyEvent) -> bool:
        """Choose a kind by its letter."""
        typed = event.text().casefold()
        row = next((one for one in self.rows if one.letter.casefold() == typed), None)
        if not typed.strip() or row is None:
            return super().handle_key(event)
        row.click()
        return True

    def _build_change_row(self, question: str) -> CardButton:
        name = self._session.texts.short_label(question)
        text = self.tr("Change “{}”").format(name)
        row = CardButton(self._theme, is_flat=True)
        build_row(row, wrapped_label(text, "linked"), margins=(1.5, 1, 1.5, 1))
        row.pass_clicks()
        set_accessible_name(row, text)
        row.setObjectName(question)
        row.clicked.connect(self._on_change)
        return row

    def _on_clicked(self) -> None:
        row = self.sender()
        if not isinstance(row, KindRow):
            return
        if row.kind.is_barred:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(row, describe_kind(row.kind, self._session))
            return
        self.close_list()
        self.chosen.emit(row.kind)

    def _on_change(self) -> None:
        question = self.sender().objectName()
        self.close_list()
        self.jump_requested.emit(Key(question))
