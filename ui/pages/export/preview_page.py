"""The preview: the pages of the proposal, with a link from each answer to its field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.document.blocks import Document
from erasmus_desk.file_suffixes import PDF_SUFFIX

from ...dialogs.save_path import ask_path_with_suffix
from ...page_layout.document_layout import LaidOutDocument
from ...page_layout.missing_letters import find_missing_letters
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.buttons import (
    InnerRow,
    WrappingRow,
    button_group,
    join_buttons,
    keep_room,
    text_button,
    tool_button,
)
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column
from ...widgets.selectors import ComboBox
from ..base import Page
from .answer_view import AnswerPageView, name_answers
from .layout_work import LayoutWork
from .page_view import Fit
from .result_box import ExportResultBox

TYPING_DELAY = 300
"""Milliseconds without a change of the draft before the pages are laid out again."""
PAINT_DELAY = 20
"""Milliseconds for the page itself to be painted before the layout starts."""
PROGRESS_DELAY = 0.5
"""Seconds after which progress is shown."""
_SCROLL_KEYS = (
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down),
)
WHOLE_PROFILES = ("clean", "questions")
"""The profiles that show the whole proposal."""
LOW, LOW_NARROW, LOWEST_NARROW = 230, 345, 200
"""Pixels of a page at 100 % below which only the pages and what leads through them are shown.

