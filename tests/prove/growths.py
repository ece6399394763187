"""Our own Word file grown out of all proportion: what it takes to put its texts to their places."""

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
    """One way to grow: its name, what it makes of the text, and what of the record."""

    name: str
    grow: Grow
    record: Callable[[Record], object] | None = None

    def made(self, sound: Entries) -> bytes:
        """Give a sound file, grown."""
        grown = {**sound, "word/document.xml": self.grow(sound["word/document.xml"])}
        if self.record is not None:
            name = next(name for name, part in sound.items() if codec.is_record(part))
            before, after = sound[name].split(b">{", 1)[0] + b">", b"</sent>"
            members = json.loads(
                unescape(sound[name].removeprefix(before).removesuffix(after).decode())
            )
            told = self.record(members)
            text = told if isinstance(told, str) else json.dumps(told, separators=(",", ":"))
            grown[name] = before + escape(text, quote=False).encode() + after
        return zipped(grown)


def _room(content: bytes) -> int:
    """How many paragraphs may still come."""
    return _PARAGRAPHS - content.count(b"<w:p>") - content.count(b"<w:p ")


def _lines(count: int, *, alike: bool) -> bytes:
    chance = Random(1)  # noqa: S311 -- no secret, but the same each time
    lines = (" ".join(chance.choices(_WORDS, k=12)) for _ in range(1 if alike else count))
    return "".join(map(paragraph, lines)).encode() * (count if alike else 1)


def _longest(content: bytes) -> re.Match[bytes]:
    return max(_TEXT.finditer(content), key=lambda found: len(found.group()))


def among(place: float, *, alike: bool) -> Grow:
    """Many lines more at one place of the text."""

    def grow(content: bytes) -> bytes:
        found = list(PARAGRAPH.finditer(content))
        at = found[int((len(found) - 1) * place)].end()
        return content[:at] + _lines(_room(content), alike=alike) + content[at:]

    return grow


def _after_each(content: bytes) -> bytes:
    """Some lines more after each paragraph, in and out of controls and cells."""
    found = PARAGRAPH.findall(content)
    more = _lines(max(_room(content) // len(found), 1), alike=False)
    return PARAGRAPH.sub(lambda one: one.group() + more, content)


def _times_over(content: bytes) -> bytes:
    """The whole body again and again, each control with its tag."""
    start, end = content.index(b"<w:body>") + 8, content.index(b"</w:body>")
    body = content[start:end]
    times = max(_PARAGRAPHS // max(_PARAGRAPHS - _room(content), 1), 1)
    return content[:start] + body * times + content[end:]


def _row_by_row(content: bytes) -> bytes:
    """Each row of each table once more, and once more."""
    return _ROW.sub(lambda row: row.group() * 3, content)


def _long_answer(unit: bytes, size: int) -> Grow:
    def grow(content: bytes) -> bytes:
        found = _longest(content)
        return content[: found.start()] + unit * (size // len(unit)) + content[found.end() :]

    return grow


def _all_answers_longer(content: bytes) -> bytes:
    """Each text nine times as long, with the words it had."""
    return _TEXT.sub(lambda found: (found.group() + b" ") * 9, content)


def _all_mixed(content: bytes) -> bytes:
    """The words of each text in another order."""
    chance = Random(2)  # noqa: S311 -- no secret, but the same each time

    def mixed(found: re.Match[bytes]) -> bytes:
        words = found.group().split(b" ")
        chance.shuffle(words)
        return b" ".join(words)

    return _TEXT.sub(mixed, content)


def _letter_by_letter(content: bytes) -> bytes:
    """Each letter of the longest text a change of its own, as far as elements reach."""
    found = _longest(content)
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


def _bare(content: bytes) -> bytes:
    """No control and no bookmark left, and the paragraphs in another order."""
    chance = Random(3)  # noqa: S311 -- no secret, but the same each time
    bare = _CONTROL.sub(b"", content)
    found = PARAGRAPH.findall(bare)
    chance.shuffle(found)
    return PARAGRAPH.sub(lambda _: found.pop(), bare)


def strangers(content: bytes) -> bytes:
    """No control left, and each text another than before."""
    chance = Random(4)  # noqa: S311 -- no secret, but the same each time
    bare = _CONTROL.sub(b"", content)
    return _TEXT.sub(lambda _: " ".join(chance.choices(_WORDS, k=30)).encode(), bare)


def _commented(content: bytes) -> bytes:
    """Many references to comments in one place; nothing says what they are."""
    found = _longest(content)
    marks = b"".join(b'<w:r><w:commentReference w:id="%d"/></w:r>' % n for n in range(1_990))
    return (
        content[: found.start()] + b"</w:t></w:r>" + marks + b"<w:r><w:t>" + content[found.end() :]
    )


GROWTHS: Final = (
    Growth("lines that differ at the beginning", among(0.1, alike=False)),
    Growth("lines that differ in the middle", among(0.5, alike=False)),
    Growth("lines that differ at the end", among(1.0, alike=False)),
    Growth("one line many times in the middle", among(0.5, alike=True)),
    Growth("lines after each paragraph", _after_each),
    Growth("all of it again and again", _times_over),
    Growth("each row three times", _row_by_row),
    Growth(
        "an answer of a million letters and more", _long_answer(b"garden and school ", 1_500_000)
    ),
    Growth("an answer of one letter a million times and more", _long_answer(b"x", 1_500_000)),
    Growth("an answer of two hundred thousand words", _long_answer(b"a b ", 400_000)),
    Growth("each answer nine times as long", _all_answers_longer),
    Growth("each answer in another order", _all_mixed),
    Growth("an answer changed letter by letter", _letter_by_letter),
    Growth("all in another order, and nothing marked", _bare),
    Growth("all other words, and nothing marked", strangers),
    Growth("comments that are nowhere", _commented),
)


def commented(sound: Entries, count: int = 1_990) -> bytes:
    """Give a sound file with many comments, each with words that others have too."""
    name = "word/_rels/document.xml.rels"
    tie = b'<Relationship Id="c" Type="a/comments" Target="many.xml"/></Relationships>'
    notes = "".join(
        f'<w:comment w:id="{n}" w:author="Ana">{paragraph(f"Why {n % 7}?")}</w:comment>'
        for n in range(count)
    )
    marks = iter(range(count))
    text = PARAGRAPH.sub(
        lambda one: _with_mark(one.group(), next(marks, -1)), sound["word/document.xml"]
    )
    return zipped(
        {
            **sound,
            "word/document.xml": text,
            "word/many.xml": f'<w:comments xmlns:w="{W}">{notes}</w:comments>'.encode(),
            name: sound[name].replace(b"</Relationships>", tie),
        }
    )


def _with_mark(one: bytes, number: int) -> bytes:
    mark = b'<w:r><w:commentReference w:id="%d"/></w:r></w:p>' % number
    return one.removesuffix(b"</w:p>") + mark if number >= 0 else one
