"""What Word writes to runs and paragraphs while typing, tracked or not."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from tests.core.review_import.corpus.paper import (
    Node,
    copy_run_with,
    etree,
    find_ancestor,
    parse_fragment,
    q,
)

ANA, BEN = "Ana Peeters", "Ben de Wit"
_IDS = count(900_000)
_DAYS = {ANA: "2017-02-20T10:00:00Z", BEN: "2017-02-21T16:30:00Z"}


def make_mark(kind: str, by: str, **more: str) -> Node:
    """Return the element of a tracked change: an insertion, a deletion, one end of a move."""
    node = parse_fragment(f"<w:{kind}/>")
    node.set(q("w:id"), str(next(_IDS)))
    for key, value in more.items():
        node.set(q(f"w:{key}"), value)
    node.set(q("w:author"), by)
    node.set(q("w:date"), _DAYS[by])
    return node


def wrap_run(run: Node, name: str, by: str) -> Node:
    """Wrap a run in a tracked change; deleted text has another element name."""
    node = make_mark(name, by)
    run.addprevious(node)
    node.append(run)
    if name == "del":
        for text in run.iter(q("w:t")):
            text.tag = q("w:delText")
    return node


def insert_text(run: Node, words: str, by: str = "") -> Node:
    """Insert text behind a run, tracked if an author is given."""
    new = copy_run_with(run, words)
    run.addnext(new)
    return wrap_run(new, "ins", by) if by else new


def insert_before(run: Node, words: str, by: str = "") -> Node:
    new = copy_run_with(run, words)
    run.addprevious(new)
    return wrap_run(new, "ins", by) if by else new


def delete_run(run: Node, by: str = "") -> None:
    """Delete a run, tracked if an author is given."""
    if by:
        wrap_run(run, "del", by)
    else:
        run.getparent().remove(run)


def move_run(run: Node, behind: Node, by: str, name: str = "move1") -> None:
    """Move a run behind another, tracked, with the ranges of both positions."""
    copy = deepcopy(run)
    behind.addnext(copy)
    for node, way in ((run, "From"), (copy, "To")):
        held = wrap_run(node, f"move{way}", by)
        start = make_mark(f"move{way}RangeStart", by, name=name)
        held.addprevious(start)
        held.addnext(parse_fragment(f'<w:move{way}RangeEnd w:id="{start.get(q("w:id"))}"/>'))


def mark_paragraph_end(paragraph: Node, name: str, by: str) -> None:
    """Mark the end of a paragraph as inserted or deleted."""
    looks = paragraph.find(q("w:pPr"))
    if looks is None:
        looks = etree.Element(q("w:pPr"))
        paragraph.insert(0, looks)
    of_mark = looks.find(q("w:rPr"))
    if of_mark is None:
        of_mark = etree.SubElement(looks, q("w:rPr"))
    of_mark.insert(0, make_mark(name, by))


def split_before(run: Node, by: str = "") -> Node:
    """Split the paragraph before a run; return the second one."""
    old = find_ancestor(run, "w:p")
    new = etree.Element(q("w:p"))
    looks = old.find(q("w:pPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    place = list(old).index(run)
    for node in list(old)[place:]:
        new.append(node)
    old.addnext(new)
    if by:
        mark_paragraph_end(old, "ins", by)
    return new


def join_with_next(paragraph: Node, by: str = "") -> None:
    """Delete the end of a paragraph, so that the next one continues it."""
    if by:
        mark_paragraph_end(paragraph, "del", by)
        return
    following = paragraph.getnext()
    for node in list(following):
        if node.tag != q("w:pPr"):
            paragraph.append(node)
    following.getparent().remove(following)


def add_paragraph(behind: Node, words: str, by: str = "") -> Node:
    """Add a paragraph with text behind another; return it."""
    new = etree.Element(q("w:p"))
    looks = behind.find(q("w:pPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    like = next(behind.iter(q("w:r")), None)
    run = copy_run_with(etree.Element(q("w:r")) if like is None else like, words)
    new.append(run)
    behind.addnext(new)
    if by:
        wrap_run(run, "ins", by)
        # The end that was there now ends the new paragraph: the new end is the one before it.
        mark_paragraph_end(behind, "ins", by)
    return new


def without(node: Node, *names: str) -> None:
    """Remove elements from a tree with their content."""
    for one in list(node.iter(*(q(name) for name in names))):
        one.getparent().remove(one)


def unwrap_control(node: Node) -> None:
    """Remove an element but keep its content."""
    content = node.find(q("w:sdtContent")) if node.tag == q("w:sdt") else node
    for child in reversed(list(content)):
        node.addnext(child)
    node.getparent().remove(node)
