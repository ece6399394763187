"""Comments as Word stores them: four parts beside the text, with replies and resolved threads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import count

from erasmus_desk.draft.model import Key
from erasmus_desk.round_trip.record import BlockRole
from tests.core.review_import.corpus.expected import Expected, Remark
from tests.core.review_import.corpus.marks import ANA, BEN, delete_run
from tests.core.review_import.corpus.paper import Node, Paper, parse_fragment, q
from tests.core.review_import.corpus.review import Review, edit

COMMENTS = "comments"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MS = "http://schemas.microsoft.com/office"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_IDS = count(700)
_FIRST = datetime(2017, 2, 20, 0, 15, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Says:
    """One comment; a reply has the index of the comment it answers."""

    by: str
    text: str
    reply_to: int | None = None
    is_done: bool = False


def add_comments(paper: Paper, first: Node, last: Node, *talk: Says) -> None:
    """Add comments on a range of runs, with the parts that Word stores beside them."""
    ids = [next(_IDS) for _ in talk]
    for number in ids:
        first.addprevious(parse_fragment(f'<w:commentRangeStart w:id="{number}"/>'))
    behind = last
    for number in ids:
        end = parse_fragment(f'<w:commentRangeEnd w:id="{number}"/>')
        sign = parse_fragment(
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )
        behind.addnext(end)
        end.addnext(sign)
        behind = sign
    comments: list[str] = []
    extended: list[str] = []
    durable: list[str] = []
    for number, one in zip(ids, talk, strict=True):
        para = f"{0x40000000 + number:08X}"
        parent = "" if one.reply_to is None else f"{0x40000000 + ids[one.reply_to]:08X}"
        comments.append(_comment(number, one, para))
        above = f' w15:paraIdParent="{parent}"' if parent else ""
        done = int(one.is_done)
        extended.append(f'<w15:commentEx w15:paraId="{para}"{above} w15:done="{done}"/>')
        durable.append(f'<w16cid:commentId w16cid:paraId="{para}" w16cid:durableId="2{para[1:]}"/>')
    _kept(paper, "".join(comments), "".join(extended), "".join(durable))


def _comment(number: int, one: Says, para: str) -> str:
    initials = "".join(part[0] for part in one.by.split())
    # Every comment is later than those before it, however many there are.
    said = _FIRST + timedelta(hours=number)
    return (
        f'<w:comment w:id="{number}" w:author="{one.by}" w:initials="{initials}" '
        f'w:date="{said:%Y-%m-%dT%H:%M:%SZ}"><w:p w14:paraId="{para}" '
        'w14:textId="77777777"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:rPr>'
        '<w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(one.text)}</w:t></w:r></w:p></w:comment>'
    )


def _kept(paper: Paper, comments: str, extended: str, durable: str) -> None:
    """Add comments to their parts, which are created if missing."""
    parts = (
        ("comments", "w", f'xmlns:w="{_W}" xmlns:w14="{_MS}/word/2010/wordml"', comments),
        ("commentsExtended", "w15", f'xmlns:w15="{_MS}/word/2012/wordml"', extended),
        ("commentsIds", "w16cid", f'xmlns:w16cid="{_MS}/word/2016/wordml/cid"', durable),
    )
    kinds = {
        "comments": f"{_OFFICE}/comments",
        "commentsExtended": f"{_MS}/2011/relationships/commentsExtended",
        "commentsIds": f"{_MS}/2016/09/relationships/commentsIds",
    }
    roots = {"comments": "comments", "commentsExtended": "commentsEx", "commentsIds": "commentsIds"}
    for name, prefix, spaces, content in parts:
        end = f"</{prefix}:{roots[name]}>"
        there = paper.parts.get(f"word/{name}.xml")
        if there is None:
            xml = f'<?xml version="1.0"?><{prefix}:{roots[name]} {spaces}>{content}{end}'
            paper.add(f"{name}.xml", xml, kinds[name], f"{_KIND}.{name}+xml")
        else:
            more = there.decode().replace(end, f"{content}{end}")
            paper.parts[f"word/{name}.xml"] = more.encode()
    if "word/people.xml" not in paper.parts:
        people = (
            f'<w15:people xmlns:w15="{_MS}/word/2012/wordml"><w15:person w15:author="{ANA}">'
            f'<w15:presenceInfo w15:providerId="None" w15:userId="{ANA}"/></w15:person>'
            "</w15:people>"
        )
        kind = f"{_MS}/2011/relationships/people"
        paper.add("people.xml", people, kind, f"{_KIND}.people+xml")


@edit(COMMENTS)
def comment_on_a_word(review: Review) -> Expected:
    run = review.run("baker")
    add_comments(review.paper, run, run, Says(ANA, f"Is this {review.marker}?"))
    return _said(review.key, f"Is this {review.marker}?")


@edit(COMMENTS)
def comment_with_replies(review: Review) -> Expected:
    run = review.run("abel")
    texts = f"Why {review.marker}?", "Because we must.", "Then say so."
    add_comments(
        review.paper, run, run, Says(ANA, texts[0]), Says(BEN, texts[1], 0), Says(ANA, texts[2], 0)
    )
    return _said(review.key, *texts)


@edit(COMMENTS)
def comment_that_is_resolved(review: Review) -> Expected:
    run = review.run("dora")
    text = f"Mend {review.marker}."
    add_comments(
        review.paper, run, run, Says(BEN, text, is_done=True), Says(ANA, "Done.", 0, is_done=True)
    )
    return _said(review.key, text, "Done.", is_done=True)


@edit(COMMENTS)
def comment_across_paragraphs(review: Review) -> Expected:
    add_comments(
        review.paper, review.run("abel"), review.run("dora"), Says(ANA, f"All {review.marker}?")
    )
    return _said(review.key, f"All {review.marker}?")


@edit(COMMENTS)
def comment_on_a_cell(review: Review) -> Expected:
    piece = next(
        one
        for one in review.model.sent.blocks
        if one.cell and one.role is BlockRole.ANSWER and one.key
    )
    assert piece.key
    control = review.paper.controls(str(piece.key))[0]
    run = next(control.iter(q("w:r")))
    add_comments(review.paper, run, run, Says(BEN, f"Sure of {review.marker}?"))
    return _said(piece.key, f"Sure of {review.marker}?")


@edit(COMMENTS)
def comment_on_a_label(review: Review) -> Expected:
    run = next(review.paper.label(review.control).iter(q("w:r")))
    add_comments(review.paper, run, run, Says(BEN, f"Which {review.marker}?"))
    return _said(review.key, f"Which {review.marker}?")


@edit(COMMENTS)
def comment_on_what_was_taken_out(review: Review) -> Expected:
    baker = review.word("baker")
    run = review.run("baker", " ")
    add_comments(review.paper, run, run, Says(ANA, f"Out with {review.marker}."))
    delete_run(run, ANA)
    said = _said(review.key, f"Out with {review.marker}.")
    new = review.replace_once(f"{baker} ", "")
    return Expected({review.key: new}, remarks=said.remarks, deleted=(baker,), is_quiet=True)


@edit(COMMENTS)
def two_comments_on_two_answers(review: Review) -> Expected:
    other = review.next
    for one in (review, other):
        run = one.run("cesar")
        add_comments(review.paper, run, run, Says(ANA, f"And {one.marker}?"))
    return _said(review.key, f"And {review.marker}?").together(
        _said(other.key, f"And {other.marker}?")
    )


def _said(key: Key, *texts: str, is_done: bool = False) -> Expected:
    return Expected(
        remarks=(Remark(key, texts, is_done),),
        inserted=tuple(word for text in texts for word in text.split() if "quokka" in word),
        is_quiet=True,
    )
