"""The cover in a Word file, set closer where it would run over its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Final

from msgspec import Struct

from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.word import answers, text_runs
from erasmus_desk.export.word.content_controls import ControlState
from erasmus_desk.export.word.text_runs import RenderContext

_FIRST_NOTE_SPACING = '<w:spacing w:before="360" w:after="120"/>'
_LETTER, _LINE = 5.6, 12.6
"""Width of a letter and height of a line in twips, for each half point of the type size."""
_SIZES: Final = {
    "Eyebrow": 20,
    "Title": 60,
    "Subtitle": 30,
    "CoverFact": 21,
    "Note": 20,
    "Mark": 18,
}
"""Type sizes in half points; a template's own title is not larger."""
_UNSURE = 1.05
"""Height of a cover in a font that is not known, compared with what was estimated."""
_BOLD, _BOLD_STYLES = 1.12, frozenset(("Eyebrow", "Title"))
"""Width of bold letters of such a font, compared with its others, and what is set in them."""
_LABELS = 2381
"""Width of the labels of the facts in twips."""


class _Gap(Struct, frozen=True):
    """Space before and after a paragraph in twips."""

    before: int
    after: int


_GAPS: Final = {
    "Eyebrow": _Gap(900, 220),
    "Title": _Gap(720, 240),
    "Subtitle": _Gap(240, 700),
    "CoverFact": _Gap(0, 140),
    "Note": _Gap(0, 160),
    "Mark": _Gap(700, 0),
}
_CLOSE_GAPS: Final = {
    "Eyebrow": _Gap(0, 120),
    "Title": _Gap(120, 80),
    "Subtitle": _Gap(0, 200),
    "CoverFact": _Gap(0, 30),
    "Note": _Gap(0, 60),
    "Mark": _Gap(200, 0),
}


def fits_page(cover: blocks.Cover, context: RenderContext, *, is_close: bool = False) -> bool:
    """Return whether the cover fits on its page; the height is estimated, rather too high."""
    if not context.height:
        return True
    # How wide a font is that is not known can only be guessed.
    factor = 1 if context.cover_letters == 1 else _UNSURE
    gaps = _CLOSE_GAPS if is_close else _GAPS
    return _measure(cover, context, gaps) * factor <= context.height


def _measure(cover: blocks.Cover, context: RenderContext, gaps: Mapping[str, _Gap]) -> float:
    def measure(style: str, *lines: str, width: int = context.width) -> float:
        points = context.title_size if style == "Title" else _SIZES[style]
        letters = max(1.0, width / (_LETTER * points * context.cover_letters))
        if context.cover_letters == 1:
            count = sum(max(1, ceil(len(line) / letters)) for line in lines)
        else:
            bold = _BOLD if style in _BOLD_STYLES else 1
            count = sum(_count_lines(line, letters / bold) for line in lines)
        return count * points * _LINE + gaps[style].before + gaps[style].after

    facts = (
        measure("CoverFact", *(one.text for one in fact.values), width=context.width - _LABELS)
        for fact in cover.facts
    )
    return (
        (measure("Eyebrow", cover.eyebrow.text) if cover.eyebrow.text else 0)
        + measure("Title", cover.title.text)
        + (measure("Subtitle", cover.subtitle.text) if cover.subtitle.text else 0)
        + sum(facts)
        + sum(measure("Note", note.text) for note in cover.notes)
        + measure("Mark", cover.disclaimer.text)
    )


def _count_lines(text: str, letters: float) -> int:
    """Return the lines of a text that breaks between words, with so many letters in each."""
    lines, room = 1, letters
    for word in text.split():
        if len(word) > room and room < letters:
            lines, room = lines + 1, letters
        room -= len(word) + 1
    return lines


def render_cover(cover: blocks.Cover, context: RenderContext) -> Iterator[str]:
    """Render the cover, set closer if it would be too high."""
    is_close = not fits_page(cover, context)

    def close(style: str) -> str:
        gap = _CLOSE_GAPS[style]
        return f'<w:spacing w:before="{gap.before}" w:after="{gap.after}"/>' if is_close else ""

    if cover.eyebrow.text:
        yield text_runs.render_text(cover.eyebrow, "Eyebrow", context, close("Eyebrow"))
    state = ControlState(blocks.Control(), is_empty=cover.is_untitled)
    yield _render_line(cover.title, cover.title_key, "Title", context, state, close("Title"))
    if cover.subtitle.text:
        state, more = ControlState(blocks.Control()), close("Subtitle")
        yield _render_line(cover.subtitle, cover.subtitle_key, "Subtitle", context, state, more)
    for fact in cover.facts:
        label = text_runs.render_runs(fact.label, f'<w:rStyle w:val="{context.styles["Label"]}"/>')
        values = "<w:r><w:br/></w:r>".join(text_runs.render_runs(value) for value in fact.values)
        style, content = context.styles["CoverFact"], f"{label}<w:r><w:tab/></w:r>{values}"
        yield text_runs.render_paragraph(style, content, close("CoverFact"))
    for place, note in enumerate(cover.notes):
        spacing = close("Note") or ("" if place else _FIRST_NOTE_SPACING)
        yield text_runs.render_text(note, "Beside" if place else "Answer", context, spacing)
    yield text_runs.render_text(cover.disclaimer, "Mark", context, close("Mark"))


def _render_line(
    shown: LangText, key: str, style: str, context: RenderContext, state: ControlState, more: str
) -> str:
    """Render a line of the cover, with a key as an answer."""
    if not key:
        return text_runs.render_text(shown, style, context, more)
    return answers.render_line_answer(shown, key, context.styles[style], context, state, more)
