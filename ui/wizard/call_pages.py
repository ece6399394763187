"""The first two wizard pages: what to do, and for which call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import CallState, Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Value

from ..i18n.value_text import format_moment
from ..pages.question_texts import describe_evidence
from ..widgets.buttons import text_button
from ..widgets.labels import our_words
from ..widgets.layouts import list_widgets
from .page import ChoiceCard, ChoicePage


class _FirstChoicePage(ChoicePage):
    """A page whose choice the wizard keeps, as it is no answer of the draft."""

    chosen = Signal(str)
    about_requested = Signal()

    def add_about_button(self) -> None:
        """Add the button that shows what there is to know about the call."""
        self.about_button = text_button(self.tr("About this call"), self.about_requested, "link")
        self.column.addWidget(self.about_button, 0, Qt.AlignmentFlag.AlignLeft)

    def choose(self, choice: str) -> None:
        """Show the choice and report it."""
        self.show_choice(choice)
        self.chosen.emit(choice)
        self.answered.emit()


class PathPage(_FirstChoicePage):
    """What the user wants to do, and where to go if this program is not for it."""

    def __init__(self, pack: Pack, texts: Texts, chosen: str) -> None:
        super().__init__()
        self.set_title(self.tr("What do you want to do?"))
        for path in pack.paths:
            card = ChoiceCard(path.id, texts.get(f"path.{path.id}.label"))
            paragraphs = texts.paragraphs(f"path.{path.id}.answer")
            hints = texts.paragraphs(f"path.{path.id}.hint")
            card.describe(" ".join((*paragraphs, *hints)))
            for paragraph in paragraphs:
                card.add_text(paragraph)
            card.add_text(describe_evidence(path.evidence, pack, texts), "mark")
            if hints:
                card.body.addWidget(our_words(hints, self.tr("Our advice")))
            if not path.is_supported:
                card.add_text(self.tr("You can still continue here."), "quiet")
            self.add_card(card)
        self.add_about_button()
        self.show_choice(chosen)

    def show_choice(self, choice: Value | None) -> None:
        """Show which card is chosen, with its text; the others show their title only."""
        super().show_choice(choice)
        for card in self.cards:
            for widget in list_widgets(card.body)[1:]:
                widget.setVisible(card.choice == choice)


class CallPage(_FirstChoicePage):
    """The calls included, with state and deadlines."""

    def __init__(self, library: Library, language: str, call: str) -> None:
        super().__init__()
        self.set_title(self.tr("For which call?"))
        for name in library.list_packs():
            self.add_card(self._card(library.load_pack(name), library.load_texts(name, language)))
        self.add_about_button()
        self.show_choice(call)

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
            note = self.tr("This call is closed. You can practise with it, but you cannot apply.")
            card.add_text(note)
        names = [texts.get(f"deadline.{one.id}.name") for one in pack.deadlines]
        moments = [format_moment(one.at, texts.language) for one in pack.deadlines]
        deadlines = tuple(map("{}: {}".format, names, moments))
        card.add_bullets(self.tr("Deadlines"), deadlines)
        card.describe(" ".join((state, *deadlines)))
        return card
