"""The one door to python-docx: the parts of a package, their names and relationships."""

from __future__ import annotations

import io

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

__all__ = (
    "CONTENT_TYPE",
    "RELATIONSHIP_TYPE",
    "DocumentPart",
    "OpcPackage",
    "PackURI",
    "Part",
    "XmlPart",
    "open_main_part",
    "parse_xml",
)


def open_main_part(content: bytes) -> DocumentPart:
    """Open a Word file that was checked before; the library lets any error through."""
    return docx.Document(io.BytesIO(content)).part
