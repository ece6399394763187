"""Answers, choices and labels in words: what a proposal says, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from erasmus_desk.call.form import Naming, Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import computed, display_names
from erasmus_desk.draft.computed import TextId
from erasmus_desk.draft.display_names import Named
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.export.document.blocks import Profile, Said
from erasmus_desk.export.document.labels import Labels
from erasmus_desk.i18n import formats

TICKED = "☒"
UNTICKED = "☐"
_BRUSSELS = "Europe/Brussels"


class Speech(Struct, frozen=True):
    """All that a sentence of the document is made from.

    `own` is the language the answers are written in; dates and numbers follow
    `labels.wanted`, the words of call and document the language they are at hand in. `second`
    says what stands in another language below the first; what is `withheld` is not asked.
    """

    draft: Draft
    pack: Pack
    texts: Texts
    labels: Labels
    profile: Profile
    own: str
    second: Speech | None = None
    withheld: frozenset[Key] = frozenset()

    @property
    def is_clean(self) -> bool:
        """Whether the document is for an assessor."""
        return self.profile is Profile.CLEAN

    @property
    def is_for_partner(self) -> bool:
        """Whether the document is for one of the partners."""
        return self.profile is Profile.PARTNERS

    def beside(self, *ids: str) -> Said | None:
        """Give the first of these texts that has words in the second language, if there is one.

        What is the same in both, such as where the pack has one of them only, is said once.
        """
        first = self.text(*ids)
        found = self.second.text(*ids) if self.second else None
        if found is None or (first and found.text.casefold() == first.text.casefold()):
            return None
        return found

    def label_beside(self, name: str) -> Said | None:
        """Give one of the document's own words in the second language, if it has it."""
        found = self.second.labels if self.second else self.labels
        return None if found.language == self.labels.language else found.said(name)

    def missing(self, *, required: bool = True) -> Said:
        """Give what stands where nothing was answered."""
        if self.is_for_partner:
            return self.labels.said("partner.fill" if required else "partner.optional")
        return self.labels.said("missing" if required else "empty")

    def text(self, *ids: str) -> Said | None:
        """Give the first of these texts of the pack that has words."""
        for name in ids:
            found = self.texts.find(name)
            if found is not None and found.paragraphs:
                return Said("\n".join(found.paragraphs), found.language)
        return None

    def texts_of(self, name: str) -> tuple[Said, ...]:
        """Give the paragraphs of a text of the pack."""
        found = self.texts.find(name)
        return tuple(Said(part, found.language) for part in found.paragraphs) if found else ()

    def label(self, question: str) -> Said:
        """Give the short label of a question, or its whole one, or at least its id."""
        found = self.text(f"question.{question}.short", f"question.{question}.label")
        return found or Said(question, self.pack.main_language)

    def official(self, question: str) -> Said | None:
        """Give the whole wording of a question where it says more than the label."""
        whole = self.text(f"question.{question}.label")
        return None if whole == self.label(question) else whole

    def role(self, name: str, item: str = "") -> Said | None:
        """Give in words the answer to the question that plays a part."""
        question = self.pack.question(self.pack.role(name))
        return self.value(question, item) if question else None

    def value(self, question: Question, item: str = "") -> Said | None:
        """Give an answer in words, or `None` if there is none that can be seen."""
        if question.type is QuestionType.COMPUTED:
            return self._computed(question)
        found = self.draft.get(Key(question.id, item))
        if isinstance(found, bool):
            return self.yes_or_no(yes=found)
        if question.of and isinstance(found, (str, tuple)):
            ids = found if isinstance(found, tuple) else (found,)
            return self._several([self.item(question.of, one) for one in ids])
        if isinstance(found, tuple):
            naming = self.pack.option_set(question)
            # Languages and countries are short: they stand in a row, all else one a line.
            is_short = naming is not None and naming.naming is not Naming.TEXTS
            return self._several([self.option(question, one) for one in found], in_row=is_short)
        if isinstance(found, str) and question.options:
            return self.option(question, found)
        return self._plain(found, question) if found is not None else None

    def yes_or_no(self, *, yes: bool) -> Said:
        """Give both answers, the right one ticked."""
        first, second = (TICKED, UNTICKED) if yes else (UNTICKED, TICKED)
        named = f"{first}\u00a0{self.labels.get('yes')}   {second}\u00a0{self.labels.get('no')}"
        return Said(named, self.labels.language)

    def option(self, question: Question, option: str) -> Said:
        """Give the name of a choice, or its id where nothing names it."""
        found = self.pack.option_set(question)
        if found is None:
            return Said(option, self.own)
        return self._named(display_names.option(found, option, self.texts, self.labels.wanted))

    def item(self, list_id: str, item: str) -> Said:
        """Give what an item of a list is called: `O1 Course`, or the name of a school."""
        return self._named(display_names.item(self.draft, self.pack, self.texts, list_id, item))

    def _named(self, name: Named) -> Said:
        return Said(name.text, name.language or self.own)

    def amount(self, value: Decimal) -> str:
        """Give an amount with the currency of the call."""
        return formats.money(value, self.pack.money.currency, self.labels.wanted)

    def figure(self, value: Decimal) -> str:
        """Give an amount without its currency, for tables that name it."""
        return formats.amount(value, self.labels.wanted)

    def share(self, part: Decimal) -> str:
        """Give a share of a whole in per cent."""
        return formats.share(part, self.labels.wanted)

    def country(self, code: str) -> Said:
        """Give the name of a country."""
        return Said(formats.country(code, self.labels.wanted), self.labels.wanted)

    def day(self, value: date) -> str:
        """Give a date with the month in letters."""
        return formats.day(value, self.labels.wanted)

    def number(self, value: Decimal | int) -> str:
        """Give a number with the separators of the language."""
        return formats.number(value, self.labels.wanted)

    def months(self, count: int) -> str:
        """Give a number of months in words."""
        form = formats.plural(count, self.labels.language)
        name = f"months.{form}" if f"months.{form}" in self.labels.words else "months.other"
        return self.labels.get(name, n=self.number(count))

    def _several(self, names: Sequence[Said], *, in_row: bool = False) -> Said | None:
        if not names:
            return None
        between = ", " if in_row else "\n"
        return Said(between.join(name.text for name in names), names[0].language)

    def _plain(self, value: Value, question: Question) -> Said | None:
        match value:
            case str():
                return Said(value, self._language_of(question)) if value.strip() else None
            case date():
                return Said(self.day(value), self.labels.wanted)
            case Decimal() if question.type is QuestionType.MONEY:
                return Said(self.amount(value), self.labels.wanted)
            case int() | Decimal():
                text = str(value) if question.format else self.number(value)
                return Said(text, self.labels.wanted)
            case tuple():
                return None

    def _language_of(self, question: Question) -> str:
        translated = question.id == self.pack.role("summary_translation")
        return self.pack.main_language if translated else self.own

    def _computed(self, question: Question) -> Said | None:
        found = computed.value(question, self.draft, self.pack)
        match found:
            case None:
                return None
            case TextId(name):
                return self.text(name)
            case datetime():
                return self._moment(found)
            case _:
                return self._plain(found, question)

    def _moment(self, value: datetime) -> Said:
        moment = formats.moment(value, self.labels.wanted)
        zone = str(value.tzinfo) if value.tzinfo else ""
        if zone == _BRUSSELS:
            return self.labels.said("time.brussels", moment=moment)
        if zone:
            return self.labels.said("time.zone", moment=moment, zone=zone)
        return Said(moment, self.labels.wanted)
