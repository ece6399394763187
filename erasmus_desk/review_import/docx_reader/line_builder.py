"""Paragraphs as they were read become lines as they read once tracked changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from erasmus_desk.review_import.docx_reader.content_controls import Held, with_sign
from erasmus_desk.review_import.docx_reader.document import Control, Fate, Line, Span, Story
from erasmus_desk.review_import.docx_reader.parser_state import NEW_PAGE, Look, Para, Reading
from erasmus_desk.review_import.docx_reader.ranges import Range
from erasmus_desk.review_import.docx_reader.styles import Style, Styles


def lines_of(reading: Reading, styles: Styles) -> tuple[Line, ...]:
    """Give the lines of a text, those of each box behind the line that it hangs at."""
    return tuple(_lines(reading.paras, reading.story, _Making(styles)))


class _Making(Struct):
    """What is worked out once and used for all lines of a text."""

    styles: Styles
    controls: dict[Held, Control] = field(default_factory=dict[Held, Control])
    signed: set[Held] = field(default_factory=set[Held])
    reach: dict[Range, Para] = field(default_factory=dict[Range, Para])

    def spans(self, para: Para) -> Iterator[Span]:
        for scrap in para.scraps:
            look, text = scrap.look, "".join(scrap.words)
            if look.hider is not None and look.hider.has_ended:
                text = ""
            held = look.control
            if held is not None and held.ticked is not None and not look.mark.fate.is_gone:
                text = self._signed(held, text)
            yield self._span(para, look, text)

    def _signed(self, held: Held, text: str) -> str:
        """Give a text of a check box, with the sign it is set to in the place of the one shown.

        What is typed beside the sign stays; the sign may be a letter of another font.
        """
        if held in self.signed:
            return text
        signed = with_sign(text, "".join(held.shown).strip(), held.sign())
        if signed is None:
            return text
        self.signed.add(held)
        return signed

    def _span(self, para: Para, look: Look, text: str) -> Span:
        held = look.control
        if held is not None and held not in self.controls:
            self.controls[held] = held.done()
        return Span(
            text,
            look.mark.fate,
            look.mark.by,
            self.controls[held] if held is not None else None,
            self._names(look.anchors, para, by_id=False),
            self._names(look.comments, para, by_id=True),
            look.mark.is_fleeting,
        )

    def _names(self, ranges: tuple[Range, ...], para: Para, *, by_id: bool) -> tuple[str, ...]:
        """Give the names of ranges; one without an end reaches only through one paragraph."""
        if not ranges:
            return ()
        found = (one for one in ranges if one.has_ended or self.reach.setdefault(one, para) is para)
        return tuple(one.id if by_id else one.name for one in found)

    def _end(self, para: Para, spans: list[Span]) -> Span:
        """Give the end of a line that is gone, which belongs to what stands before it."""
        mark = para.end
        control = spans[-1].control if spans else None
        return Span("\n", mark.fate, mark.by, control, is_fleeting=mark.is_fleeting)

    def line(self, paras: list[Para], story: Story) -> Line:
        """Give the line of paragraphs that are joined; the last one says how it looks."""
        spans: list[Span] = []
        for para in paras:
            spans += self.spans(para)
            if para is not paras[-1]:
                spans.append(self._end(para, spans))
        last = paras[-1]
        place, end = last.place, last.end
        style = self.styles.of(last.style)
        made = tuple(_joined(_without_page_ends(spans))) or (Span(""),)
        is_gone = end.fate.is_gone and not any(s.text and not s.fate.is_gone for s in made)
        return Line(
            made,
            story,
            style.name.lower(),
            _level(last, style),
            style.is_contents or _is_listed(last),
            0 if last.before == style.before else last.before,
            place.spot,
            place.is_row_gone,
            place.row_by,
            place.was_row,
            is_gone or place.is_row_gone,
            end.by if end.fate in {Fate.INSERTED, Fate.MOVED_HERE} else None,
        )


def _lines(paras: list[Para], story: Story, making: _Making) -> Iterator[Line]:
    _note_words(paras)
    group: list[Para] = []
    for para in paras:
        group.append(para)
        # A paragraph that is gone whole has nothing that could join the next.
        if para.is_last or not para.end.fate.is_gone or not any(map(_is_there, group)):
            yield from _whole(group, story, making)
            group = []
    if group:
        yield from _whole(group, story, making)


def _is_there(para: Para) -> bool:
    return any(not scrap.look.mark.fate.is_gone and any(scrap.words) for scrap in para.scraps)


def _whole(group: list[Para], story: Story, making: _Making) -> Iterator[Line]:
    yield making.line(group, story)
    for para in group:
        if para.boxes:
            yield from _lines(para.boxes, Story.BOX, making)


def _note_words(paras: Iterable[Para]) -> None:
    """Tell the controls with a list or a box which words of theirs are there."""
    for para in paras:
        for scrap in para.scraps:
            held = scrap.look.control
            if held is not None and held.wants_words and not scrap.look.mark.fate.is_gone:
                held.shown += scrap.words


def _without_page_ends(spans: list[Span]) -> Iterable[Span]:
    """Leave out breaks of pages before and behind the text: they only say where it stands.

    Programs write the same page as a property of the paragraph or as a break in it. Between two
    texts a break is the end of a line.
    """
    if not any(NEW_PAGE in span.text for span in spans):
        return spans
    words = [span.text for span in spans]
    for order, strip in ((range(len(words)), str.lstrip), (range(len(words))[::-1], str.rstrip)):
        for at in order:
            words[at] = strip(words[at], NEW_PAGE)
            if words[at]:
                break
    return [
        _with_text(span, text.replace(NEW_PAGE, "\n"))
        for span, text in zip(spans, words, strict=True)
    ]


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbours that differ in nothing but their text; leave out what says nothing."""
    last: Span | None = None
    for span in spans:
        if last is not None and _alike(last, span):
            last = _with_text(last, last.text + span.text)
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def _alike(one: Span, other: Span) -> bool:
    return (
        one.fate is other.fate
        and one.control is other.control
        and one.anchors == other.anchors
        and one.comments == other.comments
        and one.is_fleeting == other.is_fleeting
        and one.by == other.by
    )


def _with_text(span: Span, text: str) -> Span:
    return Span(
        text, span.fate, span.by, span.control, span.anchors, span.comments, span.is_fleeting
    )


def _level(para: Para, style: Style) -> int:
    if style.is_contents:
        return 0
    return style.level if para.outline is None else para.outline


def _is_listed(para: Para) -> bool:
    """Tell whether a paragraph is all in a table of contents."""
    found = para.contents
    if found is not None and found.has_ended and not para.has_other_text:
        return True
    listing = para.listing
    return listing is not None and listing.is_over and not para.is_behind
