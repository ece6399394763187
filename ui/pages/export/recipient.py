"""The recipient of a Word file: a partner or all partners with a reply date, or a name."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.display_names import format_item_title, format_item_titles
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.organisations import find_applicant, list_partners
from erasmus_desk.i18n import formats
from erasmus_desk.moments import to_local

from ...fields.base import Field
from ...fields.choice_fields import ChoiceField
from ...fields.line_fields import DateField, LineField
from ...fields.question_box import QuestionBox
from ...fields.values import Choice, QuestionText
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.layouts import build_column

PARTNER_PROFILE = "partners"
"""The profile of a file for one partner."""
ALL_PARTNERS = "all"
"""Stands for all partners, with a file for each."""
NO_LANGUAGE = "none"


class Recipient(Struct, frozen=True):
    """The recipient of a file. `partner` is an organisation's item, `ALL_PARTNERS` or empty."""

    name: str = ""
    partner: str = ""
    reply_by: date | None = None
    second_language: str = ""


def build_language_choices(session: Session) -> tuple[Choice, ...]:
    """Return the languages of the call, by name."""
    shown = session.texts.language
    languages = session.pack.languages
    return tuple(
        Choice(code, formats.capitalise(formats.name_language(code, shown))) for code in languages
    )


class RecipientBox(QWidget):
    """Fields for the recipient: partner and reply date, or a name, depending on the profile."""

    edited = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.values: dict[str, Value | None] = {}
        """What is chosen, by the names of the fields."""
        self.partner_field = ChoiceField(())
        self.reply_field = DateField(theme)
        none = Choice(NO_LANGUAGE, self.tr("None"))
        self.second_language_field = ChoiceField((none, *build_language_choices(session)))
        self.name_field = LineField()
        fields: dict[str, tuple[Field, str]] = {
            "partner": (self.partner_field, self.tr("Which partner")),
            "reply": (self.reply_field, self.tr("Reply by (optional)")),
            "beside": (self.second_language_field, self.tr("Second language of the questions")),
            "name": (self.name_field, self.tr("Sent to (optional)")),
        }
        self._boxes = {
            name: QuestionBox(Key(name), field, QuestionText(heading, ""), theme)
            for name, (field, heading) in fields.items()
        }
        for box in self._boxes.values():
            box.set_small()
            box.edited.connect(self._on_edited)
        build_column(self, *self._boxes.values(), spacing=1.5)
        hint = self.tr("This name appears in your list of files waiting for reply.")
        self._boxes["name"].setToolTip(hint)
        self.show_profile("")

    def show_profile(self, profile: str) -> None:
        """Show the fields for a profile."""
        for name, box in self._boxes.items():
            box.setVisible((name != "name") is (profile == PARTNER_PROFILE))

    def take_values(self, values: dict[str, Value | None]) -> None:
        """Choose these; partners and languages are shown when the page is."""
        self.values = dict(values)
        self.reply_field.set_value(values.get("reply"))
        self.name_field.set_value(values.get("name"))

    def refresh(self) -> None:
        """Show the current organisations as choices."""
        draft, pack = self._session.draft, self._session.pack
        organisations = pack.role("organisations")
        partners, applicant = list_partners(draft, pack), find_applicant(draft, pack)
        # The applicant comes last.
        titles = format_item_titles(draft, pack, organisations) if organisations else {}
        choices = [Choice(one, titles[one]) for one in (*partners, *filter(None, (applicant,)))]
        if len(partners) > 1:
            choices.insert(0, Choice(ALL_PARTNERS, self.tr("All partners: one file for each")))
        self.partner_field.set_choices(tuple(choices))
        selected = self.values.get("partner")
        if selected not in {choice.id for choice in choices}:
            selected = self.values["partner"] = choices[0].id if choices else None
        self.partner_field.set_value(selected)
        language = draft.text(pack.role("language")) or pack.main_language
        proposed = pack.second_language(language) or NO_LANGUAGE
        self.second_language_field.set_value(self.values.setdefault("beside", proposed))

    def build_recipient(self, profile: str) -> Recipient:
        """Return the recipient for a profile."""
        if profile != PARTNER_PROFILE:
            return Recipient(name=self._text("name").strip())
        day, second_language = self.values.get("reply"), self._text("beside")
        return Recipient(
            partner=self._text("partner"),
            reply_by=day if isinstance(day, date) else None,
            second_language="" if second_language == NO_LANGUAGE else second_language,
        )

    def get_partner_name(self, profile: str) -> str:
        """Return the name of the partner, empty if the file is not for a single partner."""
        partner = self.build_recipient(profile).partner
        draft, pack = self._session.draft, self._session.pack
        organisations = pack.role("organisations")
        exists = partner in draft.items(organisations)
        return format_item_title(draft, pack, organisations, partner) if exists else ""

    def find_error(self, profile: str) -> str:
        """Return what is wrong with the reply date, or an empty text."""
        day = self.values.get("reply")
        if profile != PARTNER_PROFILE or day is None:
            return ""
        if not isinstance(day, date):
            return self.tr("Enter a real date, for example 31-01-2027.")
        has_passed = day < to_local(datetime.now(UTC)).date()
        return self.tr("The reply date is in the past. Enter a later date.") if has_passed else ""

    def _on_edited(self, key: Key, value: Value | None) -> None:
        self.values[key.question] = value
        self.edited.emit()

    def _text(self, name: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else ""
