"""The first two wizard pages: what to do, and for which call."""

from __future__ import annotations

from PySide6.QtCore import Signal

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.texts import Texts

from ..i18n.value_text import format_moment
from ..pages.question_texts import get_check_note
from .page import ChoiceCard, WizardPage


class PathPage(WizardPage):
    """What the user wants to do, and where to go if this program is not for it."""

    chosen = Signal(str)

    def __init__(self, pack: Pack, texts: Texts, chosen: str) -> None:
        super().__init__()
        self.set_title(self.tr("What do you want to do?"))
        self._path = chosen
        self._cards: list[ChoiceCard] = []
        for path in pack.paths:
            card = ChoiceCard(path.id, texts.get(f"path.{path.id}.label"))
            paragraphs = texts.paragraphs(f"path.{path.id}.answer")
            card.describe(" ".join(paragraphs))
            for paragraph in paragraphs:
                card.add_text(paragraph)
            if not path.is_supported:
                card.add_text(self.tr("You can still continue here."), "quiet")
            if not path.evidence.is_confirmed:
                card.add_text(get_check_note(), "mark")
            card.chosen.connect(self._on_chosen)
            self._cards.append(card)
            self.column.addWidget(card)
        self._show()

    def _on_chosen(self, path: str) -> None:
        self._path = path
        self._show()
        self.chosen.emit(path)
        self.answered.emit()

    def _show(self) -> None:
        for card in self._cards:
            card.show_chosen(is_chosen=card.choice == self._path)
            for number in range(1, card.body.count()):
                item = card.body.itemAt(number)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.setVisible(card.choice == self._path)


class CallPage(WizardPage):
    """The calls included, with state and deadlines."""

    chosen = Signal(str)

    def __init__(self, library: Library, language: str, call: str) -> None:
        """Show all calls; `call` is chosen."""
        super().__init__()
        self.set_title(self.tr("For which call?"))
        self._cards: list[ChoiceCard] = []
        for name in library.list_packs():
            card = self._card(library.load_pack(name), library.load_texts(name, language))
            card.chosen.connect(self._on_chosen)
            self._cards.append(card)
            self.column.addWidget(card)
        self._show(call)

    def _card(self, pack: Pack, texts: Texts) -> ChoiceCard:
        states = {
            CallState.OPEN: self.tr("open"),
            CallState.CLOSED: self.tr("closed"),
            CallState.PROVISIONAL: self.tr("provisional"),
        }
        card = ChoiceCard(pack.id, texts.get("pack.name"))
        state = self.tr("Call {0}: {1}").format(pack.edition, states[pack.state])
        card.add_text(state)
        if pack.state is CallState.CLOSED:
            card.add_text(
                self.tr("This call is closed. You can practise with it, but you cannot apply.")
            )
        deadlines = tuple(
            "{}: {}".format(
                texts.get(f"deadline.{one.id}.name"), format_moment(one.at, texts.language)
            )
            for one in pack.deadlines
        )
        card.add_bullets(self.tr("Deadlines"), deadlines)
        card.describe(" ".join((state, *deadlines)))
        return card

    def _on_chosen(self, call: str) -> None:
        self._show(call)
        self.chosen.emit(call)
        self.answered.emit()

    def _show(self, call: str) -> None:
        for card in self._cards:
            card.show_chosen(is_chosen=card.choice == call)
