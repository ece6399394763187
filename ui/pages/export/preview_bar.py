"""What stands above the preview: what goes in, how large, which page, which answers, the PDF."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...theme.theme import GRID, Look, set_role
from ...widgets.accessibility import name
from ...widgets.buttons import ButtonRow, button_group, tool_button
from .answer_view import PaperView
from .page_view import Fit

WHOLE = ("clean", "questions")
"""The profiles that show the whole proposal."""


SIGNS = 26
"""Signs of an answer's name that are seen before the list is opened."""


class PreviewBar(QWidget):
    """Two lines of choices that act on the pages, or tell what was chosen."""

    profile_chosen = Signal()
    answer_chosen = Signal(str)
    """The text form of the key of an answer on the page in sight."""
    pdf_asked = Signal()

    def __init__(self, view: PaperView, look: Look) -> None:
        """Build for the pages of a view."""
        super().__init__()
        self._view = view
        self._shown = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._sizes(look))
        layout.addWidget(self._place())
        view.place_changed.connect(self._on_place)
        steps = QKeySequence.StandardKey
        self._shortcut(QKeySequence(steps.ZoomIn), self._view.zoom_in)
        self._shortcut(QKeySequence("Ctrl+="), self._view.zoom_in)
        self._shortcut(QKeySequence(steps.ZoomOut), self._view.zoom_out)
        self._shortcut(QKeySequence("Ctrl+0"), self._on_width)

    @property
    def profile(self) -> str:
        """What goes in."""
        return str(self.profile_box.currentData())

    def set_profile(self, profile: str) -> None:
        """Choose what goes in; what shows no whole proposal counts as the first."""
        self.profile_box.setCurrentIndex(max(self.profile_box.findData(profile), 0))

    def renew(self) -> None:
        """Tell of the page in sight once more: its answers may be others."""
        self._shown = -1
        self._on_place()

    def _sizes(self, look: Look) -> QWidget:
        names = {"clean": self.tr("Fit to send"), "questions": self.tr("For working")}
        self.profile_box = QComboBox()
        for one in WHOLE:
            self.profile_box.addItem(names[one], one)
        name(self.profile_box, self.tr("What goes in"))
        self.profile_box.currentIndexChanged.connect(self.profile_chosen)
        self.width_button = QPushButton(self.tr("Page width"))
        self.whole_button = QPushButton(self.tr("Whole page"))
        for button in (self.width_button, self.whole_button):
            button.setCheckable(True)
        self.width_button.clicked.connect(self._on_width)
        self.whole_button.clicked.connect(self._on_whole)
        self.smaller_button = tool_button(look.icon("minus"), self.tr("Smaller"))
        self.larger_button = tool_button(look.icon("plus"), self.tr("Larger"))
        self.smaller_button.clicked.connect(self._view.zoom_out)
        self.larger_button.clicked.connect(self._view.zoom_in)
        self.zoom_label = QLabel()
        set_role(self.zoom_label, "quiet")
        fits = button_group(self.width_button, self.whole_button)
        zoom = button_group(self.smaller_button, self.zoom_label, self.larger_button)
        return ButtonRow(self.profile_box, fits, zoom)

    def _place(self) -> QWidget:
        self.page_label = QLabel()
        set_role(self.page_label, "quiet")
        self.answer_box = QComboBox()
        self.answer_box.setPlaceholderText(self.tr("Answers on this page"))
        name(self.answer_box, self.tr("Answers on this page"))
        # The longest name of an answer must not make the page wider than the window.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.answer_box.setSizeAdjustPolicy(policy)
        self.answer_box.setMinimumContentsLength(SIGNS)
        self.answer_box.activated.connect(self._on_answer)
        self.pdf_button = QPushButton(self.tr("Save as PDF …"))
        set_role(self.pdf_button, "primary")
        self.pdf_button.clicked.connect(self.pdf_asked)
        return ButtonRow(self.page_label, self.answer_box, self.pdf_button)

    def _shortcut(self, keys: QKeySequence, deed: object) -> None:
        shortcut = QShortcut(keys, self._view)
        shortcut.activated.connect(deed)

    def _on_place(self) -> None:
        view = self._view
        self.zoom_label.setText(self.tr("{} %").format(view.percent))
        self.width_button.setChecked(view.fit is Fit.WIDTH)
        self.whole_button.setChecked(view.fit is Fit.PAGE)
        if view.paper is None:
            return
        count = len(view.paper.pages)
        self.page_label.setText(self.tr("Page {0} of {1}").format(view.page + 1, count))
        if view.page == self._shown:
            return
        self._shown = view.page
        self.answer_box.clear()
        listed = {spot.key: None for spot in view.answers(view.page)}
        for key in listed:
            self.answer_box.addItem(view.name_of(key), key)
        self.answer_box.setCurrentIndex(-1)
        self.answer_box.setEnabled(bool(listed))
        wanted = self.answer_box.view().sizeHintForColumn(0) + GRID * 3
        self.answer_box.view().setMinimumWidth(min(wanted, view.width()))

    def _on_width(self) -> None:
        self._view.set_fit(Fit.WIDTH)

    def _on_whole(self) -> None:
        self._view.set_fit(Fit.PAGE)

    def _on_answer(self, place: int) -> None:
        key = str(self.answer_box.itemData(place))
        self.answer_box.setCurrentIndex(-1)
        self.answer_chosen.emit(key)
