"""Answers, choices and labels as text in the languages of a proposal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import cast

from msgspec import Struct

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.call.form import NameSource, Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import computed, display_names, visibility
from erasmus_desk.draft.computed import TextId
from erasmus_desk.draft.display_names import find_name
from erasmus_desk.draft.hidden_characters import is_blank
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document.blocks import LangText, Profile
from erasmus_desk.i18n import formats
from erasmus_desk.path_checks import is_file
from erasmus_desk.round_trip.visible_text import join_lines

TICKED = "☒"
UNTICKED = "☐"
_BRUSSELS_ZONE = "Europe/Brussels"
_MAIN_LANGUAGE = "en"


class Labels(Struct, frozen=True):
    """The labels by id.

    `locale` is the requested language, for dates and numbers; `language` that of the labels,
    which is English if there are none in the requested one.
    """

    locale: str
    language: str
    words: Mapping[str, str]

    def format(self, label: str, **values: str) -> str:
        """Return a label with its values filled in. Raises KeyError for an unknown id."""
        return self.words[label].format(**values) if values else self.words[label]

    def get(self, label: str, **values: str) -> LangText:
        """Return a label with its values filled in, and its language."""
        return LangText(self.format(label, **values), self.language)


def load_labels(resources: Path, language: str) -> Labels:
    """Read the labels of a language; English replaces missing ones."""
    main, own = (resources / f"sentences/word.{one}.json" for one in (_MAIN_LANGUAGE, language))
    words = _read_labels(main)
    if not is_file(own):
        return Labels(language, _MAIN_LANGUAGE, words)
    return Labels(language, language, words | _read_labels(own))


def _read_labels(file: Path) -> dict[str, str]:
    return cast("dict[str, str]", json.loads(file.read_text(encoding="utf-8")))


def _show_name(name: display_names.DisplayName, language: str) -> LangText:
    """Return a name of the writer's, or with a capital the call's, which is for sentences."""
    return (
        LangText(name.text, name.language).capitalise()
        if name.language
        else LangText(join_lines(name.text), language)
    )


class BuildContext(Struct, frozen=True, dict=True):
    """The draft, call and texts that a document is built from.

    Answers are in `answer_language`; dates and numbers follow `labels.locale`. `second` has the
    texts of a second language. The document does not ask for the answers in `withheld`.
    """

    draft: Draft
    pack: Pack
    texts: Texts
    labels: Labels
    profile: Profile
    answer_language: str
    second: BuildContext | None = None
    withheld: frozenset[Key] = frozenset()

    @property
    def is_clean(self) -> bool:
        """Whether the document is for an assessor."""
        return self.profile is Profile.CLEAN

    @property
    def is_for_partner(self) -> bool:
        """Whether the document is for one of the partners."""
        return self.profile is Profile.PARTNERS

    def list_visible_groups(self) -> Iterator[VisibleGroup]:
        """Return the visible groups of all sections, in order."""
        for section in visibility.visible_sections(self.draft, self.pack):
            yield from visibility.visible_groups(section, self.draft, self.pack)

    def find_translation(self, *ids: str) -> LangText | None:
        """Return the first of these texts in the second language, if it differs from the first."""
        first = self.find_text(*ids)
        found = self.second.find_text(*ids) if self.second else None
        is_same = found and first and found.text.casefold() == first.text.casefold()
        return None if is_same else found

    def translate_label(self, name: str) -> LangText | None:
        """Return a label of the document in the second language, if there is one."""
        found = self.second.labels if self.second else self.labels
        return None if found.language == self.labels.language else found.get(name)

    def get_missing_text(self, *, required: bool = True) -> LangText:
        """Return the placeholder for a missing answer."""
        if self.is_for_partner:
            return self.labels.get("partner.fill" if required else "partner.optional")
        return self.labels.get("missing" if required else "empty")

    def find_text(self, *ids: str) -> LangText | None:
        """Return the first of these texts of the pack that is not empty."""
        for name in ids:
            found = self.texts.find(name)
            if found is not None and found.paragraphs:
                return LangText("\n".join(found.paragraphs), found.language)
        return None

    def get_text(self, default: str, *ids: str) -> LangText:
        """Return the first of these texts of the pack, or `default` if there is none."""
        return self.find_text(*ids) or LangText(default, self.answer_language)

    def list_paragraphs(self, name: str) -> tuple[LangText, ...]:
        """Return the paragraphs of a text of the pack."""
        found = self.texts.find(name)
        return tuple(LangText(part, found.language) for part in found.paragraphs) if found else ()

    def get_label(self, question: str) -> LangText:
        """Return the short label of a question, else its full label, else its id."""
        found = self.find_text(f"question.{question}.short", f"question.{question}.label")
        return found or LangText(question, self.pack.main_language)

    def find_official_text(self, question: str) -> LangText | None:
        """Return the official wording of a question where it differs from the label."""
        whole = self.find_text(f"question.{question}.label")
        return None if whole == self.get_label(question) else whole

    def format_role(self, name: str, item: str = "") -> LangText | None:
        """Return the answer to the question with a role as text."""
        question = self.pack.question(self.pack.role(name))
        return self.format_answer(question, item) if question else None

    def format_answer(self, question: Question, item: str = "") -> LangText | None:
        """Return an answer as text, or `None` if it is missing or blank."""
        if question.type is QuestionType.COMPUTED:
            return self._format_computed(question)
        found = self.draft.get(Key(question.id, item))
        if isinstance(found, bool):
            return self.format_yes_no(yes=found)
        if isinstance(found, tuple):
            return self._join_names(question, found)
        if isinstance(found, str) and (question.of or question.options):
            return _drop_blank(self.name_option(question, found))
        return self._format_value(found, question) if found is not None else None

    def _join_names(self, question: Question, chosen: tuple[str, ...]) -> LangText | None:
        names = [self.name_option(question, one) for one in chosen]
        options = self.pack.option_set(question)
        # Languages and countries are short and share a line.
        is_short = options is not None and options.naming is not NameSource.TEXTS
        joined = (", " if is_short else "\n").join(name.text for name in names)
        return _drop_blank(LangText(joined, names[0].language)) if names else None

    def format_yes_no(self, *, yes: bool) -> LangText:
        """Return both answers with their boxes, the right one ticked."""
        boxes = (TICKED, UNTICKED) if yes else (UNTICKED, TICKED)
        words = (self.labels.format(name) for name in ("yes", "no"))
        named = "   ".join(f"{box}\u00a0{word}" for box, word in zip(boxes, words, strict=True))
        return LangText(named, self.labels.language)

    def name_option(self, question: Question, option: str) -> LangText:
        """Return the name of an option or item, or its id if it has no name."""
        if question.of:
            return self.name_item(question.of, option)
        options = self.pack.option_set(question)
        if options is None:
            return LangText(option, self.answer_language)
        name = display_names.name_option(options, option, self.texts, self.labels.locale)
        return LangText(name.text, name.language or self.answer_language)

    def name_item(self, list_id: str, item: str) -> LangText:
        """Return the display name of an item: `O1 Course`, or the name of a school."""
        where = Key(list_id, item)
        if where not in self._names:
            name = display_names.name_item(self.draft, self.pack, self.texts, list_id, item)
            self._names[where] = _show_name(name, self.answer_language)
        return self._names[where]

    @cached_property
    def _names(self) -> dict[Key, LangText]:
        """The names of items that were asked for: a document names each many times."""
        return {}

    def format_short(self, question: Question, item: str = "") -> LangText | None:
        """Return an answer as text on one line, with the acronyms of organisations."""
        if self.has_acronyms and question.of == self.pack.role("organisations"):
            found = self.draft.get(Key(question.id, item))
            chosen = filter(None, found if isinstance(found, tuple) else (found,))
            names = [self.name_short(str(one)).text for one in chosen]
            return LangText(", ".join(names), self.answer_language) if names else None
        text = self.format_answer(question, item)
        return text and LangText(_join_lines(text.text, text.language), text.language)

    def name_short(self, organisation: str) -> LangText:
        """Return the acronym of an organisation if all have one, else its name."""
        role = "organisation_acronym" if self.has_acronyms else "organisation_name"
        name = self.format_role(role, organisation)
        return name or self.name_item(self.pack.role("organisations"), organisation)

    @cached_property
    def has_acronyms(self) -> bool:
        """Whether an assessor can tell all organisations by their acronyms."""
        role, items = self.pack.role("organisation_acronym"), self.pack.role("organisations")
        names = [find_name(self.draft, role, one).strip() for one in self.draft.items(items)]
        return self.is_clean and bool(names) and all(names) and len(set(names)) == len(names)

    def format_money(self, value: Decimal) -> str:
        """Return an amount with the currency of the call, in the cents that its sums have."""
        currency = self.pack.funding.currency
        return formats.format_money(round_to_cents(value), currency, self.labels.locale)

    def format_day(self, value: date) -> str:
        """Return a date with the name of its month."""
        return formats.format_date(value, self.labels.locale)

    def format_number(self, value: Decimal | int) -> str:
        """Return a number with the separators of the language."""
        return formats.format_number(value, self.labels.locale)

    def format_months(self, count: int) -> str:
        """Return a number of months with its unit."""
        form = formats.choose_plural(count, self.labels.language)
        name = f"months.{form}" if f"months.{form}" in self.labels.words else "months.other"
        return self.labels.format(name, n=self.format_number(count))

    def _format_value(self, value: Value, question: Question) -> LangText | None:
        match value:
            case str():
                return _show_typed(value, question, self.answer_language)
            case date():
                return LangText(self.format_day(value), self.labels.locale)
            case Decimal() if question.type is QuestionType.MONEY:
                return LangText(self.format_money(value), self.labels.locale)
            case int() | Decimal():
                text = str(value) if question.format else self.format_number(value)
                return LangText(text, self.labels.locale)
            case tuple():
                return None

    def _format_computed(self, question: Question) -> LangText | None:
        found = computed.compute_value(question, self.draft, self.pack)
        match found:
            case None:
                return None
            case TextId(name):
                return self.find_text(name)
            case datetime():
                return _format_moment(found, self.labels)
            case _:
                return self._format_value(found, question)


def _format_moment(value: datetime, labels: Labels) -> LangText:
    moment = formats.format_moment(value, labels.locale)
    zone = str(value.tzinfo) if value.tzinfo else ""
    if zone == _BRUSSELS_ZONE:
        return labels.get("time.brussels", moment=moment)
    if zone:
        return labels.get("time.zone", moment=moment, zone=zone)
    return LangText(moment, labels.locale)


def _show_typed(value: str, question: Question, language: str) -> LangText | None:
    """Return a text as it was typed, an answer of one line on one line."""
    shown = join_lines(value) if question.type is QuestionType.LINE else value
    return _drop_blank(LangText(shown, question.language or language))


def _drop_blank(text: LangText) -> LangText | None:
    return None if is_blank(text.text) else text


def _join_lines(text: str, language: str) -> str:
    """Return several options on one line; between those that are sentences no full stop stays."""
    *others, last = text.split("\n")
    entries = (*(one.removesuffix(".") for one in others), last)
    return formats.join_entries(entries, language)
