"""What other programs put on the clipboard: text, and beside it HTML, RTF or a picture."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId '
    "content=Excel.Sheet></head><body><table><tr><td>Alpha</td><td>12,5</td></tr>"
    "<tr><td>Beta</td><td>31/12/2026</td></tr></table></body></html>"
)
_WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><p class=MsoNormal><b>One</b>'
    "</p><p>Two<br>three</p></body></html>"
)


class Clipboard(Struct, frozen=True):
    """What is on the clipboard, by its formats; an empty one is not there."""

    text: str = ""
    html: str = ""
    rtf: bytes = b""
    has_picture: bool = False
    file: str = ""
    utf16: bytes = b""

    def copy(self) -> QMimeData:
        """Return it as Qt has it."""
        data = QMimeData()
        if self.file:
            data.setUrls([QUrl.fromLocalFile(self.file)])
        if self.text:
            data.setText(self.text)
        if self.html:
            data.setHtml(self.html)
        if self.utf16:
            data.setData("text/plain;charset=utf-16", self.utf16)
        if self.rtf:
            data.setData("text/rtf", self.rtf)
        if self.has_picture:
            data.setImageData(QImage(40, 40, QImage.Format.Format_RGB32))
        return data


CLIPBOARDS = {
    "nothing": Clipboard(),
    "a cell": Clipboard("1.234,56\r\n", _EXCEL, b"{\\rtf1 1.234,56}", has_picture=True),
    "cells": Clipboard("Alpha\t12,5\r\nBeta\t31/12/2026\r\n", _EXCEL, has_picture=True),
    "many rows": Clipboard("\r\n".join(f"Row {number}\t{number}" for number in range(60))),
    "a letter": Clipboard("One\r\n\r\nTwo\x0bthree\r\n", _WORD, b"{\\rtf1 One}"),
    "words": Clipboard("Words of another program. " * 40),
    "HTML alone": Clipboard(html=_WORD),
    "a picture": Clipboard(has_picture=True),
    "RTF alone": Clipboard(rtf=b"{\\rtf1 One}"),
    "a file": Clipboard(file="/nowhere/letter.docx"),
    "odd signs": Clipboard("\n\n\t\x0b\u202e\x07"),
    "control characters": Clipboard("".join(map(chr, range(32))) + "\x7f\x85\u2028\ufeff\uffff"),
    "both directions": Clipboard("\u202eabc\u202c \u2066\u05d0\u05d1\u2069 \u0627\u0644\u200f"),
    "half a character": Clipboard(
        html="<p>a&#xD800;b&#0;c</p>", utf16=b"\xff\xfea\x00\x00\xd8b\x00"
    ),
    "a table alone": Clipboard(html="<table><tr><td>A<td>1.5<tr><td><p>x<p>y</table>"),
    "a long word": Clipboard("x" * 20_000),
    "200,000 characters": Clipboard("Words and more words, \xe4\xe9. " * 7_400),
    "a long number": Clipboard("9" * 400),
    "no day": Clipboard("2026-02-30"),
    "quoted cells": Clipboard('"a\nb"\t"c ""d"""\r\n'),
    "many columns": Clipboard("\n".join("\t".join("123456789") for _ in range(40))),
}
