"""The papers that organisations sign: a card with the dates of each, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.display_names import find_namesakes, name_item
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import (
    PaperStep,
    SignedPaper,
    find_paper_key,
    is_paper_key,
    list_papers,
)
from erasmus_desk.i18n import formats

from ..fields.base import CellFrame
from ..fields.line_fields import DateField
from ..session.session import Session
from ..theme.theme import GRID, Theme
from ..widgets.accessibility import set_accessible_name
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_column, clear_layout


def name_step(step: PaperStep) -> str:
    """Return what is done with a paper as the name of its date."""
    names = {
        PaperStep.SENT: QCoreApplication.translate("PapersCard", "Sent"),
        PaperStep.SIGNED: QCoreApplication.translate("PapersCard", "Signed"),
        PaperStep.RECEIVED: QCoreApplication.translate("PapersCard", "Received"),
    }
    return names[step]


def describe_papers(
    signed: tuple[SignedPaper, ...], session: Session, names: Mapping[str, str]
) -> str:
    """Return how many of a paper were received, and whose are missing.

    `names` are those of the organisations.
    """
    missing = [one for one in signed if not one.is_received]
    counts = QCoreApplication.translate("PapersCard", "{0} of {1} received.").format(
        len(signed) - len(missing), len(signed)
    )
    if not missing:
        return counts
    entries = (f"{names.get(one.organisation, '')}{_name_state(one)}" for one in missing)
    whose = formats.join_entries(entries, session.texts.language)
    text = QCoreApplication.translate("PapersCard", "Missing: {}.").format(whose)
    return f"{counts} {text}"


def name_organisations(session: Session) -> dict[str, str]:
    """Return the names of the organisations by their items."""
    draft, pack, listed = session.draft, session.pack, session.pack.role("organisations")
    if not listed:
        return {}
    namesakes = find_namesakes(draft, pack.form.lists[listed])
    return {
        item: name_item(draft, pack, session.texts, listed, item, namesakes).text
        for item in draft.items(listed)
    }


def _name_state(signed: SignedPaper) -> str:
    """Return how far a paper is that is missing, in brackets; nothing if nothing was done."""
    states = {
        None: "",
        PaperStep.SENT: QCoreApplication.translate("PapersCard", "sent"),
        PaperStep.SIGNED: QCoreApplication.translate("PapersCard", "signed"),
    }
    state = states.get(signed.last_step, "")
    return f" ({state})" if state else ""


class PapersCard(CellFrame):
    """Shows each paper of the call with the organisations that sign it, each with three dates.

    The fields are built anew when organisations come or go; a date that changes is shown in them.
    """

    def __init__(self, questions: frozenset[str], session: Session, theme: Theme) -> None:
        """Show the papers that these questions ask for."""
        super().__init__()
        self._questions, self._session, self._theme = questions, session, theme
        self._rows: tuple[tuple[str, str, str], ...] = ()
        self.count_labels: dict[str, QLabel] = {}
        self._body = build_column(None, spacing=1.5)
        heading = wrapped_label(self.tr("Papers to be signed"), "heading")
        hint = self.tr("Dates are for you alone: they are in no Word file and not in the form.")
        parts = (heading, wrapped_label(hint, "quiet"), self._body)
        build_column(self, *parts, margins=(0, 2, 0, 1), spacing=1)
        self.edited.connect(session.edit)

    def refresh(self) -> None:
        """Show the current organisations and dates."""
        listed, names = self._list_papers(), name_organisations(self._session)
        rows = tuple(
            (one.paper.id, one.organisation, names[one.organisation])
            for signed in listed
            for one in signed
        )
        if rows != self._rows:
            self._rows = rows
            self._build(listed, names)
        self.setVisible(bool(rows))
        for signed in listed:
            self._show_dates(signed, names)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Show the dates that changed, and organisations that came, went or have another name."""
        listed = self._session.pack.role("organisations")
        name = self._session.form.lists[listed].name if listed else ""
        if any(is_paper_key(key) or key.question in (listed, name) for key in keys):
            self.refresh()

    def _list_papers(self) -> tuple[tuple[SignedPaper, ...], ...]:
        found = list_papers(self._session.draft, self._session.pack)
        return tuple(signed for paper, signed in found if paper.question in self._questions)

    def _show_dates(self, signed: tuple[SignedPaper, ...], names: Mapping[str, str]) -> None:
        for one in signed:
            for step in PaperStep:
                key = find_paper_key(one.paper.id, one.organisation, step)
                self.set_cell(key, one.dates.get(step))
        if signed:
            text = describe_papers(signed, self._session, names)
            self.count_labels[signed[0].paper.id].setText(text)

    def _build(self, listed: tuple[tuple[SignedPaper, ...], ...], names: Mapping[str, str]) -> None:
        clear_layout(self._body)
        self._cells, self.count_labels = {}, {}
        for signed in filter(None, listed):
            paper = signed[0].paper.id
            title = self._session.texts.get(f"paper.{paper}.name")
            self.count_labels[paper] = wrapped_label("", "quiet")
            rows = [self._build_row(title, one, names[one.organisation]) for one in signed]
            part = QWidget()
            build_column(part, wrapped_label(title, "label"), self.count_labels[paper], *rows)
            self._body.addWidget(part)

    def _build_row(self, title: str, signed: SignedPaper, name: str) -> QWidget:
        dates = QWidget()
        fields = (self._build_date(f"{title}, {name}", signed, one) for one in PaperStep)
        # Wider than the gap between a date and its calendar.
        FlowLayout(dates, *fields).setSpacing(GRID * 2)
        row = QWidget()
        build_column(row, wrapped_label(name), dates, margins=(0, 0.5, 0, 0), spacing=0.5)
        return row

    def _build_date(self, row: str, signed: SignedPaper, step: PaperStep) -> QWidget:
        field, cell = DateField(self._theme), QWidget()
        self.add_cell(find_paper_key(signed.paper.id, signed.organisation, step), field)
        field.set_name(f"{row}: {name_step(step)}")
        set_accessible_name(field.pick_button, f"{field.pick_button.toolTip()}: {name_step(step)}")
        build_column(cell, wrapped_label(name_step(step), "quiet"), field, spacing=0.25)
        cell.setMinimumWidth(GRID * 20)
        return cell
