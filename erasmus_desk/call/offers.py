"""What users may want to do, over all calls: each wish with the call that serves it, if any does.

A wish is a path of a call (`paths` of `pack.json`). Calls that name the same wish share it by its
id: what one of them only mentions is served by another that is there too.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from erasmus_desk.call.model import CallState, Pack

_STATES = (CallState.OPEN, CallState.PROVISIONAL, CallState.CLOSED)


class Offer(Struct, frozen=True):
    """A wish and a call: the call serves it, or only says where it belongs.

    `path` is empty for a call that names no wish of its own.
    """

    call: str
    path: str
    is_supported: bool = True


def sort_packs(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """Return calls as they are offered: open ones first, then those with the newest deadline.

    Of those with the same deadline the one comes first that asks for the smallest partnership.
    """
    return tuple(sorted(packs, key=_rank))


def list_offers(packs: tuple[Pack, ...]) -> tuple[Offer, ...]:
    """Return each wish once for each call that serves it, then the wishes that none serves."""
    served: list[Offer] = []
    for pack in packs:
        paths = [path.id for path in pack.paths if path.is_supported] or [""]
        served += [Offer(pack.id, path) for path in paths]
    known = {offer.path for offer in served}
    others: dict[str, Offer] = {}
    for pack in packs:
        for path in pack.paths:
            if path.id not in known:
                others.setdefault(path.id, Offer(pack.id, path.id, is_supported=False))
    return (*served, *others.values())


def find_first_path(pack: Pack) -> str:
    """Return the first wish that a call serves; an empty string if it names none."""
    return next((path.id for path in pack.paths if path.is_supported), "")


def _rank(pack: Pack) -> tuple[int, float, int, str]:
    latest = max((one.at.timestamp() for one in pack.deadlines), default=0)
    fewest = min((one.organisations.value for one in pack.actions), default=0)
    return _STATES.index(pack.state), -latest, fewest, pack.id
