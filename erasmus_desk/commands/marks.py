"""Two states of a text on one line: what went in [-…-], what came in {+…+}, little around it."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.exchange.weaving import edits_of, tokens

AROUND = 8
"""Tokens (words, blanks) shown on either side of a change."""
LONGEST = 400
"""Characters of a line, about; the whole text stands in the draft."""
_MORE = "…"


def marked(before: str, after: str) -> str:
    """Give the places where two texts differ, one after the other."""
    old = tokens(before)
    edits = [*edits_of(old, tokens(after))]
    done, reached = list[str](), 0
    for number, edit in enumerate(edits):
        start = max(reached, edit.start - AROUND)
        if start > reached:
            done.append(f" {_MORE} ")
        done += [*old[start : edit.start], *_sides(old[edit.start : edit.end], edit.new)]
        following = edits[number + 1].start if number + 1 < len(edits) else len(old)
        reached = min(edit.end + AROUND, following)
        done += old[edit.end : reached]
    if reached < len(old):
        done.append(f" {_MORE}")
    return short("".join(done))


def short(text: str) -> str:
    """Give a text on one line, its beginning only if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + _MORE


def _sides(old: list[str], new: tuple[str, ...]) -> Iterator[str]:
    if old:
        yield f"[-{''.join(old)}-]"
    if new:
        yield f"{{+{''.join(new)}+}}"
