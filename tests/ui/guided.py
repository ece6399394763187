"""The first page of the guided start in tests: the call of 2017, or another one."""

from __future__ import annotations

from tests.ui.keyboard import process_events
from ui.widgets.choice_card import ChoiceCard
from ui.wizard.call_pages import PathPage
from ui.wizard.wizard import NewProposalWizard

CALL_2017 = "ka2-2017"


def card_of_call(wizard: NewProposalWizard, call: str = CALL_2017) -> ChoiceCard:
    """Return the card of a call on the first page."""
    page = wizard.current_page()
    assert isinstance(page, PathPage)
    return next(card for card in page.cards if card.choice.partition(":")[0] == call)


def take_call(wizard: NewProposalWizard, call: str = CALL_2017) -> None:
    """Choose a call on the first page, and go on to the first question of that call."""
    card_of_call(wizard, call).button.click()
    wizard.show_next()
    process_events()
