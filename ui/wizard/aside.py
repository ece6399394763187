"""What stands beside a page of the guided start: what a choice means for the proposal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts

from ..i18n import plurals
from ..pages.question_texts import describe_evidence
from ..theme.theme import Theme
from ..widgets.buttons import icon_size, text_button
from ..widgets.labels import marked_line, our_words, wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row
from .meaning import Meaning


class MeaningPane(QWidget):
    """Shows what a choice means, and which of it is not confirmed."""

    about_requested = Signal()
    """What there is to know about the call is to be shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Meaning, ...], tuple[str, ...]] | None = None
        heading = wrapped_label(self.tr("What this means for your proposal"), "heading")
        self._rows = QWidget()
        self.about_button = text_button(self.tr("About this call"), self.about_requested, "link")
        self._column = build_column(self, heading, self._rows, margins=(0, 2, 0, 2), spacing=2)
        self._column.addWidget(self.about_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(STRETCH)

    def show_meanings(
        self, meanings: tuple[Meaning, ...], pack: Pack, texts: Texts, hints: tuple[str, ...] = ()
    ) -> None:
        """Show these, with hints of our own, and how many are not confirmed."""
        if (meanings, hints) == self._shown:
            return
        self._shown = meanings, hints
        rows = QWidget()
        column = build_column(rows, spacing=2)
        for meaning in meanings:
            column.addWidget(self._build_row(meaning, pack, texts))
        if hints:
            column.addWidget(our_words(hints, self.tr("Our advice")))
        unsure = [one for one in meanings if one.evidence and not one.evidence.is_confirmed]
        if unsure:
            text = plurals.unconfirmed(len(unsure)).format(texts.get("pack.short"))
            icon = self._theme.icons.icon("info", self._theme.colours.quiet)
            sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
            column.addWidget(marked_line(sign, wrapped_label(text, "mark")))
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _build_row(self, meaning: Meaning, pack: Pack, texts: Texts) -> QWidget:
        size = icon_size()
        sign = QLabel(pixmap=self._theme.accent_icon(meaning.icon).pixmap(size, size))
        words = build_column(None, wrapped_label(meaning.title, "label"), spacing=0.25)
        if meaning.text:
            words.addWidget(wrapped_label(meaning.text, "quiet"))
        row = QWidget()
        if meaning.evidence is not None:
            source = describe_evidence(meaning.evidence, pack, texts)
            row.setToolTip(source)
            if meaning.shows_source:
                words.addWidget(wrapped_label(source, "mark"))
        line = build_row(row, spacing=1.5)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row
