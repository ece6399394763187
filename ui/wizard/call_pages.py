"""The first two pages of the guided start: what to do, and for which call."""

from __future__ import annotations

from PySide6.QtCore import Signal

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.offers import Offer, list_offers
from erasmus_desk.call.texts import Texts

from ..i18n.joined import join_parts
from ..i18n.value_text import format_moment
from ..theme.theme import Theme
from ..widgets.choice_card import ChoiceCard
from ..widgets.labels import wrapped_label
from .aside import MeaningPane
from .meaning import describe_call, describe_offer, explain_state, name_state
from .page import ChoicePage
from .steps import StartStep


class _FirstChoicePage(ChoicePage):
    """A page whose choice the guided start keeps, as it is no answer of the draft."""

    def __init__(
        self, step: StartStep, library: Library, language: str, call: str, theme: Theme
    ) -> None:
        super().__init__(step, MeaningPane(theme))
        self._library, self._language = library, language
        self.packs, _ = library.load_packs()
        self.call = call

    def load_texts(self, call: str) -> Texts:
        """Return the texts of a call in the language of the window."""
        return self._library.load_texts(call, self._language)

    def name_call(self, call: str) -> str:
        """Return the short name of a call with its state."""
        state = name_state(self._library.load_pack(call).state)
        return f"{self.load_texts(call).get('pack.short')}, {state}"


class PathPage(_FirstChoicePage):
    """What the user wants to do: in the words of each call, or where else to go."""

    chosen = Signal(str, str)
    """What the user wants to do, and the call that serves it; empty if none does."""

    def __init__(self, library: Library, language: str, call: str, path: str, theme: Theme) -> None:
        super().__init__(StartStep.PATH, library, language, call, theme)
        self._offers: dict[str, Offer] = {}
        offers = list_offers(self.packs)
        for offer in offers:
            if not offer.is_supported and offers[len(self.cards) - 1].is_supported:
                self.column.addWidget(wrapped_label(self.tr("Something else"), "label"))
            card = self._build_card(offer)
            self._offers[card.choice] = offer
            self.add_card(card)
        self.show_call(call, path)

    def show_call(self, call: str, path: str) -> None:
        """Show what was chosen: the wish of the call, or one that no call serves."""
        self.call = call
        fitting = [
            choice
            for choice, offer in self._offers.items()
            if offer.path == path and (offer.call == call or not offer.is_supported)
        ]
        of_call = [choice for choice, offer in self._offers.items() if offer.call == call]
        self.show_choice(next(iter((*fitting, *of_call))))

    def choose(self, choice: str) -> None:
        """Show the choice and report it."""
        offer = self._offers[choice]
        self.call = offer.call if offer.is_supported else self.call
        self.show_choice(choice)
        self.chosen.emit(offer.path, offer.call if offer.is_supported else "")
        self.answered.emit()

    def refresh_aside(self) -> None:
        """Show why a call is the right one, and what its source says; or where else to go."""
        offer = self._offers[self.subject]
        pack, texts = self._library.load_pack(offer.call), self.load_texts(offer.call)
        hints = texts.paragraphs(f"path.{offer.path}.hint")
        self.pane.show_meanings(describe_offer(offer, pack, texts), pack, texts, hints)

    def get_answer(self) -> str:
        """Return the action of the call, or what else the user wants to do."""
        chosen = next((card.choice for card in self.cards if card.button.isChecked()), "")
        offer = self._offers.get(chosen, Offer(self.call, ""))
        texts = self.load_texts(offer.call)
        return texts.get("pack.action" if offer.is_supported else f"path.{offer.path}.label")

    def _build_card(self, offer: Offer) -> ChoiceCard:
        texts = self.load_texts(offer.call)
        label = texts.get(f"path.{offer.path}.label")
        if offer.is_supported:
            label = texts.get("pack.for") or label or texts.get("pack.name")
        card = ChoiceCard(f"{offer.call}:{offer.path}", label)
        card.build_body()
        parts = [" ".join(texts.paragraphs(f"path.{offer.path}.{one}")) for one in PARTS]
        if offer.is_supported:
            pack = self._library.load_pack(offer.call)
            shown = join_parts(texts.get("pack.short"), texts.get("pack.action"))
            card.add_text(join_parts(shown, name_state(pack.state)), "quiet")
            parts = [f"{shown}. {explain_state(pack, texts)}", *parts]
        card.describe(" ".join(filter(None, parts)))
        return card


PARTS = ("answer", "hint")
"""What the sources say of a wish, and our advice."""


class CallPage(_FirstChoicePage):
    """The calls that are there, with state and deadlines."""

    chosen = Signal(str)

    def __init__(self, library: Library, language: str, call: str, theme: Theme) -> None:
        super().__init__(StartStep.CALL, library, language, call, theme)
        for pack in self.packs:
            self.add_card(self._build_card(pack, self.load_texts(pack.id)))
        self.show_call(call)

    def show_call(self, call: str) -> None:
        """Show which call is chosen."""
        self.call = call
        self.show_choice(call)

    def choose(self, choice: str) -> None:
        """Show the choice and report it."""
        self.call = choice
        self.show_choice(choice)
        self.chosen.emit(choice)
        self.answered.emit()

    def refresh_aside(self) -> None:
        """Show the deadlines of a call, and how much it asks."""
        pack, texts = self._library.load_pack(self.subject), self.load_texts(self.subject)
        self.pane.show_meanings(describe_call(pack, texts), pack, texts)

    def get_answer(self) -> str:
        """Return the call with its state."""
        return self.name_call(self.call)

    def _build_card(self, pack: Pack, texts: Texts) -> ChoiceCard:
        card = ChoiceCard(pack.id, texts.get("pack.name"))
        card.build_body()
        state = self.tr("Call {0}: {1}").format(pack.edition, name_state(pack.state))
        card.add_text(state)
        note = explain_state(pack, texts)
        if note:
            card.add_text(note, "quiet")
        moments = (format_moment(one.at, texts.language) for one in pack.deadlines)
        names = (texts.get(f"deadline.{one.id}.name") for one in pack.deadlines)
        card.describe(" ".join((state, note, *map("{}: {}".format, names, moments))))
        return card
