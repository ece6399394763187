"""For whom a Word file is made: one partner or all of them, by when they answer, or just a name."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erasmus_desk.draft.display_names import title
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.export.export import language_beside
from erasmus_desk.i18n import formats

from ...fields.choice_fields import Choice, ChoiceField
from ...fields.line_fields import DateField, LineField
from ...fields.question_box import QuestionBox, Wording
from ...session.session import Session
from ...theme.theme import Look

PARTNERS = "partners"
"""The profile that is made for one partner."""
ALL = "all"
"""Instead of one partner: each of them, in a file of its own."""
NONE = "none"


class Recipient(Struct, frozen=True):
    """Who gets a file. `partner` is the item of an organisation, or `ALL`, or empty."""

    name: str = ""
    partner: str = ""
    reply_by: date | None = None
    beside: str = ""


class RecipientBox(QWidget):
    """Asks for the partner and the day, or for a name, as the profile wants it."""

    changed = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        """Build all fields; the profile decides which are shown."""
        super().__init__()
        self._session = session
        self._values: dict[str, Value | None] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.partner_field = ChoiceField(())
        self.reply_field = DateField(look)
        beside = [Choice(NONE, self.tr("None"))]
        language = session.texts.language
        beside += [
            Choice(one, formats.language_name(one, language)) for one in session.pack.languages
        ]
        self.beside_field = ChoiceField(tuple(beside))
        self.name_field = LineField()
        self._boxes = {
            "partner": self._box("partner", self.partner_field, self.tr("Which partner"), look),
            "reply": self._box("reply", self.reply_field, self.tr("Answer by (optional)"), look),
            "beside": self._box(
                "beside", self.beside_field, self.tr("Second language of the questions"), look
            ),
            "name": self._box("name", self.name_field, self.tr("Who gets it (optional)"), look),
        }
        self._boxes["name"].setToolTip(self.tr("The file then counts as away until it comes home."))
        self.show_profile("")

    def show_profile(self, profile: str) -> None:
        """Show what a profile asks for."""
        is_partners = profile == PARTNERS
        for which, box in self._boxes.items():
            box.setVisible((which == "name") is not is_partners)

    def refresh(self) -> None:
        """Offer the organisations as they are now."""
        draft, pack = self._session.draft, self._session.pack
        parties = pack.role("organisations")
        known = [Choice(one, title(draft, pack, parties, one)) for one in draft.items(parties)]
        partners = known[1:]
        each = [Choice(ALL, self.tr("Every partner: a file for each"))] if partners[1:] else []
        offered = (*each, *partners, *known[:1])
        self.partner_field.set_choices(offered)
        chosen = self._values.get("partner")
        if chosen not in {one.id for one in offered}:
            chosen = self._values["partner"] = offered[0].id if offered else None
        self.partner_field.set_value(chosen)
        beside = self._values.setdefault("beside", language_beside(draft, pack, "") or NONE)
        self.beside_field.set_value(beside)

    def recipient(self, profile: str) -> Recipient:
        """Give who gets the file."""
        if profile != PARTNERS:
            return Recipient(name=self._text("name").strip())
        day, beside = self._values.get("reply"), self._text("beside")
        return Recipient(
            partner=self._text("partner"),
            reply_by=day if isinstance(day, date) else None,
            beside="" if beside == NONE else beside,
        )

    def partner_name(self, profile: str) -> str:
        """Give the name of the partner the file is made for, if it is for one."""
        chosen = self.recipient(profile).partner
        draft, pack = self._session.draft, self._session.pack
        parties = pack.role("organisations")
        is_one = chosen in draft.items(parties)
        return title(draft, pack, parties, chosen) if is_one else ""

    def obstacle(self, profile: str) -> str:
        """Say what is wrong with the day to answer by, if anything is."""
        day = self._values.get("reply")
        if profile != PARTNERS or day is None:
            return ""
        if not isinstance(day, date):
            return self.tr("The day to answer by is no day.")
        has_passed = day < datetime.now(UTC).astimezone().date()
        return self.tr("The day to answer by has passed.") if has_passed else ""

    def _box(
        self, name: str, field: ChoiceField | LineField, heading: str, look: Look
    ) -> QuestionBox:
        box = QuestionBox(Key(name), field, Wording(heading, ""), look)
        box.edited.connect(self._on_edited)
        self._column.addWidget(box)
        return box

    def _on_edited(self, key: Key, value: Value | None) -> None:
        self._values[key.question] = value
        self.changed.emit()

    def _text(self, name: str) -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) else ""
