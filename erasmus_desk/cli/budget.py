"""The command `budget`: the grant of a draft, line by line, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from erasmus_desk.budget.calculation import BudgetLine, MissingAmount, explain, round_to_cents
from erasmus_desk.budget.estimates import EstimateState, add_up, sum_estimates
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.arguments import Budget
from erasmus_desk.cli.context import CommandContext, CommandResult, JsonValue
from erasmus_desk.cli.set_aside import describe_set_aside, set_aside_to_json
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.number_limits import find_impossible_numbers
from erasmus_desk.draft.visibility import find_action
from erasmus_desk.i18n.message_values import Amount

_Id = TypeVar("_Id")


def run(context: CommandContext, request: Budget) -> CommandResult:
    """Compute the grant of a draft. Raises DraftError or PackError."""
    opened, pack = context.open_draft(request.file)
    grant = compute_grant(opened.draft, pack)
    texts = context.load_texts(pack)
    report = _BudgetReport(context, pack, texts, opened.draft, grant)
    return CommandResult(
        lines=tuple(report.format_lines(request.file)),
        object={
            "draft": request.file,
            "call": pack.id,
            **report.to_json(),
            "set_aside": set_aside_to_json(opened.draft, pack),
        },
        notices=(
            *_describe_impossible_numbers(opened.draft, pack, texts, context),
            *describe_set_aside(context, opened.draft, pack),
        ),
    )


def _describe_impossible_numbers(
    draft: Draft, pack: Pack, texts: Texts, context: CommandContext
) -> Iterator[str]:
    """Yield a line for each number that no project has, which is not in the total."""
    for one in find_impossible_numbers(draft, pack):
        where = display_names.name_answer(draft, pack, texts, one.key)
        yield context.messages.format_message("budget.impossible", where=where, found=one.found)


class _BudgetReport(Struct, frozen=True):
    """The grant as text and as JSON, with names, reasons and sources."""

    context: CommandContext
    pack: Pack
    texts: Texts
    draft: Draft
    grant: Grant

    def format_lines(self, file: str) -> Iterator[str]:
        """Yield the lines of the text report."""
        format_message, grant = self.context.messages.format_message, self.grant
        yield format_message("budget.total", path=file, total=self._format_amount(grant.total))
        if (whole := grant.whole_usage) is not None:
            most, left = self._format_amount(whole.maximum), abs(whole.remaining)
            yield format_message(f"budget.{whole.state}", most=most, left=self._format_amount(left))
        if grant.missing:
            yield format_message("budget.open", n=len(grant.missing))
        if any(one.lines for one in grant.estimates):
            total = self._format_amount(add_up(grant.estimates, None).total)
            yield format_message(
                "budget.estimate", name=self.texts.get("pack.estimate.name"), amount=total
            )
        if grant.unfunded:
            yield format_message(
                "budget.unfunded", amount=self._format_amount(grant.unfunded_total)
            )
        yield from self._format_sums("budget.by-head", self._name_category, grant.by_category)
        owners, activities = grant.organisation_sums, grant.activity_sums
        yield from self._format_sums("budget.by-organisation", self._name_organisation, owners)
        yield from self._format_contract_rule()
        yield from self._format_sums("budget.by-activity", self._name_activity, activities)
        yield from self._format_sums("budget.by-year", self._name_year, grant.dated_sums)
        sources: dict[str, int] = {}
        for category in grant.by_category:
            yield from self._format_category(category, sources)
        yield from self._format_unfunded(sources)
        if sources:
            yield from ("", format_message("budget.sources"))
            yield from (f"  [{number}] {source}" for source, number in sources.items())

    def _format_category(self, category: str, sources: dict[str, int]) -> Iterator[str]:
        lines = [line for line in self.grant.lines if line.category == category]
        missing = [one for one in self.grant.missing if one.category == category]
        if lines or missing:
            yield from ("", self._name_category(category))
        for line in lines:
            yield self._format_line(line, self._format_amount(line.amount))
            yield f"      {self._explain(line)}{self._mark_source(line, sources)}"
        for one in missing:
            yield self._format_line(one, "–")
            yield f"      {self._explain(one)}"

    def _format_unfunded(self, sources: dict[str, int]) -> Iterator[str]:
        """Yield the lines of persons who get no grant, by the category they would be in."""
        if self.grant.unfunded:
            yield from ("", self.context.messages.format_message("budget.unfunded-lines"))
        for line in self.grant.unfunded:
            yield self._format_line(line, f"({self._format_amount(line.amount)})")
            category = self._name_category(line.category)
            yield f"      {category}: {self._explain(line)}{self._mark_source(line, sources)}"

    def _mark_source(self, line: BudgetLine, sources: dict[str, int]) -> str:
        source = self.context.describe_source(line.evidence, self.pack)
        return f" [{sources.setdefault(source, len(sources) + 1)}]" if source else ""

    def to_json(self) -> dict[str, JsonValue]:
        """Return the object of `--json`; sums are by the ids in the lines."""
        grant = self.grant
        return {
            "currency": grant.currency,
            "total": _format_exact(grant.total),
            "ceiling": None if grant.ceiling is None else _format_exact(grant.ceiling),
            "left": None if grant.remaining is None else _format_exact(grant.remaining),
            "lines": [self._line_to_json(line) for line in grant.lines],
            "unfunded": [self._line_to_json(line) for line in grant.unfunded],
            "unfunded_total": _format_exact(grant.unfunded_total),
            "gaps": [
                {
                    "code": one.code,
                    **self._place_to_json(one),
                    "question": one.key.question or None,
                    "item": one.key.item or None,
                    "because": self._explain(one),
                }
                for one in grant.missing
            ],
            "pivots": [one.value for one in grant.pivots],
            "by_head": _sums_to_json(grant.by_category),
            "by_organisation": _sums_to_json(grant.by_organisation),
            "by_activity": {
                self._number_activity(key): _format_exact(amount)
                for key, amount in grant.by_activity.items()
            },
            "by_year": {
                str(year or "unknown"): _format_exact(amount)
                for year, amount in grant.by_year.items()
            },
            "estimates": [self._estimate_to_json(one) for one in grant.estimates if one.lines],
            "estimate_total": _format_exact(add_up(grant.estimates, None).total),
            "names": {
                "heads": {name: self._name_category(name) for name in grant.by_category},
                "organisations": {
                    name: self._name_organisation(name) for name in grant.by_organisation
                },
                "activities": {
                    self._number_activity(key): self._name_activity(key)
                    for key in grant.by_activity
                },
            },
        }

    def _estimate_to_json(self, state: EstimateState) -> JsonValue:
        """Return the estimate beside an amount; `inside` adds those inside its item."""
        total = sum_estimates(self.grant.estimates, state.key, state.owner).total
        return {
            "question": state.key.question,
            "item": state.key.item or None,
            "asked": None if state.asked is None else _format_exact(state.asked),
            "amount": _format_exact(state.total),
            "inside": _format_exact(total - state.total),
            "lines": [
                {
                    "item": line.item,
                    "kind": line.kind or None,
                    "times": list(line.times),
                    "price": None if line.price is None else str(line.price),
                    "amount": None if line.amount is None else _format_exact(line.amount),
                }
                for line in state.lines
            ],
        }

    def _name_category(self, name: str) -> str:
        """Return the name of a budget category."""
        return self.texts.get(f"head.{name}.name") or name

    def _name_organisation(self, item: str) -> str:
        """Return the name of an organisation, or its number if it has no name."""
        if not item:
            return self.context.messages.format_message("budget.nobody")
        listed = self.pack.role("organisations")
        return display_names.format_item_title(self.draft, self.pack, listed, item) or item

    def _place_to_json(self, line: BudgetLine | MissingAmount) -> dict[str, JsonValue]:
        return {
            "head": line.category,
            "activity": self._number_activity(line.activity) or None,
            "organisation": line.organisation or None,
        }

    def _line_to_json(self, line: BudgetLine) -> JsonValue:
        return {
            **self._place_to_json(line),
            "amount": _format_exact(line.amount),
            "year": line.year,
            "because": self._explain(line),
            "source": self.context.describe_source(line.evidence, self.pack) or None,
            "confidence": line.evidence.confidence.value,
            "notes": list(line.notes),
        }

    def _format_line(self, line: BudgetLine | MissingAmount, amount: str) -> str:
        who = self._name_organisation(line.organisation) if line.organisation else ""
        parts = [part for part in (self._name_activity(line.activity), who) if part]
        return f"  {amount}  {' · '.join(parts)}".rstrip()

    def _explain(self, line: BudgetLine | MissingAmount) -> str:
        return explain(line.reasons, self.context.messages, self.texts)

    def _format_sums(
        self, code: str, name: Callable[[_Id], str], sums: Mapping[_Id, Decimal]
    ) -> Iterator[str]:
        if not sums:
            return
        yield from ("", self.context.messages.format_message(code))
        shown = [(self._format_amount(amount), name(one)) for one, amount in sums.items()]
        width = max(len(amount) for amount, _ in shown)
        yield from (f"  {amount:>{width}}  {title}" for amount, title in shown)

    def _name_year(self, year: int | None) -> str:
        return str(year) if year else self.context.messages.format_message("budget.no-year")

    def _format_contract_rule(self) -> Iterator[str]:
        """Yield what the action says about who signs, if the call has such a text."""
        action = find_action(self.draft, self.pack)
        rule = self.texts.get(f"action.{action.id}.contract") if action else ""
        if rule:
            yield f"  {rule}"

    def _number_activity(self, activity: Key | None) -> str:
        item = (activity.question, activity.item) if activity else None
        return display_names.format_item_number(self.draft, self.pack, *item) if item else ""

    def _name_activity(self, activity: Key | None) -> str:
        item = (activity.question, activity.item) if activity else None
        return display_names.format_item_title(self.draft, self.pack, *item) if item else ""

    def _format_amount(self, amount: Decimal) -> str:
        return self.context.messages.format_value(Amount(amount, self.grant.currency))


def _format_exact(amount: Decimal) -> str:
    return str(round_to_cents(amount))


def _sums_to_json(sums: Mapping[str, Decimal]) -> dict[str, JsonValue]:
    return {name: _format_exact(amount) for name, amount in sums.items()}
