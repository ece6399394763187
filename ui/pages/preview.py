"""The preview: the pages as they will be, each answer a way back to where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.blocks import Document

from ..access import name
from ..buttons import ButtonRow, button_group, tool_button
from ..labels import wrapped
from ..paper.layout import Layout
from ..paper.shelf import Fit
from ..paper.style import Style
from ..paper.view import PaperView
from ..session import Session
from ..theme import GRID, Look, set_role
from ..timing import single_shot
from .base import Page
from .maker import step_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

REST = 300
"""Milliseconds without a change of the draft before the pages follow it."""
SHARE = 0.012
"""Seconds of work at a time; between two shares the window answers."""
PATIENCE = 0.5
"""Seconds after which progress is shown."""
_SCROLLS = (
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down),
)


class PreviewPage(Page):
    """Shows the pages for a profile. It asks for the blocks, lays them out, follows changes."""

    document_wanted = Signal(str, str)
    """Profile and language; the answer comes through `show_document`."""

    def __init__(self, session: Session, profiles: tuple[str, ...], look: Look) -> None:
        """Build the page; nothing is laid out before it is shown."""
        super().__init__("", is_filling=True)
        self.set_title(self.tr("Preview"))
        self._session = session
        self._language = ""
        self._laid_out: tuple[Draft, str, str] | None = None
        self._work: Iterator[float] | None = None
        self._layout: Layout | None = None
        self._began = 0.0
        self._shown_page = -1
        self.view = PaperView(look)
        self.view.chosen.connect(self._on_chosen)
        self.view.place_changed.connect(self._on_place)
        self._build(profiles, look)
        self._rest_timer, self._part_timer = single_shot(self, REST), single_shot(self, 0)
        self._rest_timer.timeout.connect(self._begin)
        self._part_timer.timeout.connect(self._do_part)
        self._shortcuts()

    def refresh(self) -> None:
        """Lay out the present draft, once the page stands."""
        if self._laid_out != self._wanted:
            self.wait_label.setVisible(self.view.paper is None)
            self._rest_timer.start(0)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change once typing rests."""
        self._rest_timer.start(REST)

    def show_as(self, profile: str, language: str) -> None:
        """Show the pages for a profile and in a language."""
        place = self.profile_box.findData(profile)
        self.profile_box.setCurrentIndex(max(place, 0))
        self._language = language
        if self.isVisible():
            self.refresh()

    def show_document(self, document: Document, style: bytes) -> None:
        """Lay out the blocks of the document asked for."""
        self._layout = Layout(document, Style.read(style))
        self._work = self._layout.work()
        self._part_timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that scroll to the pages."""
        if event.key() in _SCROLLS:
            QCoreApplication.sendEvent(self.view, event)
        else:
            super().keyPressEvent(event)

    def _build(self, profiles: tuple[str, ...], look: Look) -> None:
        hint = self.tr("The pages as they will be. Click an answer to go to where it is written.")
        self.column.addWidget(wrapped(hint, "quiet"))
        self.column.addWidget(self._tools(profiles, look))
        self.column.addLayout(self._place())
        self.wait_label = wrapped(self.tr("The pages are being laid out …"), "quiet")
        self.progress_bar = QProgressBar()
        self.progress_bar.setRange(0, 100)
        self.progress_bar.setTextVisible(False)
        name(self.progress_bar, self.tr("Laying out the pages"))
        self.progress_bar.hide()
        self.column.addWidget(self.wait_label)
        self.column.addWidget(self.progress_bar)
        self.column.addWidget(self.view, 1)

    def _tools(self, profiles: tuple[str, ...], look: Look) -> QWidget:
        names = {"clean": self.tr("Fit to send"), "questions": self.tr("For working")}
        self.profile_box = QComboBox()
        for one in profiles:
            self.profile_box.addItem(names.get(one, one), one)
        name(self.profile_box, self.tr("What goes in"))
        self.profile_box.currentIndexChanged.connect(self.refresh)
        self.width_button = QPushButton(self.tr("Page width"))
        self.whole_button = QPushButton(self.tr("Whole page"))
        for button in (self.width_button, self.whole_button):
            button.setCheckable(True)
        self.width_button.clicked.connect(self._on_width)
        self.whole_button.clicked.connect(self._on_whole)
        self.smaller_button = tool_button(look.icon("minus"), self.tr("Smaller"))
        self.larger_button = tool_button(look.icon("plus"), self.tr("Larger"))
        self.smaller_button.clicked.connect(self.view.zoom_out)
        self.larger_button.clicked.connect(self.view.zoom_in)
        self.zoom_label, self.page_label = QLabel(), QLabel()
        set_role(self.zoom_label, "quiet")
        set_role(self.page_label, "quiet")
        zoom = button_group(self.smaller_button, self.zoom_label, self.larger_button)
        return ButtonRow(self.profile_box, button_group(self.width_button, self.whole_button), zoom)

    def _place(self) -> QHBoxLayout:
        """Build the line that tells which page is in sight, and which answers are on it."""
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.answer_box = QComboBox()
        self.answer_box.setPlaceholderText(self.tr("Go to an answer on this page"))
        name(self.answer_box, self.tr("Go to an answer on this page"))
        self.answer_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.answer_box.activated.connect(self._on_answer)
        row.addWidget(self.page_label)
        row.addWidget(self.answer_box, 1)
        return row

    def _shortcuts(self) -> None:
        steps = QKeySequence.StandardKey
        for keys, deed in (
            (QKeySequence(steps.ZoomIn), self.view.zoom_in),
            (QKeySequence("Ctrl+="), self.view.zoom_in),
            (QKeySequence(steps.ZoomOut), self.view.zoom_out),
            (QKeySequence("Ctrl+0"), self._on_width),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    @property
    def _wanted(self) -> tuple[Draft, str, str]:
        return self._session.draft, str(self.profile_box.currentData()), self._language

    def _begin(self) -> None:
        """Ask for the blocks of the present draft."""
        self._rest_timer.setInterval(REST)
        self._part_timer.stop()
        self._work = None
        self._began = monotonic()
        self._laid_out = self._wanted
        self.document_wanted.emit(self._laid_out[1], self._laid_out[2])

    def _do_part(self) -> None:
        """Lay out for a moment; show how far it is if it takes long."""
        if self._work is None or self._layout is None:
            return
        end = monotonic() + SHARE
        for done in self._work:
            now = monotonic()
            if now - self._began > PATIENCE:
                self.progress_bar.show()
                self.progress_bar.setValue(round(done * 100))
            if now > end:
                self._part_timer.start()
                return
        self._work = None
        self.progress_bar.hide()
        self.wait_label.hide()
        paper = self._layout.paper
        self._shown_page = -1
        every = {spot.key for page in paper.pages for spot in page.spots()}
        names = {key: self._name(Key.parse(key)) for key in every}
        self.view.show_answers(paper, {key: one for key, one in names.items() if one})

    def _name(self, key: Key) -> str:
        """Say which answer it is and whose; nothing for one that no page asks now."""
        session = self._session
        if not step_of(key, session):
            return ""
        place = session.texts.short(key.question) or key.question
        spec = session.form.lists.get(session.form.list_of(key.question))
        owner = session.draft.text(spec.name, key.item) if spec else ""
        return f"{place} – {owner}" if owner and spec and spec.name != key.question else place

    def _on_place(self) -> None:
        view = self.view
        self.zoom_label.setText(self.tr("{} %").format(view.percent))
        self.width_button.setChecked(view.fit is Fit.WIDTH)
        self.whole_button.setChecked(view.fit is Fit.PAGE)
        if view.paper is None:
            return
        count = len(view.paper.pages)
        self.page_label.setText(self.tr("Page {0} of {1}").format(view.page + 1, count))
        if view.page != self._shown_page:
            self._shown_page = view.page
            self.answer_box.clear()
            listed = {spot.key: None for spot in view.answers(view.page)}
            for key in listed:
                self.answer_box.addItem(view.name_of(key), key)
            self.answer_box.setCurrentIndex(-1)
            self.answer_box.setEnabled(bool(listed))

    def _on_width(self) -> None:
        self.view.set_fit(Fit.WIDTH)

    def _on_whole(self) -> None:
        self.view.set_fit(Fit.PAGE)

    def _on_answer(self, place: int) -> None:
        self._on_chosen(str(self.answer_box.itemData(place)))
        self.answer_box.setCurrentIndex(-1)

    def _on_chosen(self, key: str) -> None:
        self.asked_for.emit(Key.parse(key))
