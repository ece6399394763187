"""The blocks of a document as bands, in the look of the style document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.export.document.blocks import (
    Answer,
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Heading,
    Paragraph,
    Question,
    Said,
    Table,
    Ticks,
    Tone,
    Turn,
)
from erasmus_desk.export.document.context import TICKED, UNTICKED

from .boxes import Band, Part, Role
from .line_layout import Run
from .paragraph_layout import Piece, band, said, squeeze, written
from .styles import Leaf, Style, Type
from .table_layout import TableSetter

IN_CONTENTS = 2
"""The deepest level of headings that the contents list."""
NUMBER = 700
"""The room that page numbers take in the contents."""
_FIRST_NOTE = 360.0, 120.0
"""The room around the first note on the cover."""
_HELPED = (Paragraph, Bullets, Question, Answer, Ticks, Table)
_NO_HELP = {Tone.MISSING, Tone.NOTE}
_FEW = 300
"""Signs of a last paragraph that shall not stand alone on its page."""
_TOGETHER = 12
"""The longest tick list that is kept on one page."""


class Listed(Struct, frozen=True):
    """A heading as bookmarks and contents name it; `number` counts from 1."""

    number: int
    level: int
    text: Said


class Flow(Struct):
    """Makes bands of the blocks one by one; afterwards `bands` hold the whole document."""

    document: Document
    style: Style
    leaf: Leaf
    """The upright page."""
    bands: list[Band] = field(default_factory=list[Band])
    headings: list[Listed] = field(default_factory=list[Listed])
    entries: list[tuple[Band, Listed, Part]] = field(
        default_factory=list[tuple[Band, Listed, Part]]
    )
    """The lines of the contents, whose page numbers are known only in the end."""
    whole: Part = field(default_factory=lambda: Part(Role.DOCUMENT))

    def work(self) -> Iterator[None]:
        """Set block after block, with a pause behind each."""
        leaf = self.leaf
        every = [block for block in self.document.blocks if isinstance(block, Heading)]
        self.headings = [
            Listed(number, one.level, titled(one)) for number, one in enumerate(every, start=1)
        ]
        number = 0
        before: Block | None = None
        for block, following in zip_longest(self.document.blocks, self.document.blocks[1:]):
            opens = isinstance(before, Cover | Contents)
            measure = leaf.measure
            match block:
                case Turn(wide):
                    leaf = self.leaf.turned() if wide else self.leaf
                    self.bands.append(Band([], turn=leaf))
                case Heading():
                    number += 1
                    self._add(self._heading(block, number, measure, opens=opens))
                case Contents():
                    self._contents(block, measure, opens=opens)
                case Table():
                    if block.captioned or isinstance(before, Table):
                        self._say(block.title, "Caption", measure)
                    self.bands += TableSetter(self.style, leaf).bands(block, self.whole)
                case _:
                    first = len(self.bands)
                    self._simple(block, measure)
                    self._hold(block, following, first)
            before = block
            yield

    def _simple(
        self, block: Cover | Paragraph | Bullets | Question | Answer | Ticks, measure: float
    ) -> None:
        match block:
            case Cover():
                self._cover(block, measure)
            case Paragraph(text, tone):
                name = "Answer" if tone is Tone.PLAIN else tone.value.capitalize()
                self._say(text, name, measure)
            case Bullets(points):
                self._bullets(points, measure)
            case Question(key, text):
                self._say(text, "Question", measure, key)
            case Answer(key, text, missing):
                if missing:
                    self._say(text, "Missing", measure, key)
                else:
                    self._answer(text, key, measure)
            case Ticks():
                self._ticks(block, measure)

    def _hold(self, block: Block, following: Block | None, first: int) -> None:
        """Keep help with what it helps with, and a few last words with what they end."""
        if _is_help(block) and isinstance(following, _HELPED):
            for one in self.bands[first:]:
                one.keep_next = one.loose = True
        if isinstance(block, Paragraph) and isinstance(following, Turn | None) and first:
            is_short = len(block.text.text) <= _FEW
            self.bands[first - 1].keep_next = self.bands[first - 1].keep_next or is_short

    def _say(self, text: Said, name: str, measure: float, key: str = "") -> None:
        self._add(band(said(text, self.style.type(name), self.whole, key), measure))

    def _add(self, new: Band, look: Type | None = None) -> None:
        """Add a band; between paragraphs of a close style there is no room."""
        if look is not None and look.close and self.bands and new.slices:
            self.bands[-1].after = 0
            new.before = 0
        if new.slices:
            self.bands.append(new)

    def _answer(self, text: Said, key: str, measure: float) -> None:
        for piece, leads in written(text, self.style, "Answer", self.whole, key):
            made = band(piece, measure)
            made.keep_next = made.keep_next or leads
            self._add(made)

    def _heading(self, heading: Heading, number: int, measure: float, *, opens: bool) -> Band:
        role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)[heading.level - 1]
        text = titled(heading)
        part = self.whole.add(role, text.language)
        look = self.style.type(f"Heading{heading.level}")
        made = band(Piece((Run(text.text),), look, part, heading.key), measure)
        made.anchor, made.new_page = number, opens
        return made

    def _bullets(self, points: tuple[Said, ...], measure: float) -> None:
        listed = self.whole.add(Role.LIST)
        look = self.style.type("ListBullet")
        for place, point in enumerate(points):
            part = listed.add(Role.POINT).add(Role.BODY, point.language)
            made = band(Piece((Run(f"•\t{point.text}"),), look, part), measure)
            self._add(made, look if place else None)

    def _ticks(self, block: Ticks, measure: float) -> None:
        listed = self.whole.add(Role.LIST)
        look = self.style.type("Tick")
        for place, tick in enumerate(block.ticks, start=1):
            part = listed.add(Role.POINT).add(Role.BODY, tick.text.language)
            box = TICKED if tick.ticked else UNTICKED
            made = band(Piece((Run(f"{box}\t{tick.text.text}"),), look, part, block.key), measure)
            made.keep_next = len(block.ticks) <= _TOGETHER and place < len(block.ticks)
            self._add(made)

    def _cover(self, cover: Cover, measure: float) -> None:
        if cover.eyebrow.text:
            self._say(cover.eyebrow, "Eyebrow", measure)
        title = self.whole.add(Role.TITLE, cover.title.language)
        words, look = (Run(cover.title.text),), self.style.type("Title")
        self._add(band(Piece(words, look, title, cover.title_key), measure))
        if cover.subtitle.text:
            self._say(cover.subtitle, "Subtitle", measure, cover.subtitle_key)
        look, label = self.style.type("CoverFact"), self.style.type("Label")
        for fact in cover.facts:
            part = self.whole.add(Role.PARAGRAPH, fact.label.language)
            values = "\n".join(value.text for value in fact.values)
            runs = (Run(fact.label.text, label), Run(f"\t{values}"))
            self._add(replace(band(Piece(runs, look, part), measure), keep_lines=True))
        for place, note in enumerate(cover.notes):
            self._say(note, "Beside" if place else "Answer", measure)
            if not place:
                self.bands[-1].before, self.bands[-1].after = _FIRST_NOTE
        self._say(cover.mark, "Mark", measure)

    def _contents(self, contents: Contents, measure: float, *, opens: bool) -> None:
        look = self.style.type("TOCHeading")
        title = band(said(contents.title, look, self.whole), measure)
        title.new_page = opens
        self._add(title)
        listed = self.whole.add(Role.CONTENTS)
        first = len(self.bands)
        for one in self.headings:
            if one.level > IN_CONTENTS:
                continue
            link = listed.add(Role.ENTRY).add(Role.LINK, one.text.language)
            look = replace(self.style.type(f"TOC{one.level}"), right=NUMBER)
            made = band(Piece((Run(one.text.text),), look, link), measure)
            for part in made.slices:
                part.goes_to = one.number
            self.entries.append((made, one, link))
            self._add(made)
        squeeze(self.bands[first:], self.leaf.foot - self.leaf.top - title.height - title.after)


def _is_help(block: Block) -> bool:
    """Tell whether a block says something on what stands behind it."""
    if isinstance(block, Paragraph):
        return block.tone not in _NO_HELP
    return isinstance(block, Bullets)


def titled(heading: Heading) -> Said:
    """Give a heading with its letter or number, as the Word file has it."""
    number = f"{heading.number}.\u2002" if heading.number else ""
    return Said(f"{number}{heading.text.text}", heading.text.language)
