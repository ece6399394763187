"""Comments and replies: what they say, what they hang at, and which answers which.

What programs keep of them: see docs/decisions/0014-what-comes-home.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.review_import.docx_reader.attributes import moment, w, w14
from erasmus_desk.review_import.docx_reader.document import Comment, Line
from erasmus_desk.review_import.docx_reader.package import Element, Package

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_PARA_ID = w14("paraId")
_QUOTE: Final = 300
"""Characters of a quote; a comment may lie on a whole document."""
_COUNTED: Final = 0x10000
"""Ids of paragraphs below this were counted up by a program (OnlyOffice, docx.js; LibreOffice with
the bytes turned round) instead of drawn by lot as Word does: two files have the same ones for
different comments."""
_HEXADECIMAL = 16
_LONGEST_MARK = 16


class _More(Struct):
    """What other parts say about comments, by the ids of their paragraphs."""

    parents: dict[str, str] = field(default_factory=dict[str, str])
    done: set[str] = field(default_factory=set[str])
    durable: dict[str, str] = field(default_factory=dict[str, str])


def comments_of(
    package: Package, lines: Iterable[Line], text_of: Callable[[Element], str]
) -> tuple[Comment, ...]:
    """Give the comments in the order of the file; `text_of` reads the text of one."""
    more = _more(package)
    found: dict[str, Comment] = {}
    owners: dict[str, str] = {}
    asked: dict[str, str] = {}
    for node in _nodes(package):
        marks = [mark for one in node.iter(w("p")) if (mark := _mark(one.get(_PARA_ID)))]
        comment = _comment(node, marks, more, text_of(node))
        if comment.id in found:
            comment = replace(comment, id=_other(comment.id, found))
        found[comment.id] = comment
        owners |= dict.fromkeys(marks, comment.id)
        parents = (more.parents[mark] for mark in marks if mark in more.parents)
        asked[comment.id] = next(parents, "")
    quotes = _quotes(lines)
    if more.parents:
        answers = {one: owners[mark] for one, mark in asked.items() if mark in owners}
    else:
        answers = _by_place(found.values(), quotes)
    return tuple(_placed(one, answers, quotes) for one in found.values())


def _nodes(package: Package) -> Iterable[Element]:
    for part in package.related("comments"):
        yield from part.root.iterchildren(w("comment"))


def _comment(node: Element, marks: list[str], more: _More, text: str) -> Comment:
    author, written = node.get(w("author")) or "", node.get(w("date")) or ""
    durable = next((more.durable[mark] for mark in marks if mark in more.durable), "")
    drawn = next((mark for mark in reversed(marks) if _is_drawn(mark)), "")
    known = f"{author}\0{written}\0{text}".encode("utf-8", "replace")
    identity = durable or drawn or sha256(known).hexdigest()[:32]
    return Comment(
        id=node.get(w("id")) or "",
        author=author,
        at=moment(written),
        text=text,
        is_done=any(mark in more.done for mark in marks),
        identity=identity,
    )


def _is_drawn(mark: str) -> bool:
    turned = "".join(reversed([mark[at : at + 2] for at in range(0, len(mark), 2)]))
    return min(int(mark, _HEXADECIMAL), int(turned, _HEXADECIMAL)) >= _COUNTED


def _other(name: str, taken: Mapping[str, Comment]) -> str:
    """Give an id of its own to a comment with that of another; nothing in the text names it."""
    return f"{name}~{len(taken)}"


def _more(package: Package) -> _More:
    more = _More()
    for part in package.related("commentsExtended"):
        for node in part.root.iter(f"{_W15}commentEx"):
            mark, parent = _mark(node.get(f"{_W15}paraId")), node.get(f"{_W15}paraIdParent")
            if mark and _mark(parent):
                more.parents[mark] = _mark(parent)
            if mark and (node.get(f"{_W15}done") or "").lower() in {"1", "true", "on"}:
                more.done.add(mark)
    for part in package.related("commentsIds"):
        for node in part.root.iter(f"{_W16_IDS}commentId"):
            mark, durable = _mark(node.get(f"{_W16_IDS}paraId")), node.get(f"{_W16_IDS}durableId")
            if mark and _mark(durable):
                more.durable[mark] = f"durable:{_mark(durable)}"
    return more


def _mark(text: str | None) -> str:
    """Give the id of a paragraph in one form, an empty text for what is none."""
    try:
        number = int((text or "")[:_LONGEST_MARK], _HEXADECIMAL)
    except ValueError:
        return ""
    return f"{number:08X}" if number > 0 else ""


def _placed(comment: Comment, answers: Mapping[str, str], quotes: Mapping[str, _Quote]) -> Comment:
    first = _first(comment.id, answers)
    own = quotes.get(comment.id) or quotes.get(first)
    return replace(
        comment, parent="" if first == comment.id else first, quote=own.text if own else ""
    )


def _by_place(comments: Iterable[Comment], quotes: Mapping[str, _Quote]) -> dict[str, str]:
    """Give which comment answers which where no part says so: those on the very same text.

    LibreOffice writes replies like this, and nothing else about them.
    """
    first: dict[tuple[int, int, int, int], str] = {}
    answers: dict[str, str] = {}
    for comment in sorted(comments, key=_moment):
        quote = quotes.get(comment.id)
        if quote is not None and quote.text.strip():
            began = first.setdefault(quote.place, comment.id)
            if began != comment.id:
                answers[comment.id] = began
    return answers


def _moment(comment: Comment) -> datetime:
    return comment.at or datetime.max.replace(tzinfo=UTC)


def _first(name: str, answers: Mapping[str, str]) -> str:
    """Give the comment that began a thread; those that answer each other in a ring began it."""
    seen = {name}
    at = name
    while at in answers:
        at = answers[at]
        if at in seen:
            return name
        seen.add(at)
    return at


class _Quote(Struct):
    """The text under a comment: what is there, and else what was deleted.

    `place` are line and stretch of its beginning and of its end.
    """

    there: str = ""
    gone: str = ""
    place: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def text(self) -> str:
        return (self.there if self.there.strip() else self.gone)[:_QUOTE]


def _quotes(lines: Iterable[Line]) -> dict[str, _Quote]:
    quotes: dict[str, _Quote] = {}
    for number, line in enumerate(lines):
        for stretch, span in enumerate(line.spans):
            for name in span.comments:
                quote = quotes.setdefault(name, _Quote(place=(number, stretch, number, stretch)))
                end = "\n" if number != quote.place[2] else ""
                quote.place = (*quote.place[:2], number, stretch)
                if span.fate.is_gone and len(quote.gone) < _QUOTE:
                    quote.gone += end + span.text
                elif not span.fate.is_gone and len(quote.there) < _QUOTE:
                    quote.there += end + span.text
    return quotes
