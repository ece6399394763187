"""Which letters the signs of a PDF stand for, so that text can be searched and copied.

Qt looks a sign up in its font and takes the first letter it finds: of a blank the tab, of a
joined Arabic letter its drawn form, of the Greek mu the sign for a millionth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet

from erasmus_desk.export.word_direction import runs_from_right

from .objects import Objects

_LIST = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_MAP = b"begincmap"


def mend_letters(objects: Objects, used: AbstractSet[str]) -> None:
    """Let every sign stand for a letter that was written; `used` are all of those."""

    def meant(found: re.Match[bytes]) -> bytes:
        letter = chr(int(found[1], 16))
        if letter == "\t":
            return b"<0020>"
        plain = unicodedata.normalize("NFKC", letter)
        # Two joined Arabic letters stay one sign: programs that read from the right would turn
        # them round, and all of them know what the sign means.
        is_pair = len(plain) > 1 and runs_from_right(plain)
        if letter in used or is_pair or not set(plain) <= used:
            return found[0]
        return b"<%s>" % plain.encode("utf-16-be").hex().upper().encode()

    def listed(found: re.Match[bytes]) -> bytes:
        return _CODE.sub(meant, found[0])

    for number in objects.numbers():
        body = objects.body(number)
        if _MAP in body:
            _, _, rest = body.partition(b"stream\n")
            content, _, _ = rest.rpartition(b"\nendstream")
            objects.put_stream(number, _LIST.sub(listed, content))
