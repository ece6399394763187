"""The items of lists that are carried to another call, with their order in its lists.

Items keep their ids, so that references to them stay right. Several lists may become one; the
lists as they were are set aside with the rest, so that each item finds the way back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from erasmus_desk.call.carry import CarryTable, ListCarry
from erasmus_desk.call.form import Form
from erasmus_desk.draft.model import Draft, Key, Value

Orders = Mapping[Key, tuple[str, ...]]
"""The items of lists in order, by the key of the list."""


class ItemCarrier:
    """Places the items of a draft in the lists of another call."""

    def __init__(
        self,
        draft: Draft,
        forms: tuple[Form, Form],
        table: CarryTable,
        home: Mapping[Key, tuple[str, ...]],
        visible: frozenset[str],
        known: frozenset[str],
    ) -> None:
        """Place the items that are visible, or were in the new call before.

        `home` are the lists that were set aside when the draft was one of the new call, and
        `known` the items that came from there: one that is gone now was removed by the user.
        """
        self._draft, self._table = draft, table
        self._source, self._target = forms
        targets = dict.fromkeys(one.target for one in table.lists)
        rows = dict.fromkeys(one.target_row for one in table.lists if one.target_row)
        order = [*targets, *rows, *self._target.lists]
        lists = {key: home[key] for key in sorted(home) if key.question in self._target.lists}
        self._home = dict(sorted(lists.items(), key=lambda one: order.index(one[0].question)))
        self._home_list: dict[str, str] = {}
        for key, items in self._home.items():
            for item in items:
                self._home_list.setdefault(item, key.question)
        self._visible, self._known = visible, known
        self._lists = self._collect_lists()
        self.entries: dict[str, ListCarry] = {}
        """The entry of the table by which each item moves."""
        self._owners: dict[str, str] = {}
        """The item whose first row an item is, of rows that become part of it."""
        self._placed = self._place()
        self.used: set[Key] = set()
        """The lists of `home` that are lists again."""
        self.orders: Orders = self._build_orders()
        """The lists of the new draft."""
        self.restored = frozenset(key for key in self._lists if self._leads_back(key))
        """The lists that can be told from those of the new draft, and need not be set aside."""

    def find_places(self, owner: str, item: str) -> dict[str, str]:
        """Return the items of the new draft that take answers of an item, by their lists."""
        entry = self.entries.get(item)
        if entry is not None and entry.source == owner:
            places = {entry.target: item}
            if entry.target_row:
                places[entry.target_row] = self._find_row(entry, item)
            return places
        whole = self._owners.get(item)
        entry = self.entries.get(whole) if whole is not None else None
        if whole is not None and entry is not None and entry.source_row == owner:
            return {entry.target: whole}
        return {}

    def list_new_rows(self, answers: Mapping[Key, Value]) -> Orders:
        """Return the lists of the rows that were made for answers, in place of none."""
        made = {key.item for key in answers}
        return {
            Key(entry.target_row, item): (row,)
            for item, entry in self.entries.items()
            if entry.target_row
            and (row := self._find_row(entry, item)) in made
            and row not in self.orders.get(Key(entry.target_row, item), ())
        }

    def _collect_lists(self) -> Orders:
        lists = self._source.lists
        return {
            key: value
            for key, value in sorted(self._draft.answers.items(), key=lambda one: one[0])
            if key.question in lists
            and isinstance(value, tuple)
            and bool(lists[key.question].parent) == bool(key.item)
        }

    def _place(self) -> dict[Key, list[str]]:
        """Return the items of each new list, from all lists that become part of it."""
        placed: dict[Key, list[str]] = {}
        for entry in self._table.lists:
            for key, items in self._lists.items():
                at = self._find_target(entry, key)
                if at is None:
                    continue
                if not items and self._is_first(entry) and self._list_ways(entry)[0] is entry:
                    placed.setdefault(at, [])
                for item in items:
                    if item not in self.entries and self._moves(entry, item):
                        self.entries[item] = entry
                        placed.setdefault(at, []).append(item)
        for entry in self._table.lists:
            if entry.source_row:
                self._fold_rows(entry)
        return placed

    def _fold_rows(self, entry: ListCarry) -> None:
        for item, found in self.entries.items():
            rows = self._lists.get(Key(entry.source_row, item), ())
            if found is entry and rows and rows[0] not in self.entries:
                self._owners.setdefault(rows[0], item)

    def _find_target(self, entry: ListCarry, key: Key) -> Key | None:
        """Return the key of the new list for a list, or `None` if it does not become one."""
        if key.question != entry.source:
            return None
        parent = self._target.lists[entry.target].parent
        if not parent:
            return Key(entry.target) if not key.item else None
        outer = self.entries.get(key.item)
        fits = outer is not None and outer.target == parent
        return Key(entry.target, key.item) if fits else None

    def _moves(self, entry: ListCarry, item: str) -> bool:
        """Return whether an item moves by an entry: that of the list it was in before, if any."""
        ways = self._list_ways(entry)
        before = self._home_list.get(item)
        chosen = next((one for one in ways if one.target == before), ways[0])
        is_seen = item in self._visible or item in self._known or before is not None
        return chosen is entry and is_seen

    def _list_ways(self, entry: ListCarry) -> list[ListCarry]:
        """Return all entries for the list of an entry."""
        return [one for one in self._table.lists if one.source == entry.source]

    def _is_first(self, entry: ListCarry) -> bool:
        """Return whether an item that was never elsewhere goes back by this entry."""
        return entry is next(one for one in self._table.lists if one.target == entry.target)

    def _build_orders(self) -> Orders:
        found: dict[Key, tuple[str, ...]] = {}
        lists = [one.target for one in self._table.lists]
        for key in dict.fromkeys((*self._placed, *self._home)):
            if key in self._home and key.question not in lists:
                continue  # an answer again with all others that are set aside
            order = self._merge_home(key)
            if order is not None:
                found[key] = order
        rows = {one.target_row for one in self._table.lists}
        for key, order in self._home.items():
            if key.question in rows and key.item in self.entries:
                found[key] = order
                self.used.add(key)
        return found

    def _merge_home(self, key: Key) -> tuple[str, ...] | None:
        """Return the items of a new list: as they were there, without those removed since.

        What the user moved or added comes as it is now, and then what did not move.
        """
        placed, home = self._placed.get(key), self._home.get(key)
        if home is None:
            return tuple(placed) if placed is not None else None
        self.used.add(key)
        here = frozenset(item for items in self._lists.values() for item in items)
        kept = tuple(one for one in home if one not in self._known or one in here)
        moved = set(placed or ())
        if [one for one in dict.fromkeys(home) if one in moved] == (placed or []):
            return kept if kept or not home else None
        return (*(placed or ()), *(one for one in kept if one not in moved))

    def _find_row(self, entry: ListCarry, item: str) -> str:
        """Return the row of an item that has a part of its answers: its first, or a new one."""
        rows = self._home.get(Key(entry.target_row, item), ())
        return rows[0] if rows else _name_row(item)

    def _leads_back(self, key: Key) -> bool:
        """Return whether the new lists alone say what a list was."""
        items = self._lists[key]
        count = Counter(item for others in self._lists.values() for item in others)
        if any(count[item] > 1 for item in items):
            return False
        for entry in self._table.lists:
            at = self._find_target(entry, key)
            if at is not None and self._is_first(entry):
                order = self.orders.get(at)
                mine = [one for one in order or () if self.entries.get(one) is entry]
                # An empty list leaves no trace among the items of others.
                return order is not None and mine == list(items) and bool(mine or not order)
        return False


def _name_row(item: str) -> str:
    """Return the id of the row that is made for an item."""
    return f"{item}.1"
