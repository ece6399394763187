"""What the grant consists of, in the words of the reader."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.budget.calculation import Gap, Line, cents, told
from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import action
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Sentences

from ...session.session import Session
from ..question_texts import check_reason


class CostWords:
    """Names heads, organisations and activities, and words amounts and reasons."""

    def __init__(self, session: Session, sentences: Sentences) -> None:
        """Speak for a session."""
        self._session = session
        self._sentences = sentences

    def amount(self, value: Decimal) -> str:
        """Give an amount with its currency, to the cent."""
        currency = self._session.pack.money.currency
        return formats.money(cents(value), currency, self._sentences.language)

    def head(self, head: str) -> str:
        """Give the name of a head."""
        return self._session.texts.get(f"head.{head}.name") or head

    def rule(self, head: str) -> str:
        """Give how a head is paid."""
        return "\n".join(self._session.texts.paragraphs(f"head.{head}.rule"))

    def organisation(self, item: str) -> str:
        """Give the name of an organisation."""
        session = self._session
        listed = session.pack.role("organisations")
        named = title(session.draft, session.pack, listed, item) if item and listed else ""
        return named or QCoreApplication.translate("Costs", "no organisation")

    def activity(self, key: Key | None) -> str:
        """Give the number and name of an activity; what belongs to none gives nothing."""
        if key is None:
            return ""
        return title(self._session.draft, self._session.pack, key.question, key.item)

    def year(self, year: int | None) -> str:
        """Give a calendar year."""
        return str(year) if year else QCoreApplication.translate("Costs", "no year known")

    def because(self, line: Line | Gap) -> str:
        """Give the reasons of a line or a gap, each on a line of its own."""
        texts = self._session.texts
        return "\n".join(told((part,), self._sentences, texts) for part in line.because)

    def source(self, line: Line) -> str:
        """Say where the rule and the rates of a line come from, and how sure they are."""
        return check_reason(line.evidence, self._session.pack)

    def contract(self) -> str:
        """Give what the action of the draft says of who signs, if the call tells it."""
        found = action(self._session.draft, self._session.pack)
        return self._session.texts.get(f"action.{found.id}.contract") if found else ""
