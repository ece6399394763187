"""The record of a Word file says what stands in it, to the letter and in its order."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export import word, write
from erasmus_desk.export.blocks import Answer, Profile, Said
from erasmus_desk.export.record import Sending, record
from erasmus_desk.sent import codec
from erasmus_desk.sent.model import Piece, Role, Sent, tag
from tests.core.export.gardens import document, garden, names, outlined, part
from tests.core.export.plans import planned

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n"}
PARTNER = "partners of one"


def wishes(draft: Draft) -> Iterator[write.Wish]:
    """Every way that a draft goes out."""
    for profile in (Profile.CLEAN, Profile.QUESTIONS):
        yield write.Wish(profile)
    for partner in draft.items("organisations")[1:3]:
        yield write.Wish(Profile.PARTNERS, partner=partner, reply_by=date(2017, 3, 1), beside="en")


def root(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def text(element: etree._Element) -> str:
    parts = (
        SIGNS.get(str(one.tag)) or (one.text if one.tag == f"{W}t" else "")
        for one in element.iter()
    )
    return "".join(part or "" for part in parts)


def paragraphs(content: bytes) -> list[str]:
    """The text of every paragraph of the body, in its order."""
    body = root(content)
    found = [text(one) for one in body.iter(f"{W}p")]
    return [line for one in found for line in one.split("\n") if line]


def lines(sent: Sent) -> list[str]:
    """The lines of all pieces of the body, those that share a paragraph joined."""
    found: list[str] = []
    for piece in body_pieces(sent):
        if piece.goes_on:
            found[-1] += piece.text
        else:
            found += piece.text.split("\n")
    return [one for one in found if one]


def body_pieces(sent: Sent) -> tuple[Piece, ...]:
    return sent.pieces[: -edges(sent)] if edges(sent) else sent.pieces


def edges(sent: Sent) -> int:
    return 4 if any(piece.text.endswith(" 1") for piece in sent.pieces[-1:]) and _wide(sent) else 2


def _wide(sent: Sent) -> bool:
    return sent.pieces[-3].text == sent.pieces[-4].text


def kept(content: bytes) -> Sent:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = codec.decode(archive.read("customXml/item1.xml"))
    assert found is not None
    return found


def test_the_pieces_are_the_paragraphs_of_the_file(
    example: Draft, library: Library, resources: Path
) -> None:
    for wish in wishes(example):
        made = write.made(example, library, resources, wish)
        assert lines(made.sent) == paragraphs(made.content)
