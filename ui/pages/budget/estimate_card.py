"""The estimates of real costs beside their amounts, and their sum beside the lump sum."""

from __future__ import annotations

from decimal import Decimal

from erasmus_desk.budget.estimates import (
    EstimateState,
    add_up,
    list_outermost,
    sum_estimates,
)
from erasmus_desk.draft.display_names import format_item_title

from ...session.session import Session
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column, clear_layout
from ..activities.grant_card import AmountRow
from ..base import Card
from ..form.estimate_box import describe_sum


class EstimateCard(Card):
    """What is estimated for each part of the proposal, and for all of it; no part of the form."""

    def __init__(self, session: Session) -> None:
        super().__init__(margins=(2, 1.5, 2, 1.5), spacing=1)
        self._session = session
        self._shown: tuple[tuple[str, str], ...] = ()
        texts = session.texts
        self.none_label = wrapped_label(texts.get("pack.estimate.none"), "quiet")
        self._rows = build_column(None, spacing=0.5)
        self.column.addWidget(wrapped_label(texts.get("pack.estimate.name"), "label"))
        self.column.addWidget(self.none_label)
        self.column.addLayout(self._rows)
        if not session.pack.funding.estimates:
            self.hide()

    def show_estimates(self, states: tuple[EstimateState, ...], asked: Decimal | None) -> None:
        """Show estimates, and what is asked for in all; without any, that there is none."""
        session, whole = self._session, add_up(states, asked)
        rows: tuple[tuple[str, str], ...] = ()
        if whole.is_made:
            each = (
                (one, sum_estimates(states, one.key, one.owner)) for one in list_outermost(states)
            )
            named = ((self._name(one), describe_sum(found, session)) for one, found in each)
            rows = (*named, (self.tr("Whole proposal"), describe_sum(whole, session)))
        self.none_label.setVisible(not rows)
        if rows != self._shown:
            self._shown = rows
            clear_layout(self._rows)
            for name, text in rows:
                self._rows.addWidget(AmountRow(name, text))

    def _name(self, state: EstimateState) -> str:
        session = self._session
        if state.owner:
            return format_item_title(session.draft, session.pack, state.owner, state.key.item)
        section = session.form.section_of(state.key.question)
        return session.texts.get(f"section.{section.id}.title") if section is not None else ""
