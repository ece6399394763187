"""Files of our own that were damaged or altered at random, reproducible by number."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any, cast

INSTEAD: Any = (
    *(None, "", "x", "a b", "../x", "\x00", "\ud800", "9999-99-99", "0001-01-01T00:00", "1e99999"),
    *("NaN", "-1", "all", "\u202e", 0, -1, 10**30, 1.5, True, False, [], {}, [None], [""], ["x"]),
    *([1], {"x": 1}, {"id": "x"}, "x" * 5000),
)
"""What stands in a file in place of something else."""


PAGE = 4096


def damage(content: bytes, number: int) -> bytes:
    """Return a content with bytes flipped, zeroed, cut off, moved or repeated."""
    chance = random.Random(number)  # noqa: S311 -- no secret, but the same each time
    ways: tuple[Callable[[random.Random, bytearray], None], ...]
    ways = (_flip, _flip, _zero, _cut, _swap, _repeat, _insert)
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        if damaged:
            chance.choice(ways)(chance, damaged)
    return bytes(damaged)


def _flip(chance: random.Random, content: bytearray) -> None:
    for _ in range(chance.choice((1, 1, 3, 40))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)


def _zero(chance: random.Random, content: bytearray) -> None:
    first, last = _choose_range(chance, content)
    content[first:last] = bytes(last - first)


def _cut(chance: random.Random, content: bytearray) -> None:
    del content[chance.randrange(len(content)) :]


def _swap(chance: random.Random, content: bytearray) -> None:
    """Put a page where another was."""
    first, second = (chance.randrange(-(-len(content) // PAGE)) * PAGE for _ in range(2))
    content[first : first + PAGE] = content[second : second + PAGE]


def _repeat(chance: random.Random, content: bytearray) -> None:
    first, last = _choose_range(chance, content)
    content[first:first] = content[first:last] * chance.choice((1, 3))


def _insert(chance: random.Random, content: bytearray) -> None:
    place = chance.randrange(len(content))
    content[place:place] = chance.choice((b"\0", b"\xff\xfe", b"{", b"]", b'"', b"[" * 100_000))


def _choose_range(chance: random.Random, content: bytearray) -> tuple[int, int]:
    first = chance.randrange(len(content))
    return first, min(first + chance.choice((1, 16, 512, PAGE)), len(content))


def _list_ways(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Return the way to every member and element of a value."""
    if isinstance(value, dict):
        steps: list[tuple[str | int, object]] = list(cast("dict[str, object]", value).items())
    else:
        steps = list(enumerate(cast("list[object]", value))) if isinstance(value, list) else []
    for step, part in steps:
        yield (*path, step)
        yield from _list_ways(part, (*path, step))


def alter(text: str, rng: random.Random) -> str:
    """Remove, replace, rename or repeat one thing in a file."""
    value: Any = json.loads(text)
    ways = list(_list_ways(value))
    way = rng.choice(ways)
    owner = _find(value, way[:-1])
    step, what = way[-1], rng.choice(("remove", "replace", "replace", "rename", "repeat", "copy"))
    if what == "remove":
        del owner[step]
    elif what == "rename" and isinstance(step, str):
        owner[f"{step}x"] = owner.pop(step)
    elif what == "repeat" and isinstance(step, int):
        owner.append(json.loads(json.dumps(owner[step])))
    elif what == "copy":
        owner[step] = json.loads(json.dumps(_find(value, rng.choice(ways))))
    else:
        owner[step] = rng.choice(INSTEAD)
    return json.dumps(value)


def _find(value: Any, way: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - JSON
    for step in way:
        value = value[step]
    return value