The second is that of a page in which the controls are below each other; below the third such a
page shows the pages only.
"""
MIN_VIEW_HEIGHT = GRID * 5
"""Pixels of the pages in a low window, so that they alone scroll, not the page around them too."""
MIN_NAME_LENGTH = 24
"""Minimum width of the list of answers, in characters."""


class PreviewBar(QWidget):
    """Controls for the pages of a view: two groups, below each other where it is narrow."""

    profile_chosen = Signal()
    answer_chosen = Signal(str)
    """The key of an answer on the current page as text."""
    pdf_requested = Signal()

    def __init__(self, view: AnswerPageView, theme: Theme) -> None:
        super().__init__()
        self._view = view
        self._listed_page = -1
        self.zoom_row = self._build_zoom_row(theme)
        self.page_row = self._build_page_row()
        groups = WrappingRow(self.zoom_row, self.page_row)
        add_content(groups.row, self.zoom_row, self.page_row, STRETCH)
        build_column(self, groups)
        self.pdf_button = text_button(self.tr("Save as PDF…"), self.pdf_requested, "primary")
        view.position_changed.connect(self._on_position_changed)
        standard = QKeySequence.StandardKey
        for keys, slot in (
            (QKeySequence(standard.ZoomIn), view.zoom_in),
            (QKeySequence("Ctrl+="), view.zoom_in),
            (QKeySequence(standard.ZoomOut), view.zoom_out),
            (QKeySequence("Ctrl+0"), partial(view.set_fit, Fit.WIDTH)),
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

    def _build_zoom_row(self, theme: Theme) -> InnerRow:
        names = {"clean": self.tr("Clean"), "questions": self.tr("Working copy")}
        self.profile_box = ComboBox()
        self.profile_box.setAccessibleName(self.tr("Version"))
        for profile in WHOLE_PROFILES:
            self.profile_box.addItem(names[profile], profile)
        self.profile_box.currentIndexChanged.connect(self.profile_chosen)
        view, icon = self._view, theme.icon
        fit_width, fit_page = partial(view.set_fit, Fit.WIDTH), partial(view.set_fit, Fit.PAGE)
        self.width_button = text_button(self.tr("Page width"), fit_width)
        self.whole_button = text_button(self.tr("Whole page"), fit_page)
        for button in (self.width_button, self.whole_button):
            button.setCheckable(True)
            keep_room(button)
        smaller_button = tool_button(icon("minus"), self.tr("Smaller"), clicked=view.zoom_out)
        larger_button = tool_button(icon("plus"), self.tr("Larger"), clicked=view.zoom_in)
        self.zoom_label = short_label("", "quiet")
        fits = join_buttons(self.width_button, self.whole_button)
        zoom = button_group(smaller_button, self.zoom_label, larger_button)
        return InnerRow(self.profile_box, fits, zoom)

    def _build_page_row(self) -> InnerRow:
        self.page_label = short_label("", "quiet")
        answers = self.tr("Answers on this page")
        self.answer_box = ComboBox(placeholderText=answers)
        self.answer_box.setAccessibleName(answers)
        # A long name must not make the page wider than the window.
        policy = ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.answer_box.setSizeAdjustPolicy(policy)
        self.answer_box.setMinimumContentsLength(MIN_NAME_LENGTH)
        self.answer_box.activated.connect(self._on_answer)
        row = InnerRow(self.page_label, self.answer_box)
        self.page_label.hide()  # until there are pages
        return row

    def _on_position_changed(self) -> None:
        view = self._view
        self.zoom_label.setText(self.tr("{} %").format(view.percent))
        self.width_button.setChecked(view.fit is Fit.WIDTH)
        self.whole_button.setChecked(view.fit is Fit.PAGE)
        if view.document is None:
            return
        count = len(view.document.pages)
        self.page_label.show()
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

    def _on_answer(self, index: int) -> None:
        key = str(self.answer_box.itemData(index))
        self.answer_box.setCurrentIndex(-1)
        self.answer_chosen.emit(key)


class PreviewPage(Page):
    """Requests a document for a profile, lays it out in slices, and updates after changes."""

    needs_width: ClassVar[bool] = True
    document_requested = Signal(str, str)
    """Profile and language of the document to pass to `show_document`."""
    pdf_requested = Signal(object)
    """The path of the PDF to save."""

    def __init__(self, session: Session, theme: Theme, is_visible: Callable[[Key], bool]) -> None:
        """Build the page; `is_visible` returns whether any page shows an answer now."""
        super().__init__("", is_full_height=True)
        self.set_title(self.tr("Preview"))
        self._session = session
        self._is_visible = is_visible
        self.language = ""
        """The language of the headings."""
        self.template: Path | None = None
        """The template whose looks the pages have."""
        self._lacks_letters = False
        self._shown_state: tuple[Draft, str, str, Path | None] | None = None
        self._is_laid_out = False
        """Whether the view has the pages of the shown state."""
        self._work = LayoutWork(self)
        self._work.progressed.connect(self._show_progress)
        self._work.finished.connect(self._show_pages)
        self._started_at = 0.0
        self._start_timer = single_shot(self, TYPING_DELAY)
        self._start_timer.timeout.connect(self._start)
        self._build(theme)

    def refresh(self) -> None:
        """Lay out the current draft after the page is painted."""
        if self._shown_state != self._wanted_state:
            self.wait_label.setVisible(self.view.document is None)
            self._start_timer.start(PAINT_DELAY)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update when typing rests."""
        self._start_timer.start(TYPING_DELAY)

    def show_as(self, profile: str, language: str, template: Path | None = None) -> None:
        """Show the pages for a profile in a language, in the looks of a template."""
        self.language, self.template = language, template
        self.bar.set_profile(profile)
        self.refresh()

    def read_choices(self) -> tuple[str, str, Path | None]:
        """Return the profile, the language and the template."""
        return self.bar.profile, self.language, self.template

    def take_choices(self, choices: object) -> None:
        """Show the pages as they were shown before."""
        match choices:
            case (str() as profile, str() as language, None | Path() as template):
                self.show_as(profile, language, template)
            case _:
                pass

    def show_document(self, document: Document, style: bytes) -> None:
        """Lay out the requested document."""
        self._work.start(document, style)

    @property
    def current_document(self) -> LaidOutDocument | None:
        """The pages of the present draft, or `None` while they are not laid out."""
        is_current = self._is_laid_out and self._shown_state == self._wanted_state
        return self.view.document if is_current else None

    @property
    def is_laying_out(self) -> bool:
        """Whether the pages of the present draft will be there in a moment."""
        return self._work.is_running and self._shown_state == self._wanted_state

    def lay_out_more(self) -> None:
        """Lay out one more piece before its time has come."""
        self._work.advance()

    def finish_layout(self) -> LaidOutDocument:
        """Return the fully laid out current draft. Raises ValueError if there is none."""
        if self._shown_state != self._wanted_state:
            self._start()
        self._work.complete()
        if self.view.document is None:
            raise ValueError("nothing to print")
        return self.view.document

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a low window's room to the pages."""
        super().resizeEvent(event)
        height, scale = self.viewport().height(), find_text_scale(self)
        room = self.viewport().width() - GRID * 6
        is_low = height < scale * (LOW if self.bar.zoom_row.needed_width() <= room else LOW_NARROW)
        for part in (self.hint_label, self.bar.zoom_row):
            part.setHidden(is_low)
        is_narrow = self.bar.page_row.needed_width() > room
        self.bar.page_row.setHidden(is_narrow and height < scale * LOWEST_NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the keys that scroll to the pages, since the title has the focus."""
        if event.key() in _SCROLL_KEYS:
            # Sent as an event, a key that the view leaves would come back here without end.
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self.hint_label = wrapped_label(self.tr("Click an answer to edit it."), "quiet")
        self.view = AnswerPageView(theme)
        self.view.setMinimumHeight(MIN_VIEW_HEIGHT)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.view.chosen.connect(self._on_chosen)
        self.bar = PreviewBar(self.view, theme)
        self.bar.profile_chosen.connect(self.refresh)
        self.bar.answer_chosen.connect(self._on_chosen)
        self.bar.pdf_requested.connect(self._on_pdf)
        self.wait_label = wrapped_label(self.tr("Preparing the pages…"), "quiet")
        self.progress_bar = QProgressBar(textVisible=False)
        self.progress_bar.setAccessibleName(self.tr("Preparing the pages"))
        self.progress_bar.hide()
        self.result_box = ExportResultBox()
        self.set_beside_title(self.bar.pdf_button)
        status = (self.result_box, self.wait_label, self.progress_bar)
        add_content(self.column, self.hint_label, self.bar, *status)
        self.column.addWidget(self.view, 1)

    @property
    def _wanted_state(self) -> tuple[Draft, str, str, Path | None]:
        return self._session.draft, self.bar.profile, self.language, self.template

    def _show_missing_letters(self, document: LaidOutDocument) -> None:
        """Say which characters the pages lack, before anybody makes a PDF of them."""
        found = find_missing_letters(document)
        if found:
            page = self.tr("{} (page {})")
            letters = ", ".join(page.format(letter, number) for letter, number in found.items())
            text = self.tr(
                "No font on this computer has these characters, so the PDF would show boxes: {}. "
                "Write them in another way, or send the Word file."
            )
            self.result_box.show_result(text.format(letters), None)
        elif self._lacks_letters:
            self.result_box.show_result("", None)
        self._lacks_letters = bool(found)

    def _start(self) -> None:
        """Request a document of the current draft."""
        self._start_timer.stop()
        self._work.stop()
        self._started_at = monotonic()
        self._shown_state = self._wanted_state
        self._is_laid_out = False
        self.document_requested.emit(self.bar.profile, self.language)

    def _show_progress(self, done: float) -> None:
        """Show how far it is if it takes long."""
        if monotonic() - self._started_at > PROGRESS_DELAY:
            self.progress_bar.show()
            self.progress_bar.setValue(round(done * 100))

    def _show_pages(self, document: LaidOutDocument) -> None:
        """Show the laid out document."""
        self._is_laid_out = True
        self.progress_bar.hide()
        self.wait_label.hide()
        self.view.show_answers(document, name_answers(document, self._session, self._is_visible))
        self.bar.refresh()
        self._show_missing_letters(document)

    def _on_pdf(self) -> None:
        title, kinds = self.tr("Save as PDF"), self.tr("PDF files (*.pdf)")
        proposed = self._session.path.with_suffix(PDF_SUFFIX)
        chosen = ask_path_with_suffix(self, title, proposed, kinds)
        if chosen:
            self.pdf_requested.emit(Path(chosen))

    def _on_chosen(self, key: str) -> None:
        self.jump_requested.emit(Key.parse(key))
