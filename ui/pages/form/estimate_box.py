"""The estimate of real costs beside an amount: a line that says the sum, and its rows below it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.estimates import EstimateSum, compute_lines, find_estimate, sum_at
from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.funding import Estimate
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.i18n import formats

from ...fields.base import Field
from ...fields.table_field import TableBox, TableColumn, TableRow
from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.fold import Fold
from ...widgets.labels import wrapped_label
from ..answer_field import build_answer_field
from ..question_texts import build_choices


class EstimateBox(Fold):
    """The estimate beside one amount, folded; it hears of changes by itself.

    Its rows are working material: nothing of them is asked, counted or exported.
    """

    def __init__(self, key: Key, estimate: Estimate, session: Session, theme: Theme) -> None:
        """Build the line; `key` is the list of the rows, and the item that it stands in."""
        super().__init__(theme)
        self.key = key
        self.table: TableBox | None = None
        self._estimate, self._session = estimate, session
        self._amount = Key(session.form.lists[key.question].beside, key.item)
        self.body_column.addWidget(wrapped_label(session.texts.get("pack.estimate.hint"), "quiet"))
        self.head.folded.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self.refresh()

    def find_cell(self, key: Key) -> Field | None:
        """Open the rows and return the field of one of them, if it is here."""
        rows = self._session.draft.items(self.key.question, self.key.item)
        if key.item not in rows:
            return None
        self.unfold()
        return self.table.cell(key) if self.table is not None else None

    def refresh(self) -> None:
        """Show the present rows and their sum."""
        if self.table is not None:
            self._show_rows(self.table)
        self._show_sum(sum_at(self._session.draft, self._session.pack, self._amount))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was out of sight."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        form = self._session.form
        around = self._session.pack.funding.estimates
        lists = {one.lines for one in around}
        names = {form.list_of(one.key.question) or one.key.question for one in changes}
        is_concerned = bool(names & lists) or any(one.key == self._amount for one in changes)
        if is_concerned and self.isVisible():
            self.refresh()

    def _on_opened(self, is_open: bool) -> None:
        if is_open and self.table is None:
            self.table = self._build_table()
            self.body_column.addWidget(self.table)
        self.refresh()

    def _build_table(self) -> TableBox:
        session, list_id = self._session, self.key.question
        texts = session.texts
        names = session.form.lists[list_id].questions
        columns = tuple(TableColumn(name, texts.short_label(name)) for name in names)
        add = texts.get(f"list.{list_id}.add") or texts.get(f"list.{list_id}.one")
        table = TableBox(self.key, "", columns, add, self._theme)
        table.edited.connect(session.edit)
        table.added.connect(self._on_added)
        table.removed.connect(self._on_removed)
        return table

    def _show_rows(self, table: TableBox) -> None:
        session, list_id, owner = self._session, self.key.question, self.key.item
        items = session.draft.items(list_id, owner)
        if items != table.shown_items():
            table.show_rows(tuple(TableRow(item, self._build_fields(item)) for item in items))
        for item in items:
            for name in session.form.lists[list_id].questions:
                table.set_cell(Key(name, item), session.value(Key(name, item)))
        rates = Rates(session.pack.funding)
        for line in compute_lines(session.draft, self._estimate, rates, owner):
            amount = line.amount
            table.set_sum(line.item, "–" if amount is None else self._format(amount))

    def _build_fields(self, item: str) -> tuple[Field, ...]:
        session = self._session
        asked = (session.form.questions[n] for n in session.form.lists[self.key.question].questions)
        return tuple(
            build_answer_field(one, item, build_choices(one, session, item), session, self._theme)
            for one in asked
        )

    def _show_sum(self, found: EstimateSum) -> None:
        texts = self._session.texts
        parts = [describe_sum(found, self._session)]
        if found.is_made:
            rates = Rates(self._session.pack.funding)
            own = compute_lines(self._session.draft, self._estimate, rates, self.key.item)
            inside = found.total - sum(line.amount or 0 for line in own)
            if inside:
                text = texts.get("pack.estimate.inside")
                parts.append(text.format(estimate=self._format(inside)))
            if found.open_lines:
                parts.append(plurals.rows_without_amount(found.open_lines))
        self.show_text(join_parts(texts.get("pack.estimate.name"), *parts))

    def _format(self, amount: Decimal) -> str:
        return formats.format_short_amount(round_to_cents(amount), self._session.texts.language)

    def _on_added(self) -> None:
        item = self._session.add_item(self.key.question, self.key.item)
        if self.table is not None:
            self.table.focus_row(item)

    def _on_removed(self, row: str) -> None:
        self._session.remove_item(self.key.question, row, self.key.item)
        if self.table is not None:
            self.table.focus_row("")


def describe_sum(found: EstimateSum, session: Session) -> str:
    """Return an estimate with what it is one of (`Estimated 12,400 of EUR 15,000`), or none."""
    if not found.is_made:
        return session.texts.get("pack.estimate.none")
    language, currency = session.texts.language, session.pack.funding.currency
    estimate = formats.format_short_amount(round_to_cents(found.total), language)
    amount = "–"
    if found.asked is not None:
        amount = formats.format_money(round_to_cents(found.asked), currency, language)
    return session.texts.get("pack.estimate.sum").format(estimate=estimate, amount=amount)


def build_estimate(question: str, item: str, session: Session, theme: Theme) -> EstimateBox | None:
    """Build the estimate beside an amount, if the call has one there."""
    spec = session.form.working_lists.get(question)
    estimate = find_estimate(session.pack, spec.id) if spec is not None else None
    if spec is None or estimate is None:
        return None
    return EstimateBox(Key(spec.id, item), estimate, session, theme)


def find_beside(key: Key, session: Session) -> Key | None:
    """Return the amount beside which a row of an estimate stands, `None` for any other answer."""
    form = session.form
    spec = form.lists.get(form.list_of(key.question) or key.question)
    if spec is None or not spec.beside:
        return None
    place = find_item_places(session.draft, form).get(key.item)
    owner = key.item if key.question == spec.id else place.parent if place else ""
    return Key(spec.beside, owner)


def find_estimate_cell(key: Key, around: QWidget) -> QWidget | None:
    """Return the field of a row of an estimate, or the button that adds one."""
    for box in around.findChildren(EstimateBox):
        cell = box.find_cell(key)
        if cell is not None:
            return cell
        if box.key == key:
            box.unfold()
            return box.table.add_button if box.table is not None else box.head
    return None
