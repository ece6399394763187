"""What Word does to runs and paragraphs while somebody writes, with or without tracking it."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from tests.core.review_import.corpus.paper import Node, around, etree, made, q, with_text

ANA, BEN = "Ana Peeters", "Ben de Wit"
_IDS = count(900_000)
_DAYS = {ANA: "2017-02-20T10:00:00Z", BEN: "2017-02-21T16:30:00Z"}


def mark(kind: str, by: str, **more: str) -> Node:
    """Give a mark of a tracked change: an insertion, a deletion, one end of a move."""
    node = made(f"<w:{kind}/>")
    node.set(q("w:id"), str(next(_IDS)))
    for key, value in more.items():
        node.set(q(f"w:{key}"), value)
    node.set(q("w:author"), by)
    node.set(q("w:date"), _DAYS[by])
    return node


def wrapped(run: Node, name: str, by: str) -> Node:
    """Put a run into a mark; in a deleted one the text is called otherwise."""
    node = mark(name, by)
    run.addprevious(node)
    node.append(run)
    if name == "del":
        for text in run.iter(q("w:t")):
            text.tag = q("w:delText")
    return node


def typed(run: Node, words: str, by: str = "") -> Node:
    """Type words behind a run, tracked where somebody is named."""
    new = with_text(run, words)
    run.addnext(new)
    return wrapped(new, "ins", by) if by else new


def typed_before(run: Node, words: str, by: str = "") -> Node:
    new = with_text(run, words)
    run.addprevious(new)
    return wrapped(new, "ins", by) if by else new


def struck(run: Node, by: str = "") -> None:
    """Take a run out, tracked where somebody is named."""
    if by:
        wrapped(run, "del", by)
    else:
        run.getparent().remove(run)


def moved(run: Node, behind: Node, by: str, name: str = "move1") -> None:
    """Move a run to behind another, as Word tracks it: with the ranges of both places."""
    copy = deepcopy(run)
    behind.addnext(copy)
    for node, way in ((run, "From"), (copy, "To")):
        held = wrapped(node, f"move{way}", by)
        start = mark(f"move{way}RangeStart", by, name=name)
        held.addprevious(start)
        held.addnext(made(f'<w:move{way}RangeEnd w:id="{start.get(q("w:id"))}"/>'))


def marked_end(paragraph: Node, name: str, by: str) -> None:
    """Say that somebody put in or took out the end of a paragraph."""
    looks = paragraph.find(q("w:pPr"))
    if looks is None:
        looks = etree.Element(q("w:pPr"))
        paragraph.insert(0, looks)
    of_mark = looks.find(q("w:rPr"))
    if of_mark is None:
        of_mark = etree.SubElement(looks, q("w:rPr"))
    of_mark.insert(0, mark(name, by))


def split_before(run: Node, by: str = "") -> Node:
    """Press Enter before a run; give the new paragraph, which is the second one."""
    old = around(run, "w:p")
    new = etree.Element(q("w:p"))
    looks = old.find(q("w:pPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    place = list(old).index(run)
    for node in list(old)[place:]:
        new.append(node)
    old.addnext(new)
    if by:
        marked_end(old, "ins", by)
    return new


def joined(paragraph: Node, by: str = "") -> None:
    """Take out the end of a paragraph, so that the next one goes on in it."""
    if by:
        marked_end(paragraph, "del", by)
        return
    following = paragraph.getnext()
    for node in list(following):
        if node.tag != q("w:pPr"):
            paragraph.append(node)
    following.getparent().remove(following)


def new_paragraph(behind: Node, words: str, by: str = "") -> Node:
    """Press Enter at the end of a paragraph and type; give the new paragraph."""
    new = etree.Element(q("w:p"))
    looks = behind.find(q("w:pPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    like = next(behind.iter(q("w:r")), None)
    run = with_text(etree.Element(q("w:r")) if like is None else like, words)
    new.append(run)
    behind.addnext(new)
    if by:
        wrapped(run, "ins", by)
        # The end that was there now ends the new paragraph: the new end is the one before it.
        marked_end(behind, "ins", by)
    return new


def without(node: Node, *names: str) -> None:
    """Take elements out of a tree, their content with them."""
    for one in list(node.iter(*(q(name) for name in names))):
        one.getparent().remove(one)


def unwrapped(node: Node) -> None:
    """Take an element away and leave its content in its place."""
    content = node.find(q("w:sdtContent")) if node.tag == q("w:sdt") else node
    for child in reversed(list(content)):
        node.addnext(child)
    node.getparent().remove(node)
