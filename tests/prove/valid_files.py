"""Valid Word files, each beside the draft it is imported into, as input for mutations."""

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


def write_valid_files(folder: Path) -> None:
    """Write valid files to a folder, each with its draft and its current record."""
    for name in EXAMPLES:
        content = exported(name)
        _write_file(folder, name, content, name)
        _write_file(folder, f"{name}-reviewed", _change_entries(content, _add_review_marks), name)
    strict = reviewed()
    strict["word/document.xml"] = strict["word/document.xml"].replace(
        W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    _write_file(folder, "a-by-hand", zipped(reviewed()), EXAMPLES[0])
    _write_file(folder, "a-strict", zipped(strict), EXAMPLES[0])


def _write_file(folder: Path, name: str, content: bytes, draft: str) -> None:
    (folder / f"{name}.docx").write_bytes(content)
    shutil.copy(RESOURCES / "examples" / f"{draft}.erasmus", folder / f"{name}.erasmus")
    parts = _read_entries(exported(draft)).values()
    (folder / f"{name}.record").write_bytes(
        next(part for part in parts if codec.NAMESPACE.encode() in part)
    )


def _read_entries(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _change_entries(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    entries = _read_entries(content)
    change(entries)
    return zipped(entries)


def _add_review_marks(entries: dict[str, bytes]) -> None:
    """Add tracked changes, comments and proofing marks all over a file."""
    count = iter(range(1, 100_000))

    def mark_run(found: re.Match[str]) -> str:
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
    entries[name] = _RUN.sub(mark_run, entries[name].decode()).encode()
    numbers = range(13, next(count), 13)
    notes = "".join(
        f'<w:comment w:id="{n}" {_BY}>{paragraph(f"Why {n}?")}</w:comment>' for n in numbers
    )
    entries["word/comments.xml"] = f'<w:comments xmlns:w="{W}">{notes}</w:comments>'.encode()
    ties = "word/_rels/document.xml.rels"
    tie = b'<Relationship Id="c" Type="a/comments" Target="comments.xml"/></Relationships>'
    entries[ties] = entries[ties].replace(b"</Relationships>", tie)
