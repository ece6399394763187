"""A Word file opened for editing: its parts and the tree of its body."""

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
    """Return the qualified name for one such as `w:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def parse_fragment(xml: str) -> Node:
    """Return the element of an XML fragment."""
    return etree.fromstring(f"<x {_NAMES}>{xml}</x>")[0]


class Paper:
    """A Word file opened for editing."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root: Node = etree.fromstring(self.parts[MAIN])
        self.is_strict = False

    @property
    def body(self) -> Node:
        return self.root[0]

    def content(self) -> bytes:
        """Return the file in its present state."""
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
        """Add a part related to the main one."""
        self.parts[f"word/{name}"] = content.encode()
        self.add_content_type(f"word/{name}", content_type)
        count = self.parts[_TIES].count(b"<Relationship ") + 40
        tie = f'<Relationship Id="rId{count}" Type="{kind}" Target="{name}"/></Relationships>'
        self.parts[_TIES] = self.parts[_TIES].replace(b"</Relationships>", tie.encode())

    def add_content_type(self, name: str, content_type: str) -> None:
        """Add the content type of a part."""
        line = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        self.parts[_TYPES] = self.parts[_TYPES].replace(b"</Types>", line.encode())

    def control(self, tag: str) -> Node:
        """Return the control of an answer, the last one if it is shown several times."""
        return self.controls(tag)[-1]

    def controls(self, tag: str = "") -> list[Node]:
        found = list(self.root.iter(q("w:sdt")))
        return [one for one in found if not tag or get_tag(one) == tag]

    def label(self, control: Node) -> Node:
        """Return the paragraph before a block-level control."""
        before = control.getprevious()
        while before.tag != q("w:p"):
            before = before.getprevious()
        return before


def get_tag(control: Node) -> str:
    found = control.find(f"{q('w:sdtPr')}/{q('w:tag')}")
    return "" if found is None else found.get(q("w:val"))


def get_content(control: Node) -> Node:
    """Return the content element of a control."""
    return control.find(q("w:sdtContent"))


def list_paragraphs(scope: Node) -> list[Node]:
    return list(scope.iter(q("w:p")))


def find_ancestor(node: Node, name: str) -> Node:
    """Return the nearest ancestor of that name."""
    return next(node.iterancestors(q(name)))


def iter_texts(scope: Node) -> Iterator[Node]:
    yield from scope.iter(q("w:t"))


def join_words(scope: Node) -> str:
    return "".join(one.text or "" for one in iter_texts(scope))


def isolate_run(scope: Node, words: str) -> Node:
    """Return a run with just these words, split from a longer one."""
    for text in iter_texts(scope):
        before, found, after = (text.text or "").partition(words)
        if not found:
            continue
        run = text.getparent()
        _keep_apart(run, text)
        if before:
            run.addprevious(copy_run_with(run, before))
        if after:
            run.addnext(copy_run_with(run, after))
        set_text(text, words)
        return run
    raise LookupError(words)


def _keep_apart(run: Node, text: Node) -> None:
    """Split a text from what else is in its run, such as a tab."""
    siblings = [one for one in run if one.tag != q("w:rPr")]
    place = siblings.index(text)
    for one in siblings[:place]:
        other = copy_run(run)
        other.append(one)
        run.addprevious(other)
    for one in reversed(siblings[place + 1 :]):
        other = copy_run(run)
        other.append(one)
        run.addnext(other)


def copy_run(run: Node) -> Node:
    """Return an empty run with the formatting of another."""
    made_run = etree.Element(q("w:r"))
    looks = run.find(q("w:rPr"))
    if looks is not None:
        made_run.append(deepcopy(looks))
    return made_run


def copy_run_with(run: Node, words: str) -> Node:
    """Return a run with the formatting of another and another text."""
    other = copy_run(run)
    text = etree.SubElement(other, q("w:t"))
    set_text(text, words)
    return other


def set_text(text: Node, words: str) -> None:
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
