"""How far the proposal is to each of three goals, as bars with what is left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.progress import FinishLine, LineProgress

from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.buttons import icon_size
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column, build_row
from ...widgets.share_bar import SLIM, ShareBar
from .model import name_place


def name_lines() -> dict[FinishLine, tuple[str, str]]:
    """Return each goal, and what is there once it is reached."""
    return {
        FinishLine.PARTNERS: (
            QCoreApplication.translate("ChecksPage", "Ready to send to partners"),
            QCoreApplication.translate("ChecksPage", "Objectives, partners and dates are there."),
        ),
        FinishLine.ADVICE: (
            QCoreApplication.translate("ChecksPage", "Ready to show to your National Agency"),
            QCoreApplication.translate(
                "ChecksPage", "All texts, activities and the budget are there."
            ),
        ),
        FinishLine.SUBMISSION: (
            QCoreApplication.translate("ChecksPage", "Ready to submit"),
            QCoreApplication.translate("ChecksPage", "Nothing is missing or wrong."),
        ),
    }


class FinishLineRow(QWidget):
    """One goal: its name, a bar, and the pages on which something is left to do."""

    def __init__(self, line: FinishLine, name: str, reached: str, theme: Theme) -> None:
        """`reached` is what is shown once nothing is left."""
        super().__init__()
        self.line = line
        self._name, self._reached, self._theme = name, reached, theme
        self._sign = QLabel()
        self.count_label = wrapped_label("", "quiet")
        self.bar = ShareBar(theme, SLIM)
        self.note_label = wrapped_label("", "quiet")
        head = build_row(None, self._sign, wrapped_label(name, "label"))
        head.setStretch(1, 1)
        left = build_column(None, self.count_label, self.note_label, spacing=0.25)
        build_column(self, head, self.bar, left, margins=(0, 1.5, 0, 1.5))

    def show_progress(self, progress: LineProgress, session: Session, *, is_first: bool) -> None:
        """Show what is left before the goal; `is_first` if nothing is left before those above."""
        theme = self._theme
        is_reached = not progress.left
        icon = theme.good_icon("circle-check") if is_reached else theme.icon("flag")
        self._sign.setPixmap(icon.pixmap(icon_size(), icon_size()))
        counted = plurals.count_blocking(progress.problems, progress.gaps)
        reached = self.tr("Reached. {}").format(self._reached)
        self.count_label.setText(counted or reached)
        pages = ", ".join(name_place(place, session) for place in progress.places)
        if pages and not is_first:
            pages = self.tr("Also: {}").format(pages)
        self.note_label.setText(pages)
        self.note_label.setVisible(bool(pages))
        text = f"{self._name}: {self.count_label.text()}"
        self.bar.show_share(progress.share, text, is_good=is_reached)
