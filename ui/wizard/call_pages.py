"""The first two screens: is this the right action, and which call."""

from __future__ import annotations

from PySide6.QtCore import Signal

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.texts import Texts

from ..i18n.value_text import moment
from ..pages.question_texts import check_mark
from .page import ChoiceCard, Screen


class PathScreen(Screen):
    """What the user wants to do, and where to go when it is not here."""

    chosen = Signal(str)

    def __init__(self, pack: Pack, texts: Texts, chosen: str) -> None:
        """Offer the paths of a call; the answer of the chosen one stands on its card."""
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
            if not path.here:
                card.add_text(self.tr("You can go on here all the same."), "quiet")
            if not path.evidence.is_confirmed:
                card.add_text(check_mark(), "mark")
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
            for place in range(1, card.body.count()):
                item = card.body.itemAt(place)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.setVisible(card.choice == self._path)


class CallScreen(Screen):
    """The calls on board with their state and deadlines."""

    chosen = Signal(str)

    def __init__(self, library: Library, language: str, call: str) -> None:
        """Offer all calls; `call` is chosen to begin with."""
        super().__init__()
        self.set_title(self.tr("For which call?"))
        self._cards: list[ChoiceCard] = []
        for name in library.ids():
            card = self._card(library.pack(name), library.texts(name, language))
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
            card.add_text(self.tr("Good for practice and for comparing; no longer for sending."))
        deadlines = tuple(
            "{}: {}".format(
                texts.get(f"deadline.{one.id}.name"),
                moment(one.at, texts.language),
            )
            for one in pack.deadlines
        )
        card.add_points(self.tr("Deadlines"), deadlines)
        card.describe(" ".join((state, *deadlines)))
        return card

    def _on_chosen(self, call: str) -> None:
        self._show(call)
        self.chosen.emit(call)
        self.answered.emit()

    def _show(self, call: str) -> None:
        for card in self._cards:
            card.show_chosen(is_chosen=card.choice == call)
