"""The parts of a Word file that hold comments: what was said, what answers what, who spoke."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from erasmus_desk.export.document.blocks import Said
from erasmus_desk.export.document.comments import Comment, Talk
from erasmus_desk.export.word.package_parts import HEAD, SPACES, WORD_2010
from erasmus_desk.export.word.text_runs import attribute, runs
from erasmus_desk.round_trip.visible_text import lines

_IGNORED = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_IDS = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LATER = f'xmlns:mc="{_IGNORED}" mc:Ignorable='
_INITIALS = 3


class Extra(Struct, frozen=True):
    """A part: its name, what kind of content it has, how it is linked, its content."""

    name: str
    kind: str
    link: str
    content: bytes


def parts(talk: Talk, language: str) -> tuple[Extra, ...]:
    """Give the parts, none where nothing was said; older programs read the first alone."""
    if not talk.comments:
        return ()
    people = f"{_MICROSOFT}/2011/relationships/people"
    extended = f"{_MICROSOFT}/2011/relationships/commentsExtended"
    ids = f"{_MICROSOFT}/2016/09/relationships/commentsIds"
    return (
        _extra("comments", f"{_OPEN}/comments", _comments(talk, language)),
        _extra("commentsExtended", extended, _extended(talk)),
        _extra("commentsIds", ids, _ids(talk)),
        _extra("people", people, _people(talk)),
    )


def _extra(name: str, link: str, content: str) -> Extra:
    whole = f"{HEAD}{content}".encode()
    return Extra(f"/word/{name}.xml", f"{_TYPE}.{name}+xml", link, whole)


def _comments(talk: Talk, language: str) -> str:
    each = "".join(_comment(one, language) for one in talk.comments)
    spaces = f'{SPACES} xmlns:w14="{WORD_2010}" {_LATER}"w14"'
    return f"<w:comments {spaces}>{each}</w:comments>"


def _comment(one: Comment, language: str) -> str:
    date = _date(one.note.at)
    dated = f' w:date="{date}"' if date else ""
    author = attribute(one.note.author)
    return (
        f'<w:comment w:id="{one.number}" w:author="{author}"{dated} '
        f'w:initials="{attribute(_initials(one.note.author))}">'
        f"{''.join(_paragraphs(one, language))}</w:comment>"
    )


def _paragraphs(one: Comment, language: str) -> Iterator[str]:
    """Give the paragraphs of a comment; what other parts say of it names the last of them."""
    whole = lines(one.note.text)
    for place, line in enumerate(whole, start=1):
        mark = f' w14:paraId="{one.mark}" w14:textId="77777777"' if place == len(whole) else ""
        yield f"<w:p{mark}>{runs(Said(line, language))}</w:p>"


def _initials(author: str) -> str:
    return "".join(word[0].upper() for word in author.split()[:_INITIALS])


def _date(at: str) -> str:
    """Give a moment as Word writes it, in UTC; one of an unknown zone stays what it is."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _extended(talk: Talk) -> str:
    each = "".join(
        f'<w15:commentEx w15:paraId="{one.mark}"{_parent(one)} w15:done="{int(one.is_done)}"/>'
        for one in talk.comments
    )
    return f'<w15:commentsEx xmlns:w15="{_WORD_2012}" {_LATER}"w15">{each}</w15:commentsEx>'


def _parent(one: Comment) -> str:
    return f' w15:paraIdParent="{one.parent}"' if one.parent else ""


def _ids(talk: Talk) -> str:
    each = "".join(
        f'<w16cid:commentId w16cid:paraId="{one.mark}" w16cid:durableId="{one.mark}"/>'
        for one in talk.comments
    )
    return f'<w16cid:commentsIds xmlns:w16cid="{_IDS}" {_LATER}"w16cid">{each}</w16cid:commentsIds>'


def _people(talk: Talk) -> str:
    authors = dict.fromkeys(one.note.author for one in talk.comments)
    each = "".join(
        f'<w15:person w15:author="{(name := attribute(author))}">'
        f'<w15:presenceInfo w15:providerId="None" w15:userId="{name}"/></w15:person>'
        for author in authors
    )
    return f'<w15:people xmlns:w15="{_WORD_2012}" {_LATER}"w15">{each}</w15:people>'
