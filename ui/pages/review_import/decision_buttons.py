"""The buttons that decide on a change, each with its letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...theme.theme import Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import text_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.key_button import KeyButton
from ...widgets.labels import NaturalLabel
from .decision_model import EDIT_KEY, DecisionOption, ItemDecision, is_undecided


class DecisionButton(KeyButton):
    """A button that decides, and says whether it is what was decided."""

    def __init__(self, theme: Theme, option: DecisionOption) -> None:
        super().__init__(theme, option.icon, option.label, option.key)
        self.option = option
        self.setToolTip(option.hint)

    def show_state(self, role: str, state: str = "") -> None:
        """Show the button in a role (`primary`, `picked` or plain), and say its state."""
        self.show_role(role)
        words = ", ".join(part for part in (self.text(), state) if part)
        key = self.tr("Key {}").format(self.option.key) if self.option.key else ""
        description = ". ".join(part for part in (key, self.option.hint) if part)
        set_accessible_name(self, words, description)


class DecisionButtons(QWidget):
    """A button for each way to decide; the first is filled until something is decided."""

    chosen = Signal(object)
    """The `ItemDecision` of the button that was pressed."""
    next_requested = Signal()
    jump_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: tuple[DecisionButton, ...] = ()
        self._row = FlowLayout(self, has_end=True)
        self.next_button = text_button(self.tr("Next change"), self.next_requested)
        self.jump_button = text_button(self.tr("Go to the answer"), self.jump_requested, "link")
        self.note_label = NaturalLabel()
        set_role(self.note_label, "quiet")

    def show_options(self, options: Sequence[DecisionOption], decision: ItemDecision) -> None:
        """Show a button for each option; without any, one that leads to the next change."""
        if [one.option for one in self._buttons] != [*options] or not options:
            self._build(options)
        is_open = is_undecided(decision)
        for place, button in enumerate(self._buttons):
            if not is_open and button.option.is_chosen(decision):
                button.show_state("picked", self.tr("chosen"))
            else:
                button.show_state("primary" if is_open and not place else "")

    def _build(self, options: Sequence[DecisionOption]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = tuple(DecisionButton(self._theme, option) for option in options)
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
        self.next_button.setVisible(not options)
        rest = (self.next_button, self.jump_button, self.note_label)
        self._row.show_widgets((*self._buttons, *rest))

    def press(self, key: str) -> None:
        """Press the button with a letter, if there is one."""
        for button in self._buttons:
            if button.option.key == key:
                button.click()
                return

    def buttons(self) -> tuple[DecisionButton, ...]:
        """Return the buttons of the decisions."""
        return self._buttons

    def has_focus(self) -> bool:
        """Return whether one of the buttons in sight has the focus."""
        buttons = (*self._buttons, self.next_button, self.jump_button)
        return any(button.hasFocus() and button.isVisible() for button in buttons)

    def focus_edit(self) -> None:
        """Set the focus on the button that edits."""
        for button in self._buttons:
            if button.option.key == EDIT_KEY:
                button.setFocus()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DecisionButton):
            self.chosen.emit(button.option.decision)
