"""The preview: the pages as they will be, each answer a way back to where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar

from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.export.document.blocks import Document

from ...page_layout.document_layout import Layout, Paper
from ...page_layout.styles import Style
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..base import Page
from .answer_view import PaperView
from .page import MadeBox, ask_target
from .preview_bar import PreviewBar

PDF = ".pdf"
REST = 300
"""Milliseconds without a change of the draft before the pages follow it."""
SIGHT = 20
"""Milliseconds in which the page itself is painted before the work begins."""
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
    pdf_wanted = Signal(object)
    """The path of the PDF that these pages shall become."""

    def __init__(self, session: Session, look: Look, is_asked: Callable[[Key], bool]) -> None:
        """Build the page; `is_asked` tells of an answer whether any page shows it now."""
        super().__init__("", is_filling=True)
        self.set_title(self.tr("Preview"))
        self._session = session
        self._is_asked = is_asked
        self._language = ""
        self._laid_out: tuple[Draft, str, str] | None = None
        self._work: Iterator[float] | None = None
        self._layout: Layout | None = None
        self._began = 0.0
        self._rest_timer, self._part_timer = single_shot(self, REST), single_shot(self, 0)
        self._rest_timer.timeout.connect(self._begin)
        self._part_timer.timeout.connect(self._do_part)
        self._build(look)

    def refresh(self) -> None:
        """Lay out the present draft, once the page stands."""
        if self._laid_out != self._wanted:
            self.wait_label.setVisible(self.view.paper is None)
            self._rest_timer.start(SIGHT)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change once typing rests."""
        self._rest_timer.start(REST)

    def show_as(self, profile: str, language: str) -> None:
        """Show the pages for a profile and in a language."""
        self._language = language
        self.bar.set_profile(profile)
        self.refresh()

    def show_document(self, document: Document, style: bytes) -> None:
        """Lay out the blocks of the document asked for."""
        self._layout = Layout(document, Style.read(style))
        self._work = self._layout.work()
        self._part_timer.start()

    def paper(self) -> Paper:
        """Give the pages of the present draft, laid out to the end. Raises ValueError for none."""
        if self._laid_out != self._wanted:
            self._begin()
        self._part_timer.stop()
        for _ in self._work or ():
            pass
        self._finish()
        if self.view.paper is None:
            raise ValueError("nothing to print")
        return self.view.paper

    def show_result(self, text: str, made: Path | None) -> None:
        """Say how the printing went; with a file, offer to open it."""
        self.made_box.show_result(text, made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that scroll to the pages: the title has the focus in their stead."""
        if event.key() in _SCROLLS:
            QCoreApplication.sendEvent(self.view, event)
        else:
            super().keyPressEvent(event)

    def _build(self, look: Look) -> None:
        hint = self.tr("The pages as they will be. Click an answer to go to where it is written.")
        self.view = PaperView(look)
        self.view.setMinimumHeight(GRID * 40)
        self.view.chosen.connect(self._on_chosen)
        self.bar = PreviewBar(self.view, look)
        self.bar.profile_chosen.connect(self.refresh)
        self.bar.answer_chosen.connect(self._on_chosen)
        self.bar.pdf_asked.connect(self._on_pdf)
        self.wait_label = wrapped(self.tr("The pages are being laid out …"), "quiet")
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        name(self.progress_bar, self.tr("Laying out the pages"))
        self.progress_bar.hide()
        self.made_box = MadeBox()
        self.column.addWidget(wrapped(hint, "quiet"))
        for widget in (self.bar, self.made_box, self.wait_label, self.progress_bar):
            self.column.addWidget(widget)
        self.column.addWidget(self.view, 1)

    @property
    def _wanted(self) -> tuple[Draft, str, str]:
        return self._session.draft, self.bar.profile, self._language

    def _begin(self) -> None:
        """Ask for the blocks of the present draft."""
        self._rest_timer.stop()
        self._part_timer.stop()
        self._work = None
        self._began = monotonic()
        self._laid_out = self._wanted
        self.document_wanted.emit(self.bar.profile, self._language)

    def _do_part(self) -> None:
        """Lay out for a moment; show how far it is if it takes long."""
        end = monotonic() + SHARE
        for done in self._work or ():
            now = monotonic()
            if now - self._began > PATIENCE:
                self.progress_bar.show()
                self.progress_bar.setValue(round(done * 100))
            if now > end:
                self._part_timer.start()
                return
        self._finish()

    def _finish(self) -> None:
        """Show what is laid out."""
        if self._work is None or self._layout is None:
            return
        self._work = None
        self.progress_bar.hide()
        self.wait_label.hide()
        paper = self._layout.paper
        every = {spot.key for page in paper.pages for spot in page.spots()}
        names = {key: self._name(Key.parse(key)) for key in every}
        self.view.show_answers(paper, {key: one for key, one in names.items() if one})
        self.bar.renew()

    def _name(self, key: Key) -> str:
        """Say which answer it is and whose; nothing for one that no page asks now."""
        session = self._session
        if not self._is_asked(key):
            return ""
        place = session.texts.short(key.question) or key.question
        spec = session.form.lists.get(session.form.list_of(key.question))
        owner = session.draft.text(spec.name, key.item) if spec else ""
        return f"{place} – {owner}" if owner and spec and spec.name != key.question else place

    def _on_pdf(self) -> None:
        title, kinds = self.tr("Save as PDF"), self.tr("PDF files (*.pdf)")
        chosen = ask_target(self, title, str(self._session.path.with_suffix(PDF)), kinds)
        if chosen and Path(chosen).suffix.lower() != PDF:
            named = f"{chosen}{PDF}"
            # The dialog did not ask about this name; where it is taken, it has to.
            chosen = ask_target(self, title, named, kinds) if Path(named).exists() else named
        if chosen:
            self.pdf_wanted.emit(Path(chosen))

    def _on_chosen(self, key: str) -> None:
        self.asked_for.emit(Key.parse(key))
