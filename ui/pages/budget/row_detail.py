"""The foot of the tree: its keys, and all that there is to say of the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ...theme.theme import Theme
from ...widgets.key_hints import KeyHints
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column, build_row
from ...widgets.popover import SourceDot
from .texts import BudgetTexts
from .tree_model import DETAIL_ROLE, IS_UNSURE_ROLE, GrantModel


class RowDetail(QWidget):
    """The reasons of a row, and a dot with the sources of those that are not confirmed."""

    def __init__(self, model: GrantModel, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__()
        self._model, self._texts = model, texts
        unfolds = QCoreApplication.translate("BudgetPage", "unfolds")
        enter = QCoreApplication.translate("BudgetPage", "Enter")
        opens = QCoreApplication.translate("BudgetPage", "opens where it is planned")
        self.dot, self.label = SourceDot(theme, "", ""), wrapped_label("", "quiet")
        detail = build_row(None, self.dot, self.label, spacing=0.5)
        detail.setStretchFactor(self.label, 1)
        detail.setAlignment(self.dot, Qt.AlignmentFlag.AlignTop)
        build_column(self, KeyHints(("→", unfolds), (enter, opens)), detail, spacing=0.5)

    def show_row(self, index: QModelIndex) -> None:
        """Show the reasons of a row of the model."""
        self.label.setText(str(index.data(DETAIL_ROLE) or ""))
        self.label.setVisible(bool(self.label.text()))
        part = self._model.part(index)
        is_unsure = bool(index.data(IS_UNSURE_ROLE)) and part is not None
        self.dot.setVisible(is_unsure)
        if is_unsure and part is not None:
            unsure = [line for line in part.lines if not line.evidence.is_confirmed]
            sources = "\n".join(self._texts.describe_sources(unsure))
            self.dot.show_source(str(index.data() or ""), sources)
