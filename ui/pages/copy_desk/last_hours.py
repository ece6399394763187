"""The last hours before the deadline: what to go through, as the call says it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from erasmus_desk.draft import copying
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import list_papers
from erasmus_desk.draft.visibility import available_options, find_deadline, visible_questions
from erasmus_desk.i18n import formats
from erasmus_desk.moments import to_local

from ...fields.point_list import PointList
from ...i18n.dates import add_zone, format_moment
from ...session.session import Session
from ...widgets.buttons import text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, clear_layout
from ..base import Card
from ..papers_card import describe_papers, name_organisations
from ..question_texts import format_option


class PointGroup(Struct, frozen=True):
    """Points to tick below a heading; `key` is the answer, or the program's note, of the ticks."""

    title: str
    points: dict[str, str]
    key: Key


def describe_deadline(moment: datetime, language: str, now: datetime | None = None) -> str:
    """Return when the deadline is or, from its very minute on, was.

    The clock of the computer is read as `now` unless that is given.
    """
    at = add_zone(format_moment(moment, language), moment)
    text = QCoreApplication.translate("LastHoursCard", "The deadline is {}.")
    if (now or datetime.now(UTC)) >= moment:
        text = QCoreApplication.translate("LastHoursCard", "The deadline was {}.")
    return text.format(at)


class LastHoursCard(Card):
    """Shows the deadline, and papers and annexes to tick; every tick is kept with the draft.

    The lists of the form itself (annexes, checklist) are the answers to its questions: a tick
    here is a tick there. What the call says besides is ticked here alone.
    """

    jump_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(spacing=2)
        self._session = session
        self.deadline_label = wrapped_label("")
        self.here_label = wrapped_label("", "quiet")
        self.lists: tuple[PointList, ...] = ()
        self._groups: tuple[PointGroup, ...] = ()
        self._body = QVBoxLayout()
        title = wrapped_label(self.tr("The last hours"), "heading")
        self.papers_label = wrapped_label("")
        dates = self.tr("Dates of the papers")
        self.papers_button = text_button(dates, self._on_papers, "link")
        papers = (self.papers_label, self.papers_button)
        add_content(self.column, title, self.deadline_label, self.here_label, *papers, self._body)

    def refresh(self) -> None:
        """Show the deadline, and the points with their ticks."""
        self._show_deadline()
        groups = tuple(self._find_groups())
        if groups != self._groups:
            self._groups = groups
            clear_layout(self._body)
            self.lists = tuple(PointList(one.title, one.points) for one in groups)
            for group, shown in zip(groups, self.lists, strict=True):
                shown.ticked.connect(partial(self._on_ticked, group))
            add_content(self._body, *self.lists)
        self._show_papers()
        draft = self._session.draft
        for group, shown in zip(groups, self.lists, strict=True):
            shown.show_ticks(set(draft.items(group.key.question, group.key.item)))

    def _find_groups(self) -> Iterator[PointGroup]:
        """Yield what to tick: what the call says of the last hours, then the lists of the form."""
        session = self._session
        draft, pack, texts = session.draft, session.pack, session.texts
        for fact in pack.online_form.last_hours if pack.online_form is not None else ():
            found = texts.paragraphs(f"fact.{fact}.value")
            # The id says how many points there are: other words of a call have no old ticks.
            points = {f"{place}/{len(found)}": text for place, text in enumerate(found, start=1)}
            yield PointGroup(texts.get(f"fact.{fact}.label"), points, Key(copying.TICKED, fact))
        for one in visible_questions(draft, pack):
            options = pack.option_set(one.question)
            if options is not None and copying.is_ticked_only(one):
                offered = available_options(one.question, draft, pack, one.key.item)
                points = {choice.id: format_option(options, choice, texts) for choice in offered}
                yield PointGroup(texts.short_label(one.question.id), points, one.key)

    def _on_ticked(self, group: PointGroup, point: str, is_ticked: bool) -> None:
        session, key = self._session, group.key
        if key.question == copying.TICKED:
            session.note(copying.tick_point(session.draft, key.item, point, is_ticked=is_ticked))
            self.refresh()
            return
        chosen = {*session.draft.items(key.question, key.item)} - {point}
        chosen |= {point} if is_ticked else set()
        unknown = (one for one in sorted(chosen) if one not in group.points)
        session.edit(key, (*(one for one in group.points if one in chosen), *unknown))

    def _show_papers(self) -> None:
        """Show how many papers were received; the dates are typed where the form asks for them."""
        texts = self._session.texts
        listed = list_papers(self._session.draft, self._session.pack)
        names = name_organisations(self._session)
        lines = [
            formats.join_label(
                texts.get(f"paper.{paper.id}.name"),
                describe_papers(signed, self._session, names),
                texts.language,
            )
            for paper, signed in listed
            if signed
        ]
        self.papers_label.setText("\n".join(lines))
        for part in (self.papers_label, self.papers_button):
            part.setVisible(bool(lines))

    def _on_papers(self) -> None:
        self.jump_requested.emit(Key(self._session.pack.papers[0].question))

    def _show_deadline(self) -> None:
        found = find_deadline(self._session.draft, self._session.pack)
        self.deadline_label.setVisible(found is not None)
        self.here_label.hide()
        if found is None:
            return
        language = self._session.texts.language
        self.deadline_label.setText(describe_deadline(found.at, language))
        here = to_local(found.at)
        if here.utcoffset() != found.at.utcoffset():
            text = self.tr("By the clock of this computer: {}")
            self.here_label.setText(text.format(format_moment(here, language)))
            self.here_label.show()
