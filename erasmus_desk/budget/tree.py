"""The grant as a tree: budget category, activity, organisation, with the sum of each part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.budget.calculation import ZERO, BudgetLine, MissingAmount
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key


class PartKind(StrEnum):
    """What a part of the grant is about."""

    CATEGORY = "category"
    ACTIVITY = "activity"
    ORGANISATION = "organisation"


class GrantPart(Struct, frozen=True):
    """A budget category, an activity in it, or an organisation in either; the last has no parts.

    `id` tells a part from its siblings and stays the same when amounts change. A part without a
    grant (`unfunded`) and amounts that cannot be calculated (`missing`) are in no sum.
    """

    id: str
    kind: PartKind
    category: str
    activity: Key | None
    organisation: str
    lines: tuple[BudgetLine, ...] = ()
    unfunded: tuple[BudgetLine, ...] = ()
    missing: tuple[MissingAmount, ...] = ()
    parts: tuple[GrantPart, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The part of the grant."""
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def is_counted(self) -> bool:
        """Whether something in it is in the total."""
        return bool(self.lines)

    @property
    def uncounted(self) -> int:
        """The number of amounts in it that are not in the total."""
        return len(self.unfunded) + len(self.missing)

    @property
    def key(self) -> Key:
        """The first answer that it is calculated from, or that is missing."""
        return next(line.key for line in (*self.lines, *self.unfunded, *self.missing))


_Entry = BudgetLine | MissingAmount


def build_tree(grant: Grant) -> tuple[GrantPart, ...]:
    """Return the categories of a grant that have an amount, in the order of the call."""
    entries: dict[str, list[_Entry]] = {category: [] for category in grant.by_category}
    for entry in (*grant.lines, *grant.unfunded, *grant.missing):
        entries.setdefault(entry.category, []).append(entry)
    return tuple(_build_category(category, found) for category, found in entries.items() if found)


def list_parts(parts: Iterable[GrantPart]) -> Iterator[GrantPart]:
    """Yield parts and all parts in them, from top to bottom."""
    for part in parts:
        yield part
        yield from list_parts(part.parts)


def _build_category(category: str, entries: list[_Entry]) -> GrantPart:
    by_activity: dict[Key | None, list[_Entry]] = {}
    for entry in entries:
        by_activity.setdefault(entry.activity, []).append(entry)
    parts: list[GrantPart] = []
    for activity, found in by_activity.items():
        within = tuple(_build_organisations(found))
        if activity is None:
            parts.extend(within)
        else:
            name = f"{activity.question}/{activity.item}"
            parts.append(_build_part(name, PartKind.ACTIVITY, found, within))
    return _build_part(category, PartKind.CATEGORY, entries, tuple(parts))


def _build_organisations(entries: list[_Entry]) -> Iterator[GrantPart]:
    """Yield a part for the lines of each organisation.

    Missing amounts with the same cause are one part, whose organisation is empty if they are of
    several.
    """
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        if isinstance(entry, MissingAmount):
            name = f"{entry.code}/{entry.key.question}/{entry.key.item}"
        else:
            name = f"{entry.organisation}/{'' if entry.is_funded else 'unfunded'}"
        groups.setdefault(name, []).append(entry)
    for name, group in groups.items():
        yield _build_part(name, PartKind.ORGANISATION, group, ())


def _build_part(
    name: str, kind: PartKind, entries: list[_Entry], parts: tuple[GrantPart, ...]
) -> GrantPart:
    first = entries[0]
    organisations = {entry.organisation for entry in entries}
    lines = [entry for entry in entries if isinstance(entry, BudgetLine)]
    return GrantPart(
        name,
        kind,
        first.category,
        None if kind is PartKind.CATEGORY else first.activity,
        first.organisation if kind is PartKind.ORGANISATION and len(organisations) == 1 else "",
        tuple(line for line in lines if line.is_funded),
        tuple(line for line in lines if not line.is_funded),
        tuple(entry for entry in entries if isinstance(entry, MissingAmount)),
        parts,
    )
