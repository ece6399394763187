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

    def copy(self) -> QMimeData:
        """Return it as Qt has it."""
        data = QMimeData()
        if self.file:
            data.setUrls([QUrl.fromLocalFile(self.file)])
        if self.text:
            data.setText(self.text)
        if self.html:
            data.setHtml(self.html)
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
}
