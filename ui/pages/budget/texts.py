"""Texts about the grant for the user."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from erasmus_desk.budget.brief_reasons import shorten, summarise
from erasmus_desk.budget.calculation import (
    BudgetLine,
    Reason,
    explain,
    round_to_cents,
)
from erasmus_desk.budget.tree import GrantPart, PartKind
from erasmus_desk.draft.display_names import format_item_title, format_item_titles
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.plan_dates import find_days
from erasmus_desk.draft.visibility import find_action
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages

from ...i18n import plurals
from ...i18n.dates import format_span
from ...i18n.joined import join_parts
from ...session.session import Session
from ..question_texts import describe_evidence


class BudgetTexts:
    """Formats amounts, names and explanations of the budget of a session."""

    def __init__(self, session: Session, messages: Messages) -> None:
        self._session = session
        self._messages = messages
        self._named: Draft | None = None
        """The draft whose organisations have these names."""
        self._names: dict[str, str] = {}

    @property
    def currency(self) -> str:
        """The code of the currency of the call."""
        return self._session.pack.funding.currency

    def format_amount(self, value: Decimal) -> str:
        """Return an amount with its currency, rounded to cents."""
        return formats.format_money(round_to_cents(value), self.currency, self._messages.language)

    def format_number(self, value: Decimal) -> str:
        """Return an amount without its currency, rounded to cents."""
        return formats.format_short_amount(round_to_cents(value), self._messages.language)

    def format_share(self, share: float) -> str:
        """Return a share as a whole percentage."""
        return f"{share * 100:.0f} %"

    def name_category(self, category: str) -> str:
        """Return the name of a budget category."""
        return self._session.texts.get(f"head.{category}.name") or category

    def name_organisation(self, item: str) -> str:
        """Return the name of an organisation."""
        draft, pack = self._session.draft, self._session.pack
        if draft is not self._named:
            organisations = pack.role("organisations")
            self._names = format_item_titles(draft, pack, organisations) if organisations else {}
            self._named = draft
        return self._names.get(item) or QCoreApplication.translate("BudgetTexts", "no organisation")

    def name_receiver(self) -> str:
        """Return which organisation gets every amount, such as the leading one, or ""."""
        receiver = self._session.pack.funding.receiver
        return self._session.texts.short_label(receiver) if receiver else ""

    def format_year(self, year: int | None) -> str:
        """Return a calendar year as text."""
        return str(year) if year else QCoreApplication.translate("BudgetTexts", "year unknown")

    def name_part(self, part: GrantPart) -> str:
        """Return the name of a category, an activity or an organisation."""
        if part.kind is PartKind.CATEGORY:
            return self.name_category(part.category)
        if part.kind is PartKind.ACTIVITY and part.activity is not None:
            key, session = part.activity, self._session
            return format_item_title(session.draft, session.pack, key.question, key.item)
        several = len({one.organisation for one in part.missing})
        return (
            plurals.partners(several) if several > 1 else self.name_organisation(part.organisation)
        )

    def explain_part(self, part: GrantPart) -> str:
        """Return the reason of a part in short: its lines, or what its parts are together."""
        counted = part.lines
        match part.kind:
            case PartKind.CATEGORY:
                first = self._count_activities(part)
            case PartKind.ACTIVITY:
                first = self._format_days(part.activity)
            case PartKind.ORGANISATION:
                texts = (self._join(shorten(line)) for line in (*counted, *part.unfunded))
                return "\n".join(texts)
        return join_parts(first, self._join(summarise(counted)))

    def describe_uncounted(self, part: GrantPart) -> str:
        """Return what is to be said of amounts that are not in the total."""
        if part.parts:
            return plurals.uncounted(part.uncounted) if part.uncounted else ""
        if part.missing:
            return self._join(part.missing[0].reasons)
        not_counted = QCoreApplication.translate("BudgetTexts", "not in the total")
        return not_counted if part.unfunded else ""

    def format_part_amount(self, part: GrantPart) -> str:
        """Return the amount of a part; in brackets if it is not in the total."""
        if part.is_counted:
            return self.format_number(part.amount)
        unfunded = sum((line.amount for line in part.unfunded), Decimal(0))
        return f"({self.format_number(unfunded)})" if part.unfunded else "–"

    def explain_whole(self, part: GrantPart) -> str:
        """Return all reasons of a part with its rule and its sources, one a line."""
        lines: list[str] = []
        entries = (*part.lines, *part.unfunded, *part.missing) if not part.parts else ()
        for entry in entries:
            lines += [self._join((reason,)) for reason in entry.reasons]
        lines += self._session.texts.paragraphs(f"head.{part.category}.rule")
        sources = self.describe_sources((*part.lines, *part.unfunded))
        return "\n".join((*dict.fromkeys(lines), *(sources if not part.parts else ())))

    def describe_sources(self, lines: Iterable[BudgetLine]) -> tuple[str, ...]:
        """Return the sources of the rules and unit costs of some lines."""
        pack, texts = self._session.pack, self._session.texts
        return tuple(dict.fromkeys(describe_evidence(one.evidence, pack, texts) for one in lines))

    def find_key(self, part: GrantPart) -> Key | None:
        """Return the answer that a part is planned at: a list, an item, or one answer."""
        inner = part.parts[0] if part.parts else None
        lists = self._session.form.lists
        if part.kind is PartKind.ACTIVITY and part.activity is not None:
            return Key(lists[part.activity.question].name, part.activity.item)
        if part.kind is PartKind.CATEGORY and inner is not None and inner.activity is not None:
            return Key(inner.activity.question)
        return part.key if part.key.question else None

    def describe_contract(self) -> str:
        """Return the call's note on the contract for the draft's action, if there is one."""
        action = find_action(self._session.draft, self._session.pack)
        return self._session.texts.get(f"action.{action.id}.contract") if action else ""

    def _join(self, reasons: Iterable[Reason]) -> str:
        texts = self._session.texts
        return join_parts(*(explain((one,), self._messages, texts) for one in reasons))

    def _count_activities(self, part: GrantPart) -> str:
        """Return how many activities of each list a category has."""
        counts: dict[str, int] = {}
        for inner in part.parts:
            if inner.activity is not None and inner.kind is PartKind.ACTIVITY:
                name = inner.activity.question
                counts[name] = counts.get(name, 0) + 1
        words = {name: "one" if number == 1 else "many" for name, number in counts.items()}
        get = self._session.texts.get
        named = (f"{counts[name]} {get(f'list.{name}.{word}')}" for name, word in words.items())
        return ", ".join(named)

    def _format_days(self, activity: Key | None) -> str:
        """Return the first and the last day of an activity."""
        if activity is None:
            return ""
        session = self._session
        found = find_days(session.draft, session.form, activity.question, activity.item)
        days = [day for day in found if day]
        return format_span(min(days), max(days), session.texts.language) if days else ""
