"""Conversion of raw paragraphs to paragraphs with tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from erasmus_desk.review_import.docx_reader.content_controls import OpenControl, replace_sign
from erasmus_desk.review_import.docx_reader.document import (
    ContentControl,
    Paragraph,
    Revision,
    Run,
    Story,
    join_text,
)
from erasmus_desk.review_import.docx_reader.numbering import ListPlace, Numbering
from erasmus_desk.review_import.docx_reader.parser_state import (
    PAGE_BREAK,
    ParserState,
    RawParagraph,
    RunContext,
)
from erasmus_desk.review_import.docx_reader.ranges import Range
from erasmus_desk.review_import.docx_reader.styles import ParagraphStyle, StyleSheet


def build_paragraphs(
    state: ParserState, styles: StyleSheet, numbering: Numbering
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, those of a text box behind its anchor paragraph."""
    builder = _ParagraphBuilder(styles, numbering)
    return tuple(_build_paragraphs(state.paragraphs, state.story, builder))


class _ParagraphBuilder:
    """Builds the paragraphs of a text, with what they have in common."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._controls: dict[OpenControl, ContentControl] = {}
        self._signed: set[OpenControl] = set()
        self._first_paragraph: dict[Range, RawParagraph] = {}

    def _build_runs(self, raw: RawParagraph) -> Iterator[Run]:
        for raw_run in raw.runs:
            context, text = raw_run.context, "".join(raw_run.texts)
            if context.hiding_field is not None and context.hiding_field.has_ended:
                text = ""
            control, is_removed = context.control, context.change.is_removed
            if control is not None and control.is_ticked is not None and not is_removed:
                text = self._set_checkbox_sign(control, text)
            yield self._build_run(raw, context, text)

    def _set_checkbox_sign(self, control: OpenControl, text: str) -> str:
        """Return a text of a check box with the sign of its state instead of the one shown.

        Text typed beside the sign stays; the sign may be a letter of another font.
        """
        if control in self._signed:
            return text
        signed = replace_sign(text, "".join(control.shown_texts).strip(), control.checkbox_sign())
        if signed is None:
            return text
        self._signed.add(control)
        return signed

    def _build_run(self, raw: RawParagraph, context: RunContext, text: str) -> Run:
        control = context.control
        if control is not None and control not in self._controls:
            self._controls[control] = control.finish()
        return Run(
            text,
            context.change.revision,
            context.change.by,
            self._controls[control] if control is not None else None,
            self._range_names(context.bookmarks, raw, by_id=False),
            self._range_names(context.comments, raw, by_id=True),
            context.change.inserted_then_deleted,
            context.script,
        )

    def _range_names(
        self, ranges: tuple[Range, ...], raw: RawParagraph, *, by_id: bool
    ) -> tuple[str, ...]:
        """Return the names of ranges; an unclosed one covers one paragraph only."""
        if not ranges:
            return ()
        first = self._first_paragraph
        found = (one for one in ranges if one.has_ended or first.setdefault(one, raw) is raw)
        return tuple(one.number if by_id else one.name for one in found)

    def build(self, paragraphs: list[RawParagraph], story: Story) -> Paragraph:
        """Return the paragraph made of joined ones; the last one gives the style."""
        runs: list[Run] = []
        for raw in paragraphs:
            runs += self._build_runs(raw)
            if raw is not paragraphs[-1]:
                # A deleted line end is in the control before it.
                control, change = runs[-1].control if runs else None, raw.mark_change
                is_unsent = change.inserted_then_deleted
                runs.append(Run("\n", change.revision, change.by, control, (), (), is_unsent))
        last = paragraphs[-1]
        position, change = last.position, last.mark_change
        style = self._styles.find(last.style)
        merged = tuple(_merge_runs(_strip_page_breaks(runs))) or (Run(""),)
        is_removed = change.is_removed and not join_text(merged)
        return Paragraph(
            merged,
            story,
            style.name.lower(),
            _heading_level(last, style),
            style.is_toc_entry or _is_in_toc(last),
            0 if last.space_before == style.space_before else last.space_before,
            position.cell,
            position.is_row_removed,
            position.row_by,
            position.original_row,
            is_removed or position.is_row_removed,
            change.by if change.revision in {Revision.INSERTED, Revision.MOVED_TO} else None,
            "" if is_removed else self._count_label(last, style),
            last.anchor,
            position.path,
        )

    def _count_label(self, raw: RawParagraph, style: ParagraphStyle) -> str:
        own, place = raw.list_place, style.list_place
        if own is not None:
            # A paragraph may change the level of its style's list only.
            number = own.number or (place.number if place else "")
            level = place.level if own.level is None and place else own.level
            place = ListPlace(number, level)
        return self._numbering.count_label(place, raw.style) if place is not None else ""


def _build_paragraphs(
    paragraphs: list[RawParagraph], story: Story, builder: _ParagraphBuilder
) -> Iterator[Paragraph]:
    _collect_control_texts(paragraphs)
    group: list[RawParagraph] = []
    for raw in paragraphs:
        group.append(raw)
        # A paragraph deleted as a whole has no text to join with the next.
        is_joined = raw.mark_change.is_removed and any(map(_has_text, group))
        if raw is paragraphs[-1] or raw.is_last or not is_joined:
            yield builder.build(group, story)
            for one in group:
                if one.boxes:
                    yield from _build_paragraphs(one.boxes, Story.BOX, builder)
            group = []


def _has_text(raw: RawParagraph) -> bool:
    return any(not raw_run.context.change.is_removed and any(raw_run.texts) for raw_run in raw.runs)


def _collect_control_texts(paragraphs: Iterable[RawParagraph]) -> None:
    """Pass the current text to the controls with a list or a check box."""
    for raw in paragraphs:
        for raw_run in raw.runs:
            control = raw_run.context.control
            if control is not None and control.needs_text and not raw_run.context.change.is_removed:
                control.shown_texts += raw_run.texts


def _strip_page_breaks(runs: list[Run]) -> Iterable[Run]:
    """Remove page breaks before and behind the text; between two texts they end a line.

    Programs write the same page as a property of the paragraph or as a break in it.
    """
    if not any(PAGE_BREAK in run.text for run in runs):
        return runs
    texts = [run.text for run in runs]
    for order, strip in ((range(len(texts)), str.lstrip), (range(len(texts))[::-1], str.rstrip)):
        for at in order:
            texts[at] = strip(texts[at], PAGE_BREAK)
            if texts[at]:
                break
    pairs = zip(runs, texts, strict=True)
    return [run.with_text(text.replace(PAGE_BREAK, "\n")) for run, text in pairs]


def _merge_runs(runs: Iterable[Run]) -> list[Run]:
    """Merge neighbours that differ in text only."""
    merged: list[Run] = []
    for run in runs:
        if merged and _is_mergeable(merged[-1], run):
            merged[-1] = merged[-1].with_text(merged[-1].text + run.text)
        else:
            merged.append(run)
    return merged


def _is_mergeable(one: Run, other: Run) -> bool:
    return (
        one.revision is other.revision
        and one.control is other.control
        and one.bookmarks == other.bookmarks
        and one.comments == other.comments
        and one.inserted_then_deleted == other.inserted_then_deleted
        and one.by == other.by
        and one.script is other.script
    )


def _heading_level(raw: RawParagraph, style: ParagraphStyle) -> int:
    if style.is_toc_entry:
        return 0
    return style.level if raw.outline_level is None else raw.outline_level


def _is_in_toc(raw: RawParagraph) -> bool:
    """Return whether a paragraph is entirely in a table of contents."""
    toc_field = raw.toc_field
    if toc_field is not None and toc_field.has_ended and not raw.has_other_text:
        return True
    toc_control = raw.toc_control
    return toc_control is not None and toc_control.has_ended and not raw.is_after_toc
