"""Files with nothing wrong with them, each beside the draft it comes home to: what is spoiled."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from erasmus_desk.round_trip import codec
from tests.core.review_import.exported import EXAMPLES, RESOURCES, exported
from tests.core.review_import.packages import W, paragraph, reviewed, zipped

_RUN = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>[^<]{9,}</w:t></w:r>"
)
_BY = 'w:author="Ana" w:date="2026-11-23T10:00:00Z"'


def lay_out(folder: Path) -> None:
    """Put into a folder sound files, with each its draft and the record of what it shows now."""
    for name in EXAMPLES:
        content = exported(name)
        _lay(folder, name, content, name)
        _lay(folder, f"{name}-reviewed", _changed(content, _after_review), name)
    by_hand = reviewed()
    by_hand["word/document.xml"] = by_hand["word/document.xml"].replace(
        W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    _lay(folder, "a-by-hand", zipped(reviewed()), EXAMPLES[0])
    _lay(folder, "a-strict", zipped(by_hand), EXAMPLES[0])


def _lay(folder: Path, name: str, content: bytes, draft: str) -> None:
    (folder / f"{name}.docx").write_bytes(content)
    shutil.copy(RESOURCES / "examples" / f"{draft}.erasmus", folder / f"{name}.erasmus")
    parts = _entries(exported(draft)).values()
    (folder / f"{name}.record").write_bytes(next(part for part in parts if codec.is_record(part)))


def _entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    entries = _entries(content)
    change(entries)
    return zipped(entries)


def _after_review(entries: dict[str, bytes]) -> None:
    """Leave tracked changes, comments, and marks of a moment of typing all over a file."""
    count = iter(range(1, 100_000))

    def marked(found: re.Match[str]) -> str:
        run, number = found.group(), next(count)
        if number % 11 == 0:
            gone = re.sub("<(/?)w:t(?=[ >])", r"<\1w:delText", run)
            return f'<w:del w:id="{number}" {_BY}>{gone}</w:del>'
        if number % 7 == 0:
            return f'<w:ins w:id="{number}" {_BY}>{run}</w:ins><w:proofErr w:type="spellStart"/>'
        if number % 13 == 0:
            mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
            start, end = (f'<w:commentRange{end} w:id="{number}"/>' for end in ("Start", "End"))
            return start + run + end + mark
        return run

    name = "word/document.xml"
    entries[name] = _RUN.sub(marked, entries[name].decode()).encode()
    numbers = range(13, next(count), 13)
    notes = "".join(
        f'<w:comment w:id="{n}" {_BY}>{paragraph(f"Why {n}?")}</w:comment>' for n in numbers
    )
    entries["word/comments.xml"] = f'<w:comments xmlns:w="{W}">{notes}</w:comments>'.encode()
    ties = "word/_rels/document.xml.rels"
    tie = b'<Relationship Id="c" Type="a/comments" Target="comments.xml"/></Relationships>'
    entries[ties] = entries[ties].replace(b"</Relationships>", tie)
