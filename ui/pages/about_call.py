"""The page "About this call": what the sources say about a call, each fact with its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from erasmus_desk.call.model import Pack
from erasmus_desk.call.overview import OverviewEntry, OverviewTopic, build_overview
from erasmus_desk.call.texts import Texts

from ..i18n.value_text import format_moment
from ..theme.theme import COLUMN_WIDTH, GRID, Theme
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import ButtonRow, text_button
from ..widgets.hairline import build_line
from ..widgets.labels import bullet_item, our_words, wrapped_label
from ..widgets.layouts import FlowGrid, add_content, build_column, build_row
from ..widgets.popover import SourceDot
from ..widgets.scroll_page import PageWithBack
from .base import Card
from .question_texts import describe_evidence

MIN_CHARACTERS_BESIDE = 96
"""Average characters of the column from which a title stands beside its text."""
TITLE_SHARE, TEXT_SHARE = 3, 7
ROOM_FOR_EDGES = 4
"""Average characters that the edges of a link need beside its text."""


class FactRow(QWidget):
    """A fact: its title, and beside it what the source says, the source, and our hints."""

    def __init__(self, entry: OverviewEntry, pack: Pack, texts: Texts, theme: Theme) -> None:
        super().__init__()
        source = describe_evidence(entry.evidence, pack, texts)
        paragraphs = _list_paragraphs(entry, texts)
        self.title = wrapped_label(entry.title, "fact")
        # A screen reader reads the whole fact at its title.
        is_sure = entry.evidence.is_confirmed
        doubt = () if is_sure else (self.tr("This is not confirmed."),)
        _make_stop(self.title, " ".join((*paragraphs, source, *doubt)))
        content = QWidget()
        column = build_column(content, *_build_paragraphs(paragraphs))
        named = wrapped_label(source, "mark")
        below = build_row(None, named, spacing=0.5)
        below.setStretchFactor(named, 1)
        if not is_sure:
            dot = SourceDot(theme, entry.title, source)
            dot.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            below.insertWidget(0, dot, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self.hints = HintsFold(entry) if entry.hints else None
        if self.hints is not None:
            column.addWidget(self.hints)
        column.addStretch(1)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, GRID * 2, 0, GRID * 2)
        self.row.setSpacing(GRID)
        self.row.addWidget(self.title, TITLE_SHARE, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(content, TEXT_SHARE)

    def show_beside(self, *, is_beside: bool) -> None:
        """Show the title beside the text, or above it."""
        way = QBoxLayout.Direction
        self.row.setDirection(way.LeftToRight if is_beside else way.TopToBottom)
        self.row.setSpacing(GRID * 3 if is_beside else GRID)


class HintsFold(QWidget):
    """Our examples and hints, folded, with a button that shows them."""

    def __init__(self, entry: OverviewEntry) -> None:
        super().__init__()
        self._title = entry.title
        self.button = text_button("", self._switch, "link")
        self.words = our_words(entry.hints)
        self.words.hide()
        column = build_column(self, spacing=0.5)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        self._name_button()

    def _switch(self) -> None:
        """Show the hints, or hide them."""
        self.words.setVisible(self.words.isHidden())
        self._name_button()

    def _name_button(self) -> None:
        show, hide = self.tr("Show our examples and hints"), self.tr("Hide our examples and hints")
        text = show if self.words.isHidden() else hide
        self.button.setText(text)
        self.button.setAccessibleName(f"{text}: {self._title}")


class AboutCallPage(PageWithBack):
    """What there is to know about a call, by topics; Back leads to where the user was."""

    call_requested = Signal(str)
    """Another call is to be shown."""

    def __init__(self, pack: Pack, texts: Texts, others: dict[str, str], theme: Theme) -> None:
        """Build the page; `others` are the names of the other calls by their ids."""
        super().__init__(theme, max_width=COLUMN_WIDTH * 5 // 4)
        self.column.insertSpacing(1, GRID)
        self.set_title(self.tr("About this call"))
        self.column.addWidget(wrapped_label(texts.get("pack.name"), "heading"))
        note = self.tr(
            "What the sources say, in our own words. Each fact names its source. A dot means that "
            "we found no source from the year of the call. Only the official form and the "
            "Programme Guide count."
        )
        self.column.addWidget(wrapped_label(note, "quiet"))
        for call, name in others.items():
            button = text_button(name, partial(self.call_requested.emit, call), "link")
            self.column.addWidget(ButtonRow(button))
        topics = build_overview(pack, texts)
        self.links: list[QPushButton] = []
        self.headings: list[QLabel] = []
        self.rows: list[FactRow] = []
        longest = max((len(topic.title) for topic in topics), default=0)
        contents = FlowGrid(longest + ROOM_FOR_EDGES)
        self.column.addSpacing(GRID)
        self.column.addWidget(contents)
        for topic in topics:
            self._add_topic(topic, pack, texts, theme)
        contents.show_cells(tuple(self.links))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put titles beside their texts where there is room."""
        super().resizeEvent(event)
        needed = self.fontMetrics().averageCharWidth() * MIN_CHARACTERS_BESIDE
        for row in self.rows:
            row.show_beside(is_beside=self.viewport().width() >= needed)

    def _add_topic(self, topic: OverviewTopic, pack: Pack, texts: Texts, theme: Theme) -> None:
        heading = wrapped_label(topic.title, "topic")
        _make_stop(heading)
        self.headings.append(heading)
        link = text_button(topic.title, partial(self._show_topic, heading), "link")
        self.links.append(link)
        card = Card(margins=(3, 0, 3, 0), spacing=0)
        self.column.addSpacing(GRID * 2)
        add_content(self.column, heading, card)
        for number, entry in enumerate(topic.entries):
            if number:
                card.column.addWidget(build_line())
            row = FactRow(entry, pack, texts, theme)
            self.rows.append(row)
            card.column.addWidget(row)

    def _show_topic(self, heading: QLabel) -> None:
        """Scroll to a topic and focus its heading."""
        top = self.column_widget.y() + heading.y()
        self.verticalScrollBar().setValue(top - GRID * 2)
        heading.setFocus()


def _list_paragraphs(entry: OverviewEntry, texts: Texts) -> tuple[str, ...]:
    if entry.deadline is not None:
        return (format_moment(entry.deadline.at, texts.language),)
    return entry.paragraphs


def _build_paragraphs(paragraphs: tuple[str, ...]) -> Iterator[QWidget]:
    """Build paragraphs; several that are no sentences are entries of a list."""
    is_list = len(paragraphs) > 1 and not any(one.endswith((".", ":", ";")) for one in paragraphs)
    for one in paragraphs:
        yield bullet_item(one) if is_list else _text_label(one)


def _text_label(text: str) -> QLabel:
    """Build a paragraph that can be selected with the mouse, so that it can be quoted."""
    label = wrapped_label(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def _make_stop(label: QLabel, description: str = "") -> None:
    """Let the Tab key stop at a label, where a screen reader reads it."""
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.setIndent(0)
    set_accessible_name(label, label.text(), description)
