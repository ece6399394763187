"""Texts about the grant for the user."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.budget.calculation import BudgetLine, MissingAmount, explain, round_to_cents
from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import find_action
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages

from ...session.session import Session
from ..question_texts import describe_evidence


class BudgetTexts:
    """Formats amounts, names and explanations of the budget of a session."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages

    def format_amount(self, value: Decimal) -> str:
        """Return an amount with its currency, rounded to cents."""
        currency = self._session.pack.funding.currency
        return formats.format_money(round_to_cents(value), currency, self._messages.language)

    def name_category(self, category: str) -> str:
        """Return the name of a budget category."""
        return self._session.texts.get(f"head.{category}.name") or category

    def explain_rule(self, category: str) -> str:
        """Return how a budget category is funded."""
        return "\n".join(self._session.texts.paragraphs(f"head.{category}.rule"))

    def name_organisation(self, item: str) -> str:
        """Return the name of an organisation."""
        session, name = self._session, ""
        organisations = session.pack.role("organisations")
        if item and organisations:
            name = format_item_title(session.draft, session.pack, organisations, item)
        return name or QCoreApplication.translate("BudgetTexts", "no organisation")

    def name_activity(self, key: Key | None) -> str:
        """Return the number and name of an activity, empty for None."""
        if key is None:
            return ""
        return format_item_title(self._session.draft, self._session.pack, key.question, key.item)

    def format_year(self, year: int | None) -> str:
        """Return a calendar year as text."""
        return str(year) if year else QCoreApplication.translate("BudgetTexts", "year unknown")

    def explain(self, line: BudgetLine | MissingAmount) -> str:
        """Return the reasons of a line or a missing amount, one per line."""
        texts = self._session.texts
        return "\n".join(explain((reason,), self._messages, texts) for reason in line.reasons)

    def describe_source(self, line: BudgetLine) -> str:
        """Return the sources of the rule and the unit costs of a line."""
        return describe_evidence(line.evidence, self._session.pack, self._session.texts)

    def describe_contract(self) -> str:
        """Return the call's note on the contract for the draft's action, if there is one."""
        action = find_action(self._session.draft, self._session.pack)
        return self._session.texts.get(f"action.{action.id}.contract") if action else ""
