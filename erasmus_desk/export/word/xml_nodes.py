"""XML elements of a Word file: names, and children at their place in the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from erasmus_desk.export.word.package_parts import RELATIONS, WORD_MAIN


class Node(Protocol):
    """What we use of an XML element; the library has no types."""

    tag: str
    text: str | None

    @property
    def xml(self) -> str: ...  # noqa: D102
    def get(self, key: str, /) -> str | None: ...  # noqa: D102
    def set(self, key: str, value: str, /) -> None: ...  # noqa: D102
    def find(self, path: str, /) -> Node | None: ...  # noqa: D102
    def iter(self, *tags: str) -> Iterator[Node]: ...  # noqa: D102
    def itertext(self) -> Iterator[str]: ...  # noqa: D102
    def getparent(self) -> Node | None: ...  # noqa: D102
    def index(self, element: Node, /) -> int: ...  # noqa: D102
    def makeelement(self, tag: str, /) -> Node: ...  # noqa: D102
    def append(self, element: Node, /) -> None: ...  # noqa: D102
    def insert(self, index: int, element: Node, /) -> None: ...  # noqa: D102
    def remove(self, element: Node, /) -> None: ...  # noqa: D102
    def __iter__(self) -> Iterator[Node]: ...
    def __len__(self) -> int: ...


_ORDERS: Final = {
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
}
"""The children of elements in the order of the schema."""


def w(name: str) -> str:
    """Return a name with the namespace of WordprocessingML."""
    return f"{{{WORD_MAIN}}}{name}"


def r(name: str) -> str:
    """Return a name with the namespace of relationships."""
    return f"{{{RELATIONS}}}{name}"


def add_node(parent: Node, name: str, place: int | None = None) -> Node:
    """Add an element of WordprocessingML to another, by default as the last."""
    child = parent.makeelement(w(name))
    parent.insert(len(parent) if place is None else place, child)
    return child


def remove_children(element: Node, *names: str) -> None:
    """Remove all children with these names."""
    for child in list(element):
        if child.tag in map(w, names):
            element.remove(child)


def detach(element: Node) -> None:
    """Remove an element from its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Node) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(place, child)
        parent.remove(element)


def get_child(element: Node, name: str) -> Node:
    """Return a child of a style or of its properties, made at its place if it is missing."""
    child = element.find(w(name))
    if child is None:
        order = [w(one) for one in _ORDERS[element.tag.rpartition("}")[2]].split()]
        after = set(order[order.index(w(name)) + 1 :])
        place = next((at for at, one in enumerate(element) if one.tag in after), len(element))
        child = add_node(element, name, place)
    return child
