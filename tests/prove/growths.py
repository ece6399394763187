"""Our own Word file, enlarged beyond measure, to test the cost of matching its texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from random import Random
from typing import Final

from erasmus_desk.round_trip import codec
from tests.core.review_import.packages import W, paragraph, zipped

Entries = Mapping[str, bytes]
Grow = Callable[[bytes], bytes]
Record = dict[str, object]

_TEXT = re.compile(rb"(?<=<w:t>)[^<]+|(?<=<w:t xml:space=\"preserve\">)[^<]+")
PARAGRAPH = re.compile(rb"<w:p>(?:(?!<w:p>).)*?</w:p>", re.DOTALL)
_ROW = re.compile(rb"<w:tr>(?:(?!<w:tr>).)*?</w:tr>", re.DOTALL)
_CONTROL = re.compile(rb"</?w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>|<w:bookmark\w+ [^<>]*/>")
_BY: Final = b'w:id="9" w:author="Ana" w:date="2026-11-23T10:00:00Z"'
_PARAGRAPHS: Final = 15_900
_WORDS: Final = ("school", "garden", "pupils", "mobility", "outcome", "teacher", "together", "of")


@dataclass(frozen=True, slots=True)
class Growth:
    """One way to enlarge a file: its name, and the functions for its text and its record."""

    name: str
    grow: Grow
    record: Callable[[Record], object] | None = None

    def build(self, valid: Entries) -> bytes:
        """Return a valid file, enlarged."""
        grown = {**valid, "word/document.xml": self.grow(valid["word/document.xml"])}
        if self.record is not None:
            name = next(name for name, part in valid.items() if codec.NAMESPACE.encode() in part)
            before, after = valid[name].split(b">{", 1)[0] + b">", b"</sent>"
            members = json.loads(
                unescape(valid[name].removeprefix(before).removesuffix(after).decode())
            )
            changed = self.record(members)
            text = (
                changed if isinstance(changed, str) else json.dumps(changed, separators=(",", ":"))
            )
            grown[name] = before + escape(text, quote=False).encode() + after
        return zipped(grown)


def _count_remaining(content: bytes) -> int:
    """Return how many paragraphs may be added."""
    return _PARAGRAPHS - content.count(b"<w:p>") - content.count(b"<w:p ")


def _build_lines(count: int, *, alike: bool) -> bytes:
    chance = Random(1)  # noqa: S311 -- no secret, but the same each time
    lines = (" ".join(chance.choices(_WORDS, k=12)) for _ in range(1 if alike else count))
    return "".join(map(paragraph, lines)).encode() * (count if alike else 1)


def _find_longest_text(content: bytes) -> re.Match[bytes]:
    return max(_TEXT.finditer(content), key=lambda found: len(found.group()))


def insert_lines(place: float, *, alike: bool) -> Grow:
    """Return a function that inserts many lines at one place of the text."""

    def grow(content: bytes) -> bytes:
        found = list(PARAGRAPH.finditer(content))
        at = found[int((len(found) - 1) * place)].end()
        return content[:at] + _build_lines(_count_remaining(content), alike=alike) + content[at:]

    return grow


def _insert_after_each(content: bytes) -> bytes:
    """Insert lines after each paragraph, inside and outside of controls and cells."""
    found = PARAGRAPH.findall(content)
    more = _build_lines(max(_count_remaining(content) // len(found), 1), alike=False)
    return PARAGRAPH.sub(lambda one: one.group() + more, content)


def _repeat_body(content: bytes) -> bytes:
    """Repeat the whole body, each control with its tag."""
    start, end = content.index(b"<w:body>") + 8, content.index(b"</w:body>")
    body = content[start:end]
    times = max(_PARAGRAPHS // max(_PARAGRAPHS - _count_remaining(content), 1), 1)
    return content[:start] + body * times + content[end:]


def _repeat_rows(content: bytes) -> bytes:
    """Repeat each row of each table three times."""
    return _ROW.sub(lambda row: row.group() * 3, content)


def _lengthen_answer(unit: bytes, size: int) -> Grow:
    def grow(content: bytes) -> bytes:
        found = _find_longest_text(content)
        return content[: found.start()] + unit * (size // len(unit)) + content[found.end() :]

    return grow


def _lengthen_all(content: bytes) -> bytes:
    """Make each text nine times as long with its own words."""
    return _TEXT.sub(lambda found: (found.group() + b" ") * 9, content)


def _mix_words(content: bytes) -> bytes:
    """Put the words of each text in another order."""
    chance = Random(2)  # noqa: S311 -- no secret, but the same each time

    def mix(found: re.Match[bytes]) -> bytes:
        words = found.group().split(b" ")
        chance.shuffle(words)
        return b" ".join(words)

    return _TEXT.sub(mix, content)


def _track_each_letter(content: bytes) -> bytes:
    """Make each letter of the longest text a tracked change, up to the limit of elements."""
    found = _find_longest_text(content)
    ins, dele = b"<w:ins %s>" % _BY, b"<w:del %s>" % _BY
    runs = b"".join(
        ins
        + b"<w:r><w:t>x</w:t></w:r></w:ins>"
        + dele
        + b"<w:r><w:delText>y</w:delText></w:r></w:del>"
        for _ in range(20_000)
    )
    return (
        content[: found.start()] + b"</w:t></w:r>" + runs + b"<w:r><w:t>" + content[found.end() :]
    )


def _remove_controls(content: bytes) -> bytes:
    """Remove all controls and bookmarks, and put the paragraphs in another order."""
    chance = Random(3)  # noqa: S311 -- no secret, but the same each time
    bare = _CONTROL.sub(b"", content)
    found = PARAGRAPH.findall(bare)
    chance.shuffle(found)
    return PARAGRAPH.sub(lambda _: found.pop(), bare)


def replace_all_texts(content: bytes) -> bytes:
    """Remove all controls and replace each text."""
    chance = Random(4)  # noqa: S311 -- no secret, but the same each time
    bare = _CONTROL.sub(b"", content)
    return _TEXT.sub(lambda _: " ".join(chance.choices(_WORDS, k=30)).encode(), bare)


def _add_dangling_comments(content: bytes) -> bytes:
    """Add many references to missing comments in one place."""
    found = _find_longest_text(content)
    marks = b"".join(b'<w:r><w:commentReference w:id="%d"/></w:r>' % n for n in range(1_990))
    return (
        content[: found.start()] + b"</w:t></w:r>" + marks + b"<w:r><w:t>" + content[found.end() :]
    )


GROWTHS: Final = (
    Growth("lines that differ at the beginning", insert_lines(0.1, alike=False)),
    Growth("lines that differ in the middle", insert_lines(0.5, alike=False)),
    Growth("lines that differ at the end", insert_lines(1.0, alike=False)),
    Growth("one line many times in the middle", insert_lines(0.5, alike=True)),
    Growth("lines after each paragraph", _insert_after_each),
    Growth("all of it again and again", _repeat_body),
    Growth("each row three times", _repeat_rows),
    Growth(
        "an answer of a million letters and more",
        _lengthen_answer(b"garden and school ", 1_500_000),
    ),
    Growth("an answer of one letter a million times and more", _lengthen_answer(b"x", 1_500_000)),
    Growth("an answer of two hundred thousand words", _lengthen_answer(b"a b ", 400_000)),
    Growth("each answer nine times as long", _lengthen_all),
    Growth("each answer in another order", _mix_words),
    Growth("an answer changed letter by letter", _track_each_letter),
    Growth("all in another order, and nothing marked", _remove_controls),
    Growth("all other words, and nothing marked", replace_all_texts),
    Growth("comments that are nowhere", _add_dangling_comments),
)


def add_many_comments(valid: Entries, count: int = 1_990) -> bytes:
    """Return a valid file with many comments whose texts repeat."""
    name = "word/_rels/document.xml.rels"
    tie = b'<Relationship Id="c" Type="a/comments" Target="many.xml"/></Relationships>'
    notes = "".join(
        f'<w:comment w:id="{n}" w:author="Ana">{paragraph(f"Why {n % 7}?")}</w:comment>'
        for n in range(count)
    )
    marks = iter(range(count))
    text = PARAGRAPH.sub(
        lambda one: _add_comment_mark(one.group(), next(marks, -1)), valid["word/document.xml"]
    )
    return zipped(
        {
            **valid,
            "word/document.xml": text,
            "word/many.xml": f'<w:comments xmlns:w="{W}">{notes}</w:comments>'.encode(),
            name: valid[name].replace(b"</Relationships>", tie),
        }
    )


def _add_comment_mark(content: bytes, number: int) -> bytes:
    mark = b'<w:r><w:commentReference w:id="%d"/></w:r></w:p>' % number
    return content.removesuffix(b"</w:p>") + mark if number >= 0 else content
