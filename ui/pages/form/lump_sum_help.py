"""What speaks for which lump sum, below the choice of one; nothing is chosen for the user."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.lump_sums import (
    LumpSum,
    LumpSumAdvice,
    compute_advice,
    find_lump_sum_balance,
)
from erasmus_desk.draft.display_names import name_option
from erasmus_desk.i18n import formats

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.fold import Fold
from ...widgets.labels import bullet_item, wrapped_label
from ...widgets.layouts import add_content, build_column, clear_layout
from ..question_texts import describe_evidence


class LumpSumHelp(Fold):
    """What each lump sum is for, what it is per partner or activity, and the real costs."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self._session = session
        self._shown: LumpSumAdvice | None = None
        self.show_text(self.tr("Which lump sum suits?"))
        self._rows = build_column(None, spacing=1)
        self.body_column.addLayout(self._rows)
        self.head.folded.connect(self.refresh)
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what speaks for each lump sum now, if the help is unfolded."""
        advice = compute_advice(self._session.draft, self._session.pack) if self.is_open else None
        if advice is None or advice == self._shown:
            return
        self._shown = advice
        clear_layout(self._rows)
        self._rows.addWidget(wrapped_label(self._describe_estimate(advice)))
        for one in advice.sums:
            self._rows.addWidget(self._build_sum(one, advice))
        self._rows.addWidget(wrapped_label(self._describe_rule(advice), "quiet"))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was out of sight."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _build_sum(self, one: LumpSum, advice: LumpSumAdvice) -> QWidget:
        texts, form = self._session.texts, self._session.form
        options = form.option_sets[form.questions[advice.balance.choice].options]
        name = name_option(options, one.option, texts, texts.language).text
        part = QWidget()
        column = build_column(part, wrapped_label(name, "label"), spacing=0.25)
        purpose = texts.get(f"option.{options.id}.{one.option}.explain")
        reasons = [purpose] if purpose else []
        for share in one.shares:
            text = texts.get(f"balance.{advice.balance.id}.measure.{share.measure.id}")
            counts = " × ".join(formats.format_number(n, texts.language) for n in share.counts)
            reasons.append(text.format(amount=self._format(share.each), count=counts))
        if one.over is not None:
            is_over = one.over >= 0
            above, below = (
                self.tr("The estimate is {} above it"),
                self.tr("The estimate is {} below it"),
            )
            reasons.append((above if is_over else below).format(self._format(abs(one.over))))
        add_content(column, *map(bullet_item, reasons))
        return part

    def _describe_rule(self, advice: LumpSumAdvice) -> str:
        """Return what the source expects of the real costs, with its name."""
        pack, texts = self._session.pack, self._session.texts
        note = self.tr("This shows what speaks for each amount. You choose.")
        option = pack.option(advice.balance.choice, advice.sums[0].option)
        source = describe_evidence(option.evidence, pack, texts) if option is not None else ""
        return " ".join(filter(None, (texts.get("rule.estimate-below"), source, note)))

    def _describe_estimate(self, advice: LumpSumAdvice) -> str:
        """Return between which lump sums the estimate lies."""
        texts, estimate = self._session.texts, advice.estimate
        if not estimate.is_made:
            return texts.get("pack.estimate.none")
        total = self._format(estimate.total)
        below, above = advice.below, advice.above
        if above is None:
            text = self.tr("The estimate of {} is above every lump sum.").format(total)
        elif below is None:
            text = self.tr("The estimate of {0} is below every lump sum; the nearest is {1}.")
            text = text.format(total, self._format(above.amount))
        else:
            text = self.tr(
                "The estimate of {0} is above {1}; the nearest lump sum above it is {2}."
            )
            text = text.format(total, *map(self._format, (below.amount, above.amount)))
        more = "" if estimate.is_whole else self.tr("It is not complete yet.")
        return f"{text} {more}".strip()

    def _format(self, amount: Decimal) -> str:
        pack, language = self._session.pack, self._session.texts.language
        return formats.format_money(round_to_cents(amount), pack.funding.currency, language)


def build_lump_sum_help(
    question: str, item: str, session: Session, theme: Theme
) -> LumpSumHelp | None:
    """Build the help with a choice, if it is that of a lump sum of the whole proposal."""
    balance = find_lump_sum_balance(session.pack)
    is_choice = balance is not None and balance.choice == question and not item
    return LumpSumHelp(session, theme) if is_choice else None
