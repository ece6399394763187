"""The versions of a change with their differences, and the comments on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QWidget

from erasmus_desk.draft.review_state import CommentThread
from erasmus_desk.draft.word_diff import DiffKind

from ...qt_support import single_shot
from ...theme.theme import GRID, Theme, set_role
from ...widgets.buttons import icon_size
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import (
    STRETCH,
    add_content,
    build_column,
    build_row,
    clear_layout,
    list_widgets,
    measure_again,
)
from ..question_texts import format_moment
from .changed_text import ChangedText, MarkedText
from .versions import Version

BOTH = (DiffKind.SAME, DiffKind.DELETED, DiffKind.INSERTED)


class VersionsView(QWidget):
    """Shows versions below each other with all marks, or the two sides beside each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID * 2)
        self.texts: tuple[MarkedText, ...] = ()
        """The texts with marks that are shown."""
        # Parts that are laid out for the first time have other heights than at last.
        self._settle_timer = single_shot(self, 0)
        self._settle_timer.timeout.connect(self._measure_labels)

    def show_versions(self, versions: Sequence[Version], *, has_sides: bool, columns: int) -> None:
        """Show versions in as many columns; with sides, what was and what is proposed."""
        remove_widgets(self._grid)
        self.texts = ()
        for column in range(2):
            self._grid.setColumnStretch(column, 0)
        blocks = (
            self._build_sides(*versions)
            if has_sides and len(versions) == 1
            else [self._build_block(one.heading, one, *BOTH) for one in versions]
        )
        for index, block in enumerate(blocks):
            self._grid.addWidget(block, *divmod(index, columns))
            self._grid.setColumnStretch(index % columns, 1)
            self.texts += block.texts
        self._settle_timer.start()

    def _build_sides(self, version: Version) -> list[ChangedText]:
        mine, theirs = self.tr("Your text now"), self.tr("The text in the returned file")
        return [
            self._build_block(mine, version, DiffKind.SAME, DiffKind.DELETED),
            self._build_block(theirs, version, DiffKind.SAME, DiffKind.INSERTED),
        ]

    def _build_block(self, heading: str, version: Version, *kinds: DiffKind) -> ChangedText:
        block = ChangedText(self._theme, heading, self.tr("What was changed"))
        block.show_pieces(version.compare(), *kinds)
        return block

    def _measure_labels(self) -> None:
        for label in self.findChildren(QLabel):
            if label.isVisible():
                measure_again(label)


class CommentsView(QWidget):
    """The comments on an answer, each with its author and its moment."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._column = build_column(self, spacing=1.5)

    def show_threads(self, threads: Sequence[CommentThread]) -> None:
        """Show threads in place of those before; without any, nothing."""
        remove_widgets(self._column)
        add_content(self._column, *map(self._build_thread, threads))
        self.setVisible(bool(threads))

    def _build_thread(self, thread: CommentThread) -> QWidget:
        bar = QFrame()
        set_role(bar, "comment")
        bar.setFixedWidth(3)
        icon = self._theme.icons.icon("message-square", self._theme.colours.quiet)
        texts = build_column(None, spacing=0.5)
        for comment in thread.comments:
            moment = format_moment(comment.at, self._language) if comment.at else ""
            byline = ", ".join(part for part in (comment.author, moment) if part)
            byline = byline or self.tr("Comment")
            sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
            head = build_row(None, sign, wrapped_label(byline, "quiet"))
            head.setStretch(1, 1)
            add_content(texts, head, selectable_label(comment.text, byline))
        texts.addStretch(STRETCH)
        widget = QWidget()
        build_row(widget, bar, texts, spacing=1.5).setStretch(1, 1)
        return widget


def remove_widgets(layout: QLayout) -> None:
    """Remove the widgets of a layout; they are out of sight before they are deleted."""
    for widget in list_widgets(layout):
        widget.hide()
    clear_layout(layout)
