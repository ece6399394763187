"""A Word file on the desk of a reviewer: its parts, its tree, and what stands where."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

from lxml import (  # pyright: ignore[reportMissingTypeStubs]
    etree as _untyped,  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
)

Node = Any
"""An element of lxml, which brings no types of its own."""
etree = cast("Any", _untyped)

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
MAIN = "word/document.xml"
_TYPES, _TIES = "[Content_Types].xml", "word/_rels/document.xml.rels"
_NAMES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())


def q(name: str) -> str:
    """Give a name with its namespace, as `w:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def made(xml: str) -> Node:
    """Give an element made of XML."""
    return etree.fromstring(f"<x {_NAMES}>{xml}</x>")[0]


class Paper:
    """A Word file that is open for changes."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root: Node = etree.fromstring(self.parts[MAIN])
        self.is_strict = False

    @property
    def body(self) -> Node:
        return self.root[0]

    def content(self) -> bytes:
        """Give the file as it is now."""
        self.parts[MAIN] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self.is_strict:
            for kind in (b"wordprocessingml", b"officeDocument"):
                old = b"http://schemas.openxmlformats.org/" + kind + b"/2006/"
                new = b"http://purl.oclc.org/ooxml/" + kind + b"/"
                self.parts[MAIN] = self.parts[MAIN].replace(old, new)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return target.getvalue()

    def add(self, name: str, content: str, kind: str, content_type: str) -> None:
        """Put in a part that the main one leads to."""
        self.parts[f"word/{name}"] = content.encode()
        self.told(f"word/{name}", content_type)
        count = self.parts[_TIES].count(b"<Relationship ") + 40
        tie = f'<Relationship Id="rId{count}" Type="{kind}" Target="{name}"/></Relationships>'
        self.parts[_TIES] = self.parts[_TIES].replace(b"</Relationships>", tie.encode())

    def told(self, name: str, content_type: str) -> None:
        """Name the content type of a part."""
        line = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        self.parts[_TYPES] = self.parts[_TYPES].replace(b"</Types>", line.encode())

    def control(self, tag: str) -> Node:
        """Give the control of an answer, the last where it is shown at several places."""
        return self.controls(tag)[-1]

    def controls(self, tag: str = "") -> list[Node]:
        found = list(self.root.iter(q("w:sdt")))
        return [one for one in found if not tag or tag_of(one) == tag]

    def label(self, control: Node) -> Node:
        """Give the paragraph before a control that stands between paragraphs."""
        before = control.getprevious()
        while before.tag != q("w:p"):
            before = before.getprevious()
        return before


def tag_of(control: Node) -> str:
    found = control.find(f"{q('w:sdtPr')}/{q('w:tag')}")
    return "" if found is None else found.get(q("w:val"))


def inside(control: Node) -> Node:
    """Give what holds the content of a control."""
    return control.find(q("w:sdtContent"))


def paragraphs(scope: Node) -> list[Node]:
    return list(scope.iter(q("w:p")))


def around(node: Node, name: str) -> Node:
    """Give the nearest element of a name that a node stands in."""
    return next(node.iterancestors(q(name)))


def texts(scope: Node) -> Iterator[Node]:
    yield from scope.iter(q("w:t"))


def words_of(scope: Node) -> str:
    return "".join(one.text or "" for one in texts(scope))


def run_with(scope: Node, words: str) -> Node:
    """Give a run that holds these words and nothing else, cut out of a longer one."""
    for text in texts(scope):
        before, found, after = (text.text or "").partition(words)
        if not found:
            continue
        run = text.getparent()
        _keep_apart(run, text)
        if before:
            run.addprevious(with_text(run, before))
        if after:
            run.addnext(with_text(run, after))
        say(text, words)
        return run
    raise LookupError(words)


def _keep_apart(run: Node, text: Node) -> None:
    """Give a text that shares its run with others (a tab, say) a run of its own."""
    siblings = [one for one in run if one.tag != q("w:rPr")]
    place = siblings.index(text)
    for one in siblings[:place]:
        other = bare(run)
        other.append(one)
        run.addprevious(other)
    for one in reversed(siblings[place + 1 :]):
        other = bare(run)
        other.append(one)
        run.addnext(other)


def bare(run: Node) -> Node:
    """Give a run without content that looks like another."""
    made_run = etree.Element(q("w:r"))
    looks = run.find(q("w:rPr"))
    if looks is not None:
        made_run.append(deepcopy(looks))
    return made_run


def with_text(run: Node, words: str) -> Node:
    """Give a run that looks like another, with other words."""
    other = bare(run)
    text = etree.SubElement(other, q("w:t"))
    say(text, words)
    return other


def say(text: Node, words: str) -> None:
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
