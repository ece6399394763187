"""`budget`: the grant of a draft, line by line, with the reason of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from erasmus_desk.budget.calculation import Gap, Line, cents, told
from erasmus_desk.budget.grant import Grant, grant
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.context import Desk, JsonValue, Outcome
from erasmus_desk.cli.requests import Budget
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import action
from erasmus_desk.i18n.message_values import Amount

_Id = TypeVar("_Id")


def run(desk: Desk, asked: Budget) -> Outcome:
    """Compute the grant of a draft. Raises DraftError or PackError."""
    opened, pack = desk.open(asked.file)
    words = _Words(desk, pack, desk.texts(pack), opened.draft)
    found = grant(opened.draft, pack)
    return Outcome(
        lines=tuple(words.report(asked.file, found)),
        object={"draft": asked.file, "call": pack.id, **words.object(found)},
    )


class _Words(Struct, frozen=True):
    """The grant in words: names of heads, organisations and activities, reasons, sources."""

    desk: Desk
    pack: Pack
    texts: Texts
    draft: Draft

    def report(self, file: str, found: Grant) -> Iterator[str]:
        """Give the lines to read."""
        say = self.desk.sentences.say
        total = self._amount(found.total, found)
        yield say("budget.total", path=file, total=total)
        if found.ceiling is not None and found.left is not None:
            code = "budget.over" if found.left < 0 else "budget.left"
            most, left = self._amount(found.ceiling, found), self._amount(abs(found.left), found)
            yield say(code, most=most, left=left)
        if found.gaps:
            yield say("budget.open", n=len(found.gaps))
        yield from self._sums("budget.by-head", self.head, found.by_head, found)
        owners = found.by_organisation
        yield from self._sums("budget.by-organisation", self.organisation, owners, found)
        yield from self._contracts()
        yield from self._sums("budget.by-activity", self._title, found.by_activity, found)
        yield from self._sums("budget.by-year", self._year, found.by_year, found)
        sources: dict[str, int] = {}
        for head in found.by_head:
            yield from self._lines_of(head, found, sources)
        if sources:
            yield from ("", say("budget.sources"))
            yield from (f"  [{number}] {source}" for source, number in sources.items())

    def _lines_of(self, head: str, found: Grant, sources: dict[str, int]) -> Iterator[str]:
        lines = [line for line in found.lines if line.head == head]
        gaps = [gap for gap in found.gaps if gap.head == head]
        if lines or gaps:
            yield from ("", self.head(head))
        for line in lines:
            source = self.desk.source(line.evidence, self.pack)
            mark = f" [{sources.setdefault(source, len(sources) + 1)}]" if source else ""
            yield self._entry(line, self._amount(line.amount, found))
            yield f"      {self._because(line)}{mark}"
        for gap in gaps:
            yield self._entry(gap, "–")
            yield f"      {self._because(gap)}"

    def object(self, found: Grant) -> dict[str, JsonValue]:
        """Give the object of `--json`; sums stand under the ids that the lines name."""
        return {
            "currency": found.currency,
            "total": _exact(found.total),
            "ceiling": None if found.ceiling is None else _exact(found.ceiling),
            "left": None if found.left is None else _exact(found.left),
            "lines": [self._line_object(line) for line in found.lines],
            "gaps": [
                {
                    "code": gap.code,
                    "head": gap.head,
                    "activity": self._number(gap.activity) or None,
                    "organisation": gap.organisation or None,
                    "question": gap.key.question or None,
                    "item": gap.key.item or None,
                    "because": self._because(gap),
                }
                for gap in found.gaps
            ],
            "by_head": _sums_object(found.by_head),
            "by_organisation": _sums_object(found.by_organisation),
            "by_activity": {
                self._number(key): _exact(amount) for key, amount in found.by_activity.items()
            },
            "by_year": {
                str(year or "unknown"): _exact(amount) for year, amount in found.by_year.items()
            },
            "names": {
                "heads": {name: self.head(name) for name in found.by_head},
                "organisations": {name: self.organisation(name) for name in found.by_organisation},
                "activities": {self._number(key): self._title(key) for key in found.by_activity},
            },
        }

    def head(self, name: str) -> str:
        """Give the name of a head."""
        return self.texts.get(f"head.{name}.name") or name

    def organisation(self, item: str) -> str:
        """Give the name of an organisation; one without a name has its number."""
        if not item:
            return self.desk.sentences.say("budget.nobody")
        listed = self.pack.role("organisations")
        place = display_names.number(self.draft, self.pack, listed, item)
        return self.draft.text(self.pack.role("organisation_name"), item) or place or item

    def _line_object(self, line: Line) -> JsonValue:
        return {
            "head": line.head,
            "activity": self._number(line.activity) or None,
            "organisation": line.organisation or None,
            "amount": _exact(line.amount),
            "year": line.year,
            "because": self._because(line),
            "source": self.desk.source(line.evidence, self.pack) or None,
            "confidence": line.evidence.confidence.value,
            "notes": list(line.notes),
        }

    def _entry(self, line: Line | Gap, amount: str) -> str:
        who = self.organisation(line.organisation) if line.organisation else ""
        parts = [part for part in (self._title(line.activity), who) if part]
        return f"  {amount}  {' · '.join(parts)}".rstrip()

    def _because(self, line: Line | Gap) -> str:
        return told(line.because, self.desk.sentences, self.texts)

    def _sums(
        self,
        code: str,
        name: Callable[[_Id], str],
        sums: Mapping[_Id, Decimal],
        found: Grant,
    ) -> Iterator[str]:
        if not sums:
            return
        yield from ("", self.desk.sentences.say(code))
        shown = [(self._amount(amount, found), name(one)) for one, amount in sums.items()]
        width = max(len(amount) for amount, _ in shown)
        yield from (f"  {amount:>{width}}  {title}" for amount, title in shown)

    def _year(self, year: int | None) -> str:
        return str(year) if year else self.desk.sentences.say("budget.no-year")

    def _contracts(self) -> Iterator[str]:
        """Give what the action says of who signs, if the call tells it."""
        found = action(self.draft, self.pack)
        rule = self.texts.get(f"action.{found.id}.contract") if found else ""
        if rule:
            yield f"  {rule}"

    def _number(self, activity: Key | None) -> str:
        if activity is None:
            return ""
        return display_names.number(self.draft, self.pack, activity.question, activity.item)

    def _title(self, activity: Key | None) -> str:
        if activity is None:
            return ""
        return display_names.title(self.draft, self.pack, activity.question, activity.item)

    def _amount(self, amount: Decimal, found: Grant) -> str:
        return self.desk.sentences.fact(Amount(amount, found.currency))


def _exact(amount: Decimal) -> str:
    return str(cents(amount))


def _sums_object(sums: Mapping[str, Decimal]) -> dict[str, JsonValue]:
    return {name: _exact(amount) for name, amount in sums.items()}
