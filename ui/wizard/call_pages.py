"""The first two pages of the guided start: what to do, and for which call."""

from __future__ import annotations

from PySide6.QtCore import Signal

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.texts import Texts

from ..i18n.value_text import format_moment
from ..theme.theme import Theme
from .aside import MeaningPane
from .meaning import describe_call, describe_path
from .page import ChoiceCard, ChoicePage
from .steps import StartStep


class _FirstChoicePage(ChoicePage):
    """A page whose choice the guided start keeps, as it is no answer of the draft."""

    chosen = Signal(str)

    def __init__(self, step: StartStep, theme: Theme) -> None:
        super().__init__(step, MeaningPane(theme))
        self.picked = ""

    def choose(self, choice: str) -> None:
        """Show the choice and report it."""
        self.picked = choice
        self.show_choice(choice)
        self.chosen.emit(choice)
        self.answered.emit()


class PathPage(_FirstChoicePage):
    """What the user wants to do, and where to go if this program is not for it."""

    def __init__(self, pack: Pack, texts: Texts, chosen: str, theme: Theme) -> None:
        super().__init__(StartStep.PATH, theme)
        self._pack, self._texts = pack, texts
        for path in pack.paths:
            card = ChoiceCard(path.id, texts.get(f"path.{path.id}.label"))
            card.build_body()
            parts = ("answer", "hint")
            told = (" ".join(texts.paragraphs(f"path.{path.id}.{part}")) for part in parts)
            card.describe(" ".join(told).strip())
            self.add_card(card)
        self.picked = chosen
        self.show_choice(chosen)

    def refresh_aside(self) -> None:
        """Show what the sources say of this, and our advice."""
        pack, texts = self._pack, self._texts
        hints = texts.paragraphs(f"path.{self.subject}.hint")
        self.pane.show_meanings(describe_path(self.subject, pack, texts), pack, texts, hints)

    def get_answer(self) -> str:
        """Return the action of the call, or what else the user wants to do."""
        here = {one.id for one in self._pack.paths if one.is_supported}
        if self.picked in here:
            return self._texts.get("pack.action")
        return self._texts.get(f"path.{self.picked}.label")


class CallPage(_FirstChoicePage):
    """The calls included, with state and deadlines."""

    def __init__(self, library: Library, language: str, call: str, theme: Theme) -> None:
        super().__init__(StartStep.CALL, theme)
        self._library, self._language = library, language
        for name in library.list_packs():
            self.add_card(self._card(library.load_pack(name), library.load_texts(name, language)))
        self.picked = call
        self.show_choice(call)

    def refresh_aside(self) -> None:
        """Show the deadlines of a call, and how much it asks."""
        pack = self._library.load_pack(self.subject)
        texts = self._library.load_texts(self.subject, self._language)
        self.pane.show_meanings(describe_call(pack, texts), pack, texts)

    def get_answer(self) -> str:
        """Return the call with its state."""
        pack = self._library.load_pack(self.picked)
        texts = self._library.load_texts(self.picked, self._language)
        return f"{texts.get('pack.short')}, {self._name_state(pack.state)}"

    def _card(self, pack: Pack, texts: Texts) -> ChoiceCard:
        card = ChoiceCard(pack.id, texts.get("pack.name"))
        card.build_body()
        state = self.tr("Call {0}: {1}").format(pack.edition, self._name_state(pack.state))
        card.add_text(state)
        if pack.state is CallState.CLOSED:
            note = self.tr("This call is closed. You can practise with it, but you cannot apply.")
            card.add_text(note, "quiet")
        moments = (format_moment(one.at, texts.language) for one in pack.deadlines)
        names = (texts.get(f"deadline.{one.id}.name") for one in pack.deadlines)
        card.describe(" ".join((state, *map("{}: {}".format, names, moments))))
        return card

    def _name_state(self, state: CallState) -> str:
        states = {
            CallState.OPEN: self.tr("open"),
            CallState.CLOSED: self.tr("closed"),
            CallState.PROVISIONAL: self.tr("provisional"),
        }
        return states[state]
