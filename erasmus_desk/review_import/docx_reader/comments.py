"""Comments and replies: text, author, quoted text and thread.

What each program keeps of them: docs/decisions/0014-reading-returned-word-files.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.review_import.docx_reader.attributes import (
    DATE_UTC,
    parse_local_datetime,
    w,
    w14,
)
from erasmus_desk.review_import.docx_reader.document import Paragraph, WordComment
from erasmus_desk.review_import.docx_reader.package import Element, Package

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16_IDS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16_EXTENSIBLE = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_PARA_ID = w14("paraId")
_MAX_QUOTE: Final = 300
"""Characters of a quote; a comment may cover a whole document."""
_FIRST_RANDOM_ID: Final = 0x10000
"""Paragraph ids below this are counters (OnlyOffice, docx.js; LibreOffice with swapped bytes), not
random as in Word: two files may use the same id for different comments."""
_HEXADECIMAL = 16
_MAX_ID_LENGTH = 16


class _CommentDetails(Struct):
    """What other parts say about comments, by paragraph id; `dates` are in UTC, by durable id."""

    parents: dict[str, str] = field(default_factory=dict[str, str])
    done: set[str] = field(default_factory=set[str])
    durable: dict[str, str] = field(default_factory=dict[str, str])
    dates: dict[str, str] = field(default_factory=dict[str, str])


def read_comments(
    package: Package, paragraphs: Iterable[Paragraph], text_of: Callable[[Element], str]
) -> tuple[WordComment, ...]:
    """Return the comments in file order; `text_of` reads the text of one."""
    details = _read_details(package)
    found: dict[str, WordComment] = {}
    comment_of: dict[str, str] = {}
    parent_ids: dict[str, str] = {}
    parts = package.find_parts("comments")
    for node in (one for part in parts for one in part.root.iterchildren(w("comment"))):
        ids = [id_ for one in node.iter(w("p")) if (id_ := _parse_para_id(one.get(_PARA_ID)))]
        comment = _build_comment(node, ids, details, text_of(node))
        if comment.id in found:
            # No range refers to a comment whose id is taken.
            comment = replace(comment, id=f"{comment.id}~{len(found)}")
        found[comment.id] = comment
        comment_of |= dict.fromkeys(ids, comment.id)
        parents = (details.parents[id_] for id_ in ids if id_ in details.parents)
        parent_ids[comment.id] = next(parents, "")
    quotes = _collect_quotes(paragraphs)
    if details.parents:
        parent_of = {one: comment_of[id_] for one, id_ in parent_ids.items() if id_ in comment_of}
    else:
        parent_of = _link_by_range(found.values(), quotes)
    linked: list[WordComment] = []
    for comment in found.values():
        first = _find_root(comment.id, parent_of)
        own = quotes.get(comment.id) or quotes.get(first)
        parent = "" if first == comment.id else first
        linked.append(replace(comment, parent=parent, quote=own.text if own else ""))
    return tuple(linked)


def _build_comment(
    node: Element, ids: list[str], details: _CommentDetails, text: str
) -> WordComment:
    author, written = node.get(w("author")) or "", node.get(w("date")) or ""
    durable = next((details.durable[id_] for id_ in ids if id_ in details.durable), "")
    in_utc = details.dates.get(durable, "")
    random_id = next((id_ for id_ in reversed(ids) if _is_random(id_)), "")
    content = f"{author}\0{written}\0{text}".encode("utf-8", "replace")
    identity = durable or random_id or sha256(content).hexdigest()[:32]
    return WordComment(
        id=node.get(w("id")) or "",
        author=author,
        at=parse_local_datetime(written, node.get(DATE_UTC) or in_utc),
        text=text,
        is_resolved=any(id_ in details.done for id_ in ids),
        identity=identity,
    )


def _is_random(id_: str) -> bool:
    swapped = "".join(reversed([id_[at : at + 2] for at in range(0, len(id_), 2)]))
    return min(int(id_, _HEXADECIMAL), int(swapped, _HEXADECIMAL)) >= _FIRST_RANDOM_ID


def _read_details(package: Package) -> _CommentDetails:
    details = _CommentDetails()
    for part in package.find_parts("commentsExtended"):
        for node in part.root.iter(f"{_W15}commentEx"):
            id_ = _parse_para_id(node.get(f"{_W15}paraId"))
            parent = _parse_para_id(node.get(f"{_W15}paraIdParent"))
            if id_ and parent:
                details.parents[id_] = parent
            if id_ and (node.get(f"{_W15}done") or "").lower() in {"1", "true", "on"}:
                details.done.add(id_)
    for part in package.find_parts("commentsIds"):
        for node in part.root.iter(f"{_W16_IDS}commentId"):
            id_ = _parse_para_id(node.get(f"{_W16_IDS}paraId"))
            durable = _parse_para_id(node.get(f"{_W16_IDS}durableId"))
            if id_ and durable:
                details.durable[id_] = f"durable:{durable}"
    for part in package.find_parts("commentsExtensible"):
        for node in part.root.iter(f"{_W16_EXTENSIBLE}commentExtensible"):
            durable = _parse_para_id(node.get(f"{_W16_EXTENSIBLE}durableId"))
            details.dates[f"durable:{durable}"] = node.get(f"{_W16_EXTENSIBLE}dateUtc") or ""
    return details


def _parse_para_id(text: str | None) -> str:
    """Return a paragraph id in canonical form, an empty text if it is invalid."""
    try:
        number = int((text or "")[:_MAX_ID_LENGTH], _HEXADECIMAL)
    except ValueError:
        return ""
    return f"{number:08X}" if number > 0 else ""


def _link_by_range(comments: Iterable[WordComment], quotes: Mapping[str, _Quote]) -> dict[str, str]:
    """Return the parent of each reply where no part lists them: same range, later time.

    LibreOffice writes replies this way and no other.
    """
    first: dict[tuple[int, int, int, int], str] = {}
    parent_of: dict[str, str] = {}
    for comment in sorted(comments, key=_sort_time):
        quote = quotes.get(comment.id)
        if quote is not None and quote.text.strip():
            root = first.setdefault(quote.position, comment.id)
            if root != comment.id:
                parent_of[comment.id] = root
    return parent_of


def _sort_time(comment: WordComment) -> datetime:
    at = comment.at or datetime.max.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _find_root(name: str, parent_of: Mapping[str, str]) -> str:
    """Return the first comment of a thread; replies in a circle are each their own."""
    at, visited = name, {name}
    while at in parent_of:
        at = parent_of[at]
        if at in visited:
            return name
        visited.add(at)
    return at


class _Quote(Struct):
    """The text under a comment: current text, or else deleted text.

    `position` is paragraph and run of its start and of its end.
    """

    current: str = ""
    deleted: str = ""
    position: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def text(self) -> str:
        return (self.current if self.current.strip() else self.deleted)[:_MAX_QUOTE]


def _collect_quotes(paragraphs: Iterable[Paragraph]) -> dict[str, _Quote]:
    quotes: dict[str, _Quote] = {}
    for number, paragraph in enumerate(paragraphs):
        for run_number, run in enumerate(paragraph.runs):
            for name in run.comments:
                here = number, run_number
                quote = quotes.setdefault(name, _Quote(position=(*here, *here)))
                end = "\n" if number != quote.position[2] else ""
                quote.position = (*quote.position[:2], *here)
                if run.revision.is_removed and len(quote.deleted) < _MAX_QUOTE:
                    quote.deleted += end + run.text
                elif not run.revision.is_removed and len(quote.current) < _MAX_QUOTE:
                    quote.current += end + run.text
    return quotes
