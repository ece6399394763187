"""The comment parts of a Word file: comments, replies and their state, ids, authors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.comments import CommentSet, WordComment
from erasmus_desk.export.word.package_parts import NAMESPACES, RELATIONS, WORD_2010, XML_DECLARATION
from erasmus_desk.export.word.text_runs import escape_xml, render_runs
from erasmus_desk.round_trip.visible_text import split_lines

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_WORD_2016_IDS = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_WORD_2018_TIMES = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_IGNORABLE = f'xmlns:mc="{_COMPATIBILITY}" mc:Ignorable='
_MAX_INITIALS = 3


class CommentPart(Struct, frozen=True):
    """A part: its name, content type, relationship type and content."""

    name: str
    content_type: str
    relationship: str
    content: bytes


def build_comment_parts(comments: CommentSet, language: str) -> Iterator[CommentPart]:
    """Return the parts, none without comments; older programs read only the first."""
    if not comments.comments:
        return
    kinds = f"{_MICROSOFT}/2011/relationships"
    times = _render_times(comments)
    parts = [
        ("comments", f"{RELATIONS}/comments", _render_comments(comments, language)),
        ("commentsExtended", f"{kinds}/commentsExtended", _render_extended(comments)),
        ("commentsIds", f"{_MICROSOFT}/2016/09/relationships/commentsIds", _render_ids(comments)),
        ("people", f"{kinds}/people", _render_people(comments)),
    ]
    if times:
        relationship = f"{_MICROSOFT}/2018/08/relationships/commentsExtensible"
        parts.append(("commentsExtensible", relationship, times))
    for name, relationship, xml in parts:
        content = f"{XML_DECLARATION}{xml}".encode()
        yield CommentPart(f"/word/{name}.xml", f"{_WORD_TYPE}.{name}+xml", relationship, content)


def _render_comments(comments: CommentSet, language: str) -> str:
    items = "".join(_render_comment(comment, language) for comment in comments.comments)
    namespaces = f'{NAMESPACES} xmlns:w14="{WORD_2010}" {_IGNORABLE}"w14"'
    return f"<w:comments {namespaces}>{items}</w:comments>"


def _render_comment(comment: WordComment, language: str) -> str:
    date = _format_utc(comment.content.at) or _format_local(comment.content.at)
    dated = f' w:date="{date}"' if date else ""
    author = comment.content.author
    initials = "".join(word[0].upper() for word in author.split()[:_MAX_INITIALS])
    return (
        f'<w:comment w:id="{comment.number}" w:author="{escape_xml(author)}"{dated} '
        f'w:initials="{escape_xml(initials)}">'
        f"{''.join(_render_paragraphs(comment, language))}</w:comment>"
    )


def _render_paragraphs(comment: WordComment, language: str) -> Iterator[str]:
    """Render the paragraphs of a comment; its paragraph id is that of the last one."""
    whole = split_lines(comment.content.text)
    for place, line in enumerate(whole, start=1):
        is_last = place == len(whole)
        ids = f' w14:paraId="{comment.paragraph_id}" w14:textId="77777777"' if is_last else ""
        yield f"<w:p{ids}>{render_runs(LangText(line, language), is_exact=True)}</w:p>"


def _format_utc(at: str) -> str:
    """Return a time in UTC, an empty text if it is none or its zone is unknown."""
    moment = _parse_time(at)
    if moment is None or moment.tzinfo is None:
        return ""
    try:
        return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except OverflowError:  # before the year 1 or after 9999 in UTC
        return ""


def _format_local(at: str) -> str:
    """Return a time as it is on the clock, an empty text if it is none."""
    moment = _parse_time(at)
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") if moment else ""


def _parse_time(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return None


def _render_extended(comments: CommentSet) -> str:
    items = "".join(
        f'<w15:commentEx w15:paraId="{comment.paragraph_id}"{_render_parent(comment)} '
        f'w15:done="{int(comment.is_resolved)}"/>'
        for comment in comments.comments
    )
    return f'<w15:commentsEx xmlns:w15="{_WORD_2012}" {_IGNORABLE}"w15">{items}</w15:commentsEx>'


def _render_parent(comment: WordComment) -> str:
    return f' w15:paraIdParent="{comment.parent}"' if comment.parent else ""


def _render_ids(comments: CommentSet) -> str:
    items = "".join(
        f'<w16cid:commentId w16cid:paraId="{comment.paragraph_id}" '
        f'w16cid:durableId="{comment.paragraph_id}"/>'
        for comment in comments.comments
    )
    namespaces = f'xmlns:w16cid="{_WORD_2016_IDS}" {_IGNORABLE}"w16cid"'
    return f"<w16cid:commentsIds {namespaces}>{items}</w16cid:commentsIds>"


def _render_times(comments: CommentSet) -> str:
    """Render the times in UTC, an empty text if there are none.

    Word takes the date of a comment itself for local time, whatever its zone, if this part does
    not say when it was.
    """
    items = "".join(
        f'<w16cex:commentExtensible w16cex:durableId="{comment.paragraph_id}" '
        f'w16cex:dateUtc="{at}"/>'
        for comment in comments.comments
        if (at := _format_utc(comment.content.at))
    )
    if not items:
        return ""
    namespaces = f'xmlns:w16cex="{_WORD_2018_TIMES}" {_IGNORABLE}"w16cex"'
    return f"<w16cex:commentsExtensible {namespaces}>{items}</w16cex:commentsExtensible>"


def _render_people(comments: CommentSet) -> str:
    authors = dict.fromkeys(comment.content.author for comment in comments.comments)
    items = "".join(
        f'<w15:person w15:author="{(name := escape_xml(author))}">'
        f'<w15:presenceInfo w15:providerId="None" w15:userId="{name}"/></w15:person>'
        for author in authors
    )
    return f'<w15:people xmlns:w15="{_WORD_2012}" {_IGNORABLE}"w15">{items}</w15:people>'
