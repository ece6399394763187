"""The page where files that came home are gone through, and taken in as one step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidgetItem

from erasmus_desk.draft.model import Key
from erasmus_desk.review_import.result import Answered, RowAdded, Verdict

from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import GRID, Look
from ...widgets.buttons import ButtonRow, push_button
from ...widgets.labels import wrapped
from ..answer_names import answer_name
from ..base import Page
from .change_list import ThingsTree
from .decision_card import DecisionCard
from .decision_model import Choices, Thing
from .decision_options import Choice, choice_words


class ComingPage(Page):
    """Shows what came back, conflicts first; nothing changes until it is taken in."""

    taken = Signal(object)
    """Take in what was decided in these `Choices`; the rest waits in the tray."""
    refused = Signal()
    """Leave everything as it was before the files came."""

    def __init__(self, session: Session, look: Look, choices: Choices) -> None:
        """Build list, card and the two ways out."""
        super().__init__("")
        self.set_title(self.tr("Coming home"))
        self._session = session
        self._look = look
        self.choices = choices
        self._things = choices.things
        self.files_label = wrapped(", ".join(choices.coming.files), "quiet")
        self.column.addWidget(self.files_label)
        self.summary_label = wrapped("")
        self.column.addWidget(self.summary_label)
        self.tree = ThingsTree(look)
        self.tree.currentItemChanged.connect(self._on_current)
        self.column.addWidget(self.tree)
        self.card = DecisionCard(session)
        self.card.decided.connect(self._on_decided)
        self.card.next_wanted.connect(self.show_next)
        self.card.jump_wanted.connect(self._on_jump)
        self.card.hide()
        self.column.addWidget(self.card)
        self._build_end()
        self._fill()
        choices.changed.connect(self._show_state)

    def _build_end(self) -> None:
        self.rest_label = wrapped("", "quiet")
        drawn = self._look.icons.icon("file-input", self._look.colours.accent_text)
        self.take_button = push_button(drawn, self.tr("Take it in"), "primary")
        self.take_button.clicked.connect(self._on_take)
        self.refuse_button = push_button(self._look.icon("x"), self.tr("Not now"))
        self.refuse_button.setToolTip(self.tr("The draft stays as it is, and so do the files."))
        self.refuse_button.clicked.connect(self.refused)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.rest_label)
        self.column.addWidget(ButtonRow(self.take_button, self.refuse_button))

    def refresh(self) -> None:
        """Show what the files come to beside the present draft."""
        if self._things != self.choices.things:
            self._things = self.choices.things
            self.tree.empty()
            self._fill()

    def _fill(self) -> None:
        heads = (
            (self.tr("Changed here and by them"), Verdict.CONFLICT),
            (self.tr("Changed by them"), Verdict.PROPOSED),
        )
        for title, verdict in heads:
            found = [one for one in self._things if _verdict(one) is verdict]
            self.tree.add_group(title, tuple((one, self._title(one)) for one in found))
        rows = [one for one in self._things if not isinstance(one, Answered)]
        self.tree.add_group(self.tr("Rows"), tuple((one, self._title(one)) for one in rows))
        kept = tuple((one, self._title(one)) for one in self.choices.kept)
        self.tree.add_group(self.tr("Changed here only"), kept, is_folded=True)
        self.tree.fit()
        self.summary_label.setText(self._summary())
        self._show_state()
        self.tree.choose_first()

    def _title(self, thing: Thing) -> str:
        if isinstance(thing, Answered):
            return answer_name(thing.key, self._session)
        name = answer_name(thing.order, self._session)
        came, went = self.tr("{}: a row more"), self.tr("{}: a row less")
        return (came if isinstance(thing, RowAdded) else went).format(name)

    def _summary(self) -> str:
        coming = self.choices.coming
        parts = [plurals.unchanged(coming.unchanged)]
        if coming.threads:
            parts.append(plurals.comments(len(coming.threads)))
        if coming.tray:
            parts.append(plurals.unplaced(len(coming.tray)))
        if not self._things:
            parts.insert(0, self.tr("No answer was changed."))
        return "   ·   ".join(parts)

    def _show_state(self) -> None:
        for thing in self._things:
            said = choice_words(self.choices.of(thing))
            self.tree.set_state(thing, said, is_open=self.choices.is_open(thing))
        taken, left = self.choices.taken_count, self.choices.open_count
        words = [plurals.changes(taken)]
        if left:
            words.append(plurals.left_for_later(left))
        self.rest_label.setText("   ·   ".join(words))

    def show_next(self) -> None:
        """Go on to the next thing that is not decided, else to the next one."""
        self.tree.choose_next(self.choices.is_open)

    def show_key(self, key: Key) -> bool:
        """Choose an answer in the list."""
        return self.tree.choose(key)

    def current(self) -> Thing | None:
        """Give the thing that is shown."""
        return self.tree.current_thing()

    def _on_current(self, _item: QTreeWidgetItem | None) -> None:
        thing = self.current()
        self.card.setVisible(thing is not None)
        if isinstance(thing, Answered):
            self.card.show_answer(thing, self.choices.of(thing))
            self.focused.emit(thing.key)
        elif thing is not None:
            self.card.show_row(thing, self.choices.of(thing))

    def _on_decided(self, choice: Choice) -> None:
        thing = self.current()
        if thing is not None:
            self.choices.decide(thing, choice)

    def _on_take(self) -> None:
        self.taken.emit(self.choices)

    def _on_jump(self) -> None:
        thing = self.current()
        if thing is not None:
            self.asked_for.emit(thing.key if isinstance(thing, Answered) else thing.order)


def _verdict(thing: Thing) -> Verdict | None:
    return thing.verdict if isinstance(thing, Answered) else None
