"""The toolbar of the preview: profile, zoom, page, answers and PDF."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from ...theme.theme import GRID, Theme
from ...widgets.buttons import ButtonRow, button_group, text_button, tool_button
from ...widgets.labels import short_label
from ...widgets.layouts import build_column
from .answer_view import AnswerPageView
from .page_view import Fit

WHOLE_PROFILES = ("clean", "questions")
"""The profiles that show the whole proposal."""
MIN_NAME_LENGTH = 26
"""Minimum width of the list of answers, in characters."""


class PreviewBar(QWidget):
    """Two rows of controls for the pages of a view."""

    profile_chosen = Signal()
    answer_chosen = Signal(str)
    """The key of an answer on the current page as text."""
    pdf_requested = Signal()

    def __init__(self, view: AnswerPageView, theme: Theme) -> None:
        super().__init__()
        self._view = view
        self._listed_page = -1
        build_column(self, self._build_zoom_row(theme), self._build_page_row())
        view.position_changed.connect(self._on_position_changed)
        standard = QKeySequence.StandardKey
        for keys, slot in (
            (QKeySequence(standard.ZoomIn), view.zoom_in),
            (QKeySequence("Ctrl+="), view.zoom_in),
            (QKeySequence(standard.ZoomOut), view.zoom_out),
            (QKeySequence("Ctrl+0"), self._on_width),
        ):
            QShortcut(keys, view).activated.connect(slot)

    @property
    def profile(self) -> str:
        """The selected profile."""
        return str(self.profile_box.currentData())

    def set_profile(self, profile: str) -> None:
        """Select a profile; one that is not offered here selects the first."""
        self.profile_box.setCurrentIndex(max(self.profile_box.findData(profile), 0))

    def refresh(self) -> None:
        """List the answers of the current page again."""
        self._listed_page = -1
        self._on_position_changed()

    def _build_zoom_row(self, theme: Theme) -> QWidget:
        names = {"clean": self.tr("Clean"), "questions": self.tr("Working copy")}
        self.profile_box = QComboBox()
        self.profile_box.setAccessibleName(self.tr("Version"))
        for profile in WHOLE_PROFILES:
            self.profile_box.addItem(names[profile], profile)
        self.profile_box.currentIndexChanged.connect(self.profile_chosen)
        self.width_button = text_button(self.tr("Page width"), self._on_width)
        self.whole_button = text_button(self.tr("Whole page"), self._on_whole)
        for button in (self.width_button, self.whole_button):
            button.setCheckable(True)
        view, icon = self._view, theme.icon
        smaller_button = tool_button(icon("minus"), self.tr("Smaller"), clicked=view.zoom_out)
        larger_button = tool_button(icon("plus"), self.tr("Larger"), clicked=view.zoom_in)
        self.zoom_label = short_label("", "quiet")
        fits = button_group(self.width_button, self.whole_button)
        zoom = button_group(smaller_button, self.zoom_label, larger_button)
        return ButtonRow(self.profile_box, fits, zoom)

    def _build_page_row(self) -> QWidget:
        self.page_label = short_label("", "quiet")
        answers = self.tr("Answers on this page")
        self.answer_box = QComboBox(placeholderText=answers)
        self.answer_box.setAccessibleName(answers)
        # A long name must not make the page wider than the window.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.answer_box.setSizeAdjustPolicy(policy)
        self.answer_box.setMinimumContentsLength(MIN_NAME_LENGTH)
        self.answer_box.activated.connect(self._on_answer)
        self.pdf_button = text_button(self.tr("Save as PDF…"), self.pdf_requested, "primary")
        return ButtonRow(self.page_label, self.answer_box, self.pdf_button)

    def _on_position_changed(self) -> None:
        view = self._view
        self.zoom_label.setText(self.tr("{} %").format(view.percent))
        self.width_button.setChecked(view.fit is Fit.WIDTH)
        self.whole_button.setChecked(view.fit is Fit.PAGE)
        if view.document is None:
            return
        count = len(view.document.pages)
        self.page_label.setText(self.tr("Page {0} of {1}").format(view.page + 1, count))
        if view.page == self._listed_page:
            return
        self._listed_page = view.page
        self.answer_box.clear()
        keys = dict.fromkeys(area.key for area in view.answers_on(view.page))
        for key in keys:
            self.answer_box.addItem(view.answer_name(key), key)
        self.answer_box.setCurrentIndex(-1)
        self.answer_box.setEnabled(bool(keys))
        width = self.answer_box.view().sizeHintForColumn(0) + GRID * 3
        self.answer_box.view().setMinimumWidth(min(width, view.width()))

    def _on_width(self) -> None:
        self._view.set_fit(Fit.WIDTH)

    def _on_whole(self) -> None:
        self._view.set_fit(Fit.PAGE)

    def _on_answer(self, index: int) -> None:
        key = str(self.answer_box.itemData(index))
        self.answer_box.setCurrentIndex(-1)
        self.answer_chosen.emit(key)
