"""The bookmarks of a PDF: a tree of all headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .layout import Paper
from .objects import Objects, text
from .style import TWIPS


def outline(objects: Objects, paper: Paper, pages: Sequence[int]) -> int:
    """Write the bookmarks, a tree of all headings, and give the number of its root."""
    if not paper.headings:
        return 0
    root = objects.reserve()
    numbers = [objects.reserve() for _ in paper.headings]
    above: list[int] = []
    stack: list[tuple[int, int]] = [(0, -1)]
    kids: dict[int, list[int]] = defaultdict(list)
    for place, heading in enumerate(paper.headings):
        while stack[-1][0] >= heading.level:
            stack.pop()
        parent = stack[-1][1]
        above.append(parent)
        kids[parent].append(place)
        stack.append((heading.level, place))
    for place, heading in enumerate(paper.headings):
        page, height = paper.where[heading.number]
        beside = kids[above[place]]
        at = beside.index(place)
        parent = root if above[place] < 0 else numbers[above[place]]
        goal = (paper.pages[page].leaf.height - height) / TWIPS + 12
        entries = [
            b"/Title %s /Parent %d 0 R" % (text(heading.text.text), parent),
            b"/Dest [%d 0 R /XYZ 0 %.2f null]" % (pages[page], goal),
        ]
        entries += [b"/Prev %d 0 R" % numbers[beside[at - 1]]] if at else []
        entries += [b"/Next %d 0 R" % numbers[beside[at + 1]]] if at + 1 < len(beside) else []
        own = kids.get(place)
        if own:
            first, last = numbers[own[0]], numbers[own[-1]]
            # Closed: a long list of all headings would hide its own order.
            entries.append(b"/First %d 0 R /Last %d 0 R /Count %d" % (first, last, -len(own)))
        objects.put(numbers[place], b"<< %s >>\n" % b" ".join(entries))
    top = kids[-1]
    objects.put(
        root,
        b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>\n"
        % (numbers[top[0]], numbers[top[-1]], len(top)),
    )
    return root
