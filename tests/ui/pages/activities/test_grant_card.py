"""The card with the grant of one activity."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.i18n.messages import load_messages
from tests.ui.editors import ALL_EXAMPLES, apply_test_theme, open_session
from ui.pages.activities.grant_card import GrantCard


def test_what_a_narrow_card_counts_adds_up_to_its_figure(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(next(one for one in ALL_EXAMPLES if one.stem == "innovation-vet"))
    grant = compute_grant(session.draft, session.pack)
    theme = apply_test_theme(qapp)
    messages = load_messages(paths.find_paths().resources / "sentences", "en")
    counted = 0
    for key in grant.by_activity:
        card = GrantCard(key.question, session, messages, theme)
        qtbot.addWidget(card)
        card.set_narrow(is_narrow=True)
        card.show_grant(grant, key.item)
        if text := card.short_label.text().replace(",", ""):
            terms = (re.split(r"\s×\s", one) for one in text.split(" + "))
            counted += 1
            assert sum(prod(map(Decimal, term)) for term in terms) == grant.by_activity[key]
    assert counted
