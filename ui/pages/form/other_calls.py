"""What is set aside of other calls: folded by section, and built when it is unfolded.

A proposal that is carried to another call may leave hundreds of answers without a place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.carry_marks import list_carried_aside
from erasmus_desk.draft.display_names import name_item
from erasmus_desk.draft.model import Orphan
from erasmus_desk.draft.set_aside import SetAsideRecord, SetAsideSection, collect_records

from ...i18n import plurals
from ...i18n.value_text import format_value
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import NO_MARGINS, build_column, clear_layout
from ..base import Card
from ..checks.cards import FoldedPart, FoldHead, HeadText
from .set_aside_cards import SetAsideCards, build_pair, list_answers


class OtherCallsView(QWidget):
    """The answers of other calls, each as it was there."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._column = build_column(self, spacing=0)
        self.parts: list[FoldedPart] = []
        """The sections of all calls, in order."""

    def refresh(self) -> None:
        """Show what is set aside now."""
        clear_layout(self._column)
        self.parts = []
        by_call: dict[str, list[Orphan]] = {}
        for call, orphan in list_carried_aside(self._session.draft):
            by_call.setdefault(call, []).append(orphan)
        for call, orphans in by_call.items():
            self._add_call(call, orphans)

    def _add_call(self, call: str, orphans: list[Orphan]) -> None:
        other = self._session.find_other(self._session, call)
        name = other.texts.get("pack.short") if other else call
        note = self.tr(
            "These answers have no place in this call. They stay in your proposal, but not in the "
            "Word file. Copy what you need. If you carry the proposal back to {}, they return."
        ).format(name)
        self._column.addSpacing(GRID * 2)
        self._column.addWidget(wrapped_label(self.tr("From {}").format(name), "heading"))
        self._column.addWidget(wrapped_label(note, "quiet"))
        self._column.addSpacing(GRID)
        card = Card(margins=NO_MARGINS, spacing=0)
        self._column.addWidget(card)
        parts: list[FoldedPart] = []
        found = [one.key for one in orphans if other and other.value(one.key) is not None]
        if other is not None:
            for section in collect_records(found, other.draft, other.pack):
                title = other.texts.section_name(section.section)
                count = len(tuple(list_answers(*section.records)))
                build = partial(_build_section, section, other)
                parts.append(self._build_part(title, count, build))
        rest = [one for one in orphans if one.key not in found]
        if rest:
            build = partial(_build_plainly, rest, self._session)
            parts.append(self._build_part(self.tr("Other answers"), len(rest), build))
        for part in parts:
            card.column.addWidget(part)
        self.parts += parts

    def _build_part(
        self, name: str, count: int, build: Callable[[], tuple[QWidget, ...]]
    ) -> FoldedPart:
        text = HeadText(name, plurals.hidden_answers(count))
        return FoldedPart(FoldHead(self._theme, text), build)


def _build_section(section: SetAsideSection, other: Session) -> tuple[QWidget, ...]:
    """Build the records of a section."""
    return tuple(_build_record(record, other) for record in section.records)


def _build_record(record: SetAsideRecord, other: Session) -> QWidget:
    """Build the answers of a record below its name, and the rows inside it."""
    list_id, item = record.record
    content = SetAsideCards(other).build_content(record)
    if not list_id:
        return _pad(*content)
    name = name_item(other.draft, other.pack, other.texts, list_id, item).text
    return _pad(wrapped_label(name, "label"), *content)


def _build_plainly(orphans: list[Orphan], session: Session) -> tuple[QWidget, ...]:
    """Build answers of a call that is not here, as they are in the file."""
    pairs = (
        build_pair(
            one.wording, selectable_label(format_value(one.value, session.texts), one.wording)
        )
        for one in orphans
    )
    return (_pad(*pairs),)


def _pad(*content: QWidget) -> QWidget:
    padded = QWidget()
    build_column(padded, *content, margins=(2, 1, 2, 2), spacing=1.5)
    return padded
