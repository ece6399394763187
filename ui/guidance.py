"""The guidance beside a page: what is asked, what assessors look for, how to build it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from erasmus_desk.call.form import Question
from erasmus_desk.draft.model import Key

from . import counts
from .labels import bulleted, wrapped
from .pages.wording import check_reason
from .session import Session
from .theme import GRID, set_role


class GuidancePane(QScrollArea):
    """Shows the guidance of one question at a time."""

    def __init__(self, session: Session) -> None:
        """Begin with how to use the pane."""
        super().__init__()
        self._session = session
        self._shown: str | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Guidance"))
        set_role(self, "page")
        self.show_question(None)

    def show_key(self, key: Key) -> None:
        """Show the guidance of the question that is answered at `key`."""
        question = self._session.form.questions.get(key.question)
        if question is not None and question.id != self._shown:
            self.show_question(question)

    def show_question(self, question: Question | None) -> None:
        """Show the guidance of a question, or how to use the pane."""
        self._shown = question.id if question else None
        body = QWidget()
        set_role(body, "page")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(GRID * 2, GRID * 3, GRID * 2, GRID * 3)
        layout.setSpacing(GRID)
        if question is None:
            layout.addWidget(wrapped(self.tr("Guidance"), "heading"))
            hint = self.tr("Put the cursor into a question to see what it is about.")
            layout.addWidget(wrapped(hint, "quiet"))
        else:
            for widget in self._parts(question):
                layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(body)

    def _parts(self, question: Question) -> list[QWidget]:
        texts = self._session.texts
        parts: list[QWidget] = [wrapped(texts.short(question.id), "heading")]
        layers = (
            ("asks", self.tr("What is asked")),
            ("assessors", self.tr("What assessors look for")),
            ("build", self.tr("A way to build the answer")),
            ("elements", self.tr("Elements to mention")),
        )
        for layer, title in layers:
            paragraphs = texts.paragraphs(f"question.{question.id}.{layer}")
            if not paragraphs:
                continue
            parts.append(wrapped(title, "label"))
            is_list = layer in ("build", "elements") and len(paragraphs) > 1
            parts.extend(map(bulleted if is_list else wrapped, paragraphs))
        parts.extend(self._criteria(question))
        reason = check_reason(question.evidence, self._session.pack)
        parts.append(wrapped(reason, "quiet"))
        return parts

    def _criteria(self, question: Question) -> list[QWidget]:
        criteria = [one for one in self._session.pack.criteria if one.id in question.feeds]
        if not criteria:
            return []
        parts: list[QWidget] = [wrapped(self.tr("Counts for"), "label")]
        for criterion in criteria:
            name = self._session.texts.get(f"criterion.{criterion.id}.name")
            parts.append(wrapped(f"{name}: {counts.points(criterion.points.value)}"))
        return parts
