"""Texts about a lump sum that is shared out."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.budget.matrix import MatrixColumn, MatrixRules
from erasmus_desk.draft.display_names import format_item_number, name_option
from erasmus_desk.draft.model import Value
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages

from ...i18n.joined import join_parts
from ...session.session import Session
from ..budget.texts import BudgetTexts

MOST_NUMBERS = 5000
"""Amounts that are remembered as text: formatting those of 30 organisations takes 20 ms."""


class MatrixTexts(BudgetTexts):
    """Formats amounts, and names the columns and rows of a matrix."""

    def __init__(self, rules: MatrixRules, session: Session, messages: Messages) -> None:
        super().__init__(session, messages)
        self._rules = rules
        self._words = session.texts
        self._numbers: dict[Decimal, str] = {}

    def format_number(self, value: Decimal) -> str:
        """Return an amount without its currency; what was formatted once is remembered."""
        if value not in self._numbers:
            if len(self._numbers) > MOST_NUMBERS:
                self._numbers.clear()
            self._numbers[value] = super().format_number(value)
        return self._numbers[value]

    def format_typed(self, value: Value | None) -> str:
        """Return an answer as it is typed in a cell: an amount, or a text that is none."""
        if isinstance(value, Decimal):
            return self.format_number(value)
        return "" if value is None else str(value)

    def format_percent(self, part: Decimal, whole: Decimal) -> str:
        """Return an amount as a percentage of another."""
        return formats.format_percent(part / whole, self._words.language) if whole else ""

    def get_code(self, column: MatrixColumn) -> str:
        """Return the number of a column (`WP2`); empty if the call gives it none."""
        owner, balance = column.rule.balance.within, column.rule.balance.id
        if not owner:
            return self._words.get(f"balance.{balance}.code")
        session = self._session
        return format_item_number(session.draft, session.pack, owner, column.state.item)

    def get_title(self, column: MatrixColumn) -> str:
        """Return the title of a column."""
        owner, balance = column.rule.balance.within, column.rule.balance.id
        if not owner:
            return self._words.get(f"balance.{balance}.title")
        session = self._session
        title = session.draft.text(session.form.lists[owner].name, column.state.item)
        return title or QCoreApplication.translate("MatrixTexts", "(no title yet)")

    def get_short_name(self, column: MatrixColumn) -> str:
        """Return the number of a column, or its title where it has none."""
        return self.get_code(column) or self.get_title(column)

    def get_name(self, column: MatrixColumn) -> str:
        """Return number and title of a column."""
        return f"{self.get_code(column)} {self.get_title(column)}".strip()

    def get_list_word(self, list_id: str, word: str = "one") -> str:
        """Return what one item of a list is called, or several."""
        return self._words.get(f"list.{list_id}.{word}")

    def get_amount_label(self) -> str:
        """Return what the amounts on top are."""
        lists = [rule.balance.within for rule in self._rules.shared if rule.balance.within]
        text = QCoreApplication.translate("MatrixTexts", "Amount per {}")
        return text.format(self.get_list_word(lists[0])) if lists else self.get_whole_name()

    def get_whole_name(self) -> str:
        """Return the name of the amounts that are the lump sum together."""
        return self._words.get(f"balance.{self._rules.whole.id}.name")

    def describe_place(self, item: str) -> str:
        """Return the city and the country of an organisation, and whether it applies."""
        session, role = self._session, self._session.pack.role
        if not item or self._rules.takers != role("organisations"):
            return ""
        city = session.draft.text(role("organisation_city"), item)
        question = session.form.questions.get(role("organisation_country"))
        options = session.pack.option_set(question) if question else None
        code = session.draft.text(role("organisation_country"), item)
        names = name_option(options, code, self._words, self._words.language) if options else None
        place = ", ".join(part for part in (city, names.text if names and code else "") if part)
        is_applicant = item == find_applicant(session.draft, session.pack)
        applies = QCoreApplication.translate("MatrixTexts", "applicant") if is_applicant else ""
        return join_parts(place, applies)
