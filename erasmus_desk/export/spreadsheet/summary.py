"""The first tab of the workbook: ceilings and the sums by head, organisation and activity."""

from __future__ import annotations

from decimal import Decimal

from erasmus_desk.budget.grant import Grant, Room
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document import cover
from erasmus_desk.export.document.budget_annex import in_order
from erasmus_desk.export.document.budget_summary import gap_words, head_name, party
from erasmus_desk.export.spreadsheet.cells import Slot, Style, Tab, at
from erasmus_desk.export.spreadsheet.cost_lines import ACTIVITY, AMOUNT, HEAD, PARTY, Ledger, label

_WIDTHS = (9, 52, *((16,) * 14))
_NUMBER, _NAME, _SUM, _SHARE = range(4)
_CEILING, _MOST, _ASKED, _LEFT = 2, 3, 4, 5
_NOTHING = Decimal(0)


class Summary:
    """Builds the tab; the sums look into the tab of the lines."""

    def __init__(self, ledger: Ledger, lines: str) -> None:
        """Begin the tab; `lines` is the name of the tab of the lines."""
        self._ledger = ledger
        self._speech = ledger.speech
        self._grant: Grant = ledger.budget.grant
        self._lines = Tab(lines, (), 0)
        self.tab = Tab(
            label("summary", self._speech), _WIDTHS, 1, figures=range(_SUM, len(_WIDTHS))
        )
        self.ceilings: dict[int, str] = {}
        self._total = ""
        self._add_front()
        self._add_heads()
        self._add_ceilings()

    def finish(self) -> Tab:
        """Add the sums by organisation and activity, and what could not be counted."""
        self._add_parties()
        self._add_activities()
        self._add_gaps()
        return self.tab

    def _say(self, name: str) -> str:
        return label(name, self._speech)

    def _part(self, name: str) -> None:
        self.tab.add()
        self.tab.add(Slot(self._say(name), Style.PART))

    def _column(self, column: int, last: int) -> str:
        return self._lines.range(column, 1, max(1, last))

    def _sum_if(self, column: int, row: int, last: int) -> str:
        wanted = at(row, _NUMBER)
        return f"SUMIF({self._column(column, last)},{wanted},{self._column(AMOUNT, last)})"

    def _add_front(self) -> None:
        about, edge = cover.about(self._speech), cover.edge(self._speech)
        self.tab.add(Slot(about.title, Style.TITLE))
        self.tab.add(Slot(f"{edge.right.text} · {edge.mark.text}", Style.NOTE))
        self.tab.add(Slot(self._say("how"), Style.NOTE))

    def _add_heads(self) -> None:
        self._part("by_head")
        self.tab.heads(self._say(name) for name in ("number_of", "head", "amount", "part"))
        first = self.tab.next
        total_row = first + len(self._ledger.heads)
        total = self._grant.total
        for head, number in self._ledger.heads.items():
            row, amount = self.tab.next, self._grant.by_head.get(head, _NOTHING)
            self.tab.add(
                Slot(Decimal(number), Style.COUNT),
                Slot(head_name(head, self._speech).text),
                Slot(amount, Style.MONEY, self._sum_if(HEAD, row, self._ledger.last)),
                self._share(row, total_row, amount),
            )
        self._total = at(total_row, _SUM)
        self.tab.add(
            None,
            Slot(self._say("sum"), Style.SUM),
            Slot(total, Style.SUM_MONEY, _sum(_SUM, first, total_row - 1)),
            self._share(total_row, total_row, total),
        )

    def _share(self, row: int, total_row: int, amount: Decimal) -> Slot:
        whole, total = at(total_row, _SUM), self._grant.total
        share = amount / total if total else _NOTHING
        style = Style.SUM_SHARE if row == total_row else Style.SHARE
        return Slot(share, style, f"IF({whole}=0,0,{at(row, _SUM)}/{whole})")

    def _add_ceilings(self) -> None:
        rooms = [room for room in self._grant.rooms if room.ceiling.enforced]
        if not rooms:
            return
        months = self._speech.draft.get(Key(self._speech.pack.role("months")))
        self._part("ceilings")
        counted = Decimal(months) if isinstance(months, int) else _NOTHING
        row = self.tab.add(None, Slot(self._say("months")), Slot(counted, Style.COUNT))
        names = ("", "ceiling", "ceiling_amount", "most", "asked", "left")
        self.tab.heads(self._say(name) if name else "" for name in names)
        for room in rooms:
            self._add_room(room, at(row, _SUM))

    def _add_room(self, room: Room, months: str) -> None:
        ceiling, row = room.ceiling, self.tab.next
        found = self._speech.text(f"ceiling.{ceiling.id}.name")
        factor = {"month": f"*{months}", "year": f"*{months}/12"}.get(ceiling.per, "")
        head = self._ledger.heads.get(ceiling.head)
        asked = self._total if head is None else self._sum_if(HEAD, row, self._ledger.last_part)
        self.tab.add(
            None if head is None else Slot(Decimal(head), Style.COUNT),
            Slot(found.text if found else ceiling.id),
            Slot(ceiling.amount, Style.MONEY),
            Slot(room.most, Style.MONEY, f"{at(row, _CEILING)}{factor}"),
            Slot(room.asked, Style.MONEY, asked),
            Slot(room.left, Style.MONEY, f"{at(row, _MOST)}-{at(row, _ASKED)}"),
        )
        self.ceilings[id(room)] = self.tab.at(row, _MOST)

    def _add_parties(self) -> None:
        """Add a row for each organisation: its sum, then what it gets under each head."""
        self._part("by_party")
        heads = list(self._ledger.heads)
        names = (head_name(head, self._speech).text for head in heads)
        top = self.tab.heads(
            (self._say("number_of"), self._say("party"), self._say("amount"), *names)
        )
        # Behind the names of the heads their numbers, which the sums look for.
        numbers = (Slot(Decimal(self._ledger.heads[head]), Style.COUNT) for head in heads)
        self.tab.add(None, Slot(self._say("head_number"), Style.NOTE), None, *numbers)
        first = self.tab.next
        for organisation, number in self._ledger.parties.items():
            self._add_party(organisation, number, top + 1)
        last = self.tab.next - 1
        sums = [self._grant.total, *(self._grant.by_head.get(head, _NOTHING) for head in heads)]
        self.tab.add(
            None,
            Slot(self._say("sum"), Style.SUM),
            *(
                Slot(amount, Style.SUM_MONEY, _sum(place, first, last))
                for place, amount in enumerate(sums, start=_SUM)
            ),
        )

    def _add_party(self, organisation: str, number: int, numbers: int) -> None:
        row, last = self.tab.next, self._ledger.last
        amounts = self._column(AMOUNT, last)
        cells: list[Slot] = []
        for place, head in enumerate(self._ledger.heads, start=_SUM + 1):
            wanted = f"{self._column(PARTY, last)},{at(row, _NUMBER)}"
            wanted += f",{self._column(HEAD, last)},{at(numbers, place)}"
            amount = sum(
                (
                    line.amount
                    for line in self._grant.lines
                    if (line.organisation, line.head) == (organisation, head)
                ),
                _NOTHING,
            )
            cells.append(Slot(amount, Style.MONEY, f"SUMIFS({amounts},{wanted})"))
        whole = self._grant.by_organisation.get(organisation, _NOTHING)
        self.tab.add(
            Slot(Decimal(number), Style.COUNT),
            Slot(party(organisation, self._speech).text),
            Slot(whole, Style.MONEY, self._sum_if(PARTY, row, last)),
            *cells,
        )

    def _add_activities(self) -> None:
        if not self._grant.by_activity:
            return
        self._part("by_activity")
        self.tab.heads(self._say(name) for name in ("number_of", "activity", "amount"))
        speech = self._speech
        for key in in_order(self._grant.by_activity, speech):
            row = self.tab.next
            name = speech.draft.text(speech.pack.form.lists[key.question].name, key.item)
            self.tab.add(
                Slot(display_names.number(speech.draft, speech.pack, key.question, key.item)),
                Slot(name),
                Slot(
                    self._grant.by_activity[key],
                    Style.MONEY,
                    self._sum_if(ACTIVITY, row, self._ledger.last),
                ),
            )

    def _add_gaps(self) -> None:
        if not self._grant.gaps:
            return
        self._part("gaps")
        for gap in self._grant.gaps:
            words = gap_words(gap, self._ledger.budget, self._speech)
            self.tab.add(None, Slot(words.text))


def _sum(column: int, first: int, last: int) -> str:
    """Give the sum of rows above; over none it would go round in a circle."""
    return f"SUM({at(first, column)}:{at(last, column)})" if last >= first else ""
