"""Parsing of the text of a returned answer into its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import available_options
from erasmus_desk.i18n import parsing
from erasmus_desk.i18n.typed_values import Unclear, read_whole_number
from erasmus_desk.review_import import choice_parsing
from erasmus_desk.review_import.docx_reader.document import Paragraph, join_paragraphs
from erasmus_desk.review_import.matching import hard_spaces
from erasmus_desk.review_import.matching.line_texts import normalize, rebuild_line, rebuild_text
from erasmus_desk.review_import.matching.lines import group_blocks
from erasmus_desk.review_import.matching.result import MatchedAnswer
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord
from erasmus_desk.round_trip.visible_text import split_lines

Names = list[tuple[str, str]]
_MAIN_LANGUAGE = "en"


class RecordIndex:
    """A record of what was sent, indexed by answer."""

    def __init__(self, sent: SentRecord, pack: Pack) -> None:
        self.sent = sent
        self._pack = pack
        self._blocks = group_blocks(sent)
        self._item_names: dict[str, Names] = {}

    def blocks(self, key: Key) -> Sequence[RecordBlock]:
        """Return the blocks that show an answer."""
        return self._blocks.get(key, ())

    def item_names(self, list_id: str) -> Names:
        """Return the names shown for items of a list, each with its id."""
        if list_id not in self._item_names:
            questions = self._pack.form.questions
            self._item_names[list_id] = [
                pair
                for block in self.sent.blocks
                if block.role is BlockRole.ANSWER and block.key is not None
                if (question := questions.get(block.key.question)) and question.of == list_id
                for pair in self._pair_names(block.key, block)
            ]
        return self._item_names[list_id]

    def _pair_names(self, key: Key, block: RecordBlock) -> Names:
        value = self.sent.values.get(key)
        if not value or block.is_placeholder:
            return []
        ids = value if isinstance(value, tuple) else (str(value),)
        names = [part for part in split_lines(block.text) if part.strip()]
        return list(zip(names, ids, strict=True)) if len(ids) == len(names) else []


class RecordIndexCache:
    """Cache of the index of one record, as answers of one file come in sequence."""

    def __init__(self) -> None:
        self._last: RecordIndex | None = None

    def get(self, sent: SentRecord, pack: Pack) -> RecordIndex:
        """Return the index of a record."""
        if self._last is None or self._last.sent is not sent:
            self._last = RecordIndex(sent, pack)
        return self._last


class Unreadable(Struct, frozen=True):
    """Text that is no valid value for the question."""

    text: str


class ParsingContext(Struct, frozen=True):
    """What text is parsed with; `texts` are in the language of the file."""

    draft: Draft
    pack: Pack
    texts: Texts
    records: RecordIndexCache = field(default_factory=RecordIndexCache)


def parse_answer(
    answer: MatchedAnswer, sent: SentRecord, question: Question | None, context: ParsingContext
) -> Value | Unreadable | None:
    """Return the value of a returned answer, `None` if empty, `Unreadable` if ambiguous.

    An unchanged answer has exactly the value that was sent. `question` is `None` for answers
    without one, such as the order of a list.
    """
    if not answer.is_changed:
        return sent.values.get(answer.key)
    if answer.is_empty:
        return None
    if question is None:
        return Unreadable(join_paragraphs(answer.paragraphs).strip())
    return _AnswerParser(answer, sent, question, context).parse()


class _AnswerParser:
    """Parser for one changed answer."""

    def __init__(
        self, answer: MatchedAnswer, sent: SentRecord, question: Question, context: ParsingContext
    ) -> None:
        self._question, self._context, self._item = question, context, answer.key.item
        self._keeps_hard_spaces = answer.keeps_hard_spaces
        self._record = context.records.get(sent, context.pack)
        self._old = sent.values.get(answer.key)
        blocks = self._record.blocks(answer.key)
        sent_texts = [one.text for one in blocks if not one.is_placeholder]
        self._sent_lines = [part for text in sent_texts for part in split_lines(text)]
        placeholders = {normalize(one.text) for one in blocks if one.is_placeholder} - {""}
        self._paragraphs = [
            one
            for one in answer.paragraphs
            if not placeholders or normalize(one.text) not in placeholders
        ]

    @cached_property
    def _lines(self) -> list[str]:
        """The non-blank lines."""
        texts = (one.text for one in self._paragraphs)
        return [part for text in texts for part in split_lines(text) if part.strip()]

    def parse(self) -> Value | Unreadable | None:
        """Return the value, by the type of the question."""
        parsers: Mapping[QuestionType, Callable[[], Value | Unreadable | None]] = {
            QuestionType.TEXT: self._parse_text,
            QuestionType.LINE: self._parse_text,
            QuestionType.YESNO: self._parse_yes_no,
            QuestionType.CHOICE: self._parse_choice,
            QuestionType.ITEM: self._parse_choice,
            QuestionType.MULTI: self._parse_choices,
            QuestionType.ITEMS: self._parse_choices,
            QuestionType.NUMBER: self._parse_number,
            QuestionType.MONEY: self._parse_number,
            QuestionType.DATE: self._parse_date,
        }
        parser = parsers.get(self._question.type)
        value = parser() if parser else Unreadable("")
        return (
            Unreadable(join_paragraphs(self._paragraphs).strip())
            if isinstance(value, Unreadable)
            else value
        )

    def _parse_text(self) -> str | None:
        old = self._old if isinstance(self._old, str) else ""
        is_long = self._question.type is QuestionType.TEXT
        rebuild = rebuild_text if is_long else rebuild_line
        # In one line there is no list.
        paragraphs = self._paragraphs if is_long else map(_without_label, self._paragraphs)
        is_hard = self._keeps_hard_spaces
        paragraphs = [hard_spaces.with_signs(one, is_hard=is_hard) for one in paragraphs]
        if is_hard:
            return hard_spaces.to_spaces(rebuild(hard_spaces.to_signs(old), paragraphs)) or None
        return rebuild(old, paragraphs) or None

    def _parse_yes_no(self) -> bool | Unreadable | None:
        value = choice_parsing.parse_yes_no(self._lines, self._sent_lines)
        return Unreadable("") if isinstance(value, str) else value

    def _parse_choice(self) -> str | Unreadable | None:
        names = self._ids_by_name()
        text = choice_parsing.fold_name(" ".join(self._lines))
        if text in names:
            return names[text]
        chosen = {run.control.choice for one in self._paragraphs for run in one.runs if run.control}
        known = [one for one in chosen if one in names.values()]
        is_whole = len(known) == 1 and choice_parsing.fold_name(self._name_option(known[0])) == text
        return known[0] if is_whole else Unreadable("")

    def _parse_choices(self) -> tuple[str, ...] | Unreadable | None:
        names = self._ids_by_name()
        ids = choice_parsing.parse_options(self._lines, names, self._sent_lines)
        if ids is None:
            return Unreadable("")
        old = self._old if isinstance(self._old, tuple) else ()
        kept = [one for one in old if one in ids]
        return (*kept, *(one for one in ids if one not in kept)) or None

    def _parse_number(self) -> Value | Unreadable:
        text, language = " ".join(self._lines), self._context.texts.language
        if self._question.type is QuestionType.NUMBER:
            number = read_whole_number(text, language)
            return Unreadable("") if isinstance(number, Unclear) else number
        value = parsing.parse_money(text, self._context.pack.funding.currency, language)
        return Unreadable("") if value is None else value

    def _parse_date(self) -> date | Unreadable:
        """Parse a date; the picked one counts if new, where the text is no date."""
        typed = parsing.parse_date(" ".join(self._lines), self._context.texts.language)
        days = {run.control.day for one in self._paragraphs for run in one.runs if run.control}
        picked = next((day for day in days if day is not None and day != self._old), None)
        return typed or picked or Unreadable("")

    def _ids_by_name(self) -> Mapping[str, str]:
        """Return option ids by name, without names that several share."""
        ids = self._list_options()
        # Names as shown in the file that was sent come first: items may be renamed since, and
        # options that are not offered may have the name of one that is.
        of = self._question.of
        sent_names, sent_twice = _index_names(
            self._record.item_names(of) if of else self._pair_names(self._list_shown_options())
        )
        names, twice = _index_names([*self._pair_names(ids), *self._list_other_names(ids)])
        unclear = sent_twice | (twice - sent_names.keys())
        return {text: one for text, one in (names | sent_names).items() if text not in unclear}

    def _list_options(self) -> Sequence[str]:
        question, context = self._question, self._context
        if question.of:
            return context.draft.items(question.of)
        options = context.pack.option_set(question)
        return [one.id for one in options.options] if options else []

    def _list_shown_options(self) -> Sequence[str]:
        """Return the options that are offered or were chosen."""
        question, context = self._question, self._context
        found = available_options(question, context.draft, context.pack, self._item)
        old = self._old if isinstance(self._old, tuple) else (self._old,)
        return [*dict.fromkeys((*(one.id for one in found), *map(str, filter(None, old))))]

    def _name_option(self, one: str) -> str:
        question, context = self._question, self._context
        if question.of:
            named = display_names.name_item(
                context.draft, context.pack, context.texts, question.of, one
            )
            return named.text
        options = context.pack.option_set(question)
        language = context.texts.language
        return (
            display_names.name_option(options, one, context.texts, language).text
            if options
            else one
        )

    def _pair_names(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        return [(self._name_option(one), one) for one in ids]

    def _list_other_names(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Return other names: number or name of an item alone, other names of an option."""
        question, context = self._question, self._context
        draft, pack = context.draft, context.pack
        if question.of:
            spec = pack.form.lists[question.of]
            numbers = [
                (display_names.format_item_number(draft, pack, spec.id, one), one) for one in ids
            ]
            names = [(draft.text(spec.name, one), one) for one in ids]
            return [*(numbers if spec.prefix else ()), *names]
        options = pack.option_set(question)
        if options is None:
            return []
        former = ((context.texts.get(f"gone.option.{options.id}.{one}"), one) for one in ids)
        return [
            *(pair for pair in former if pair[0]),
            *(
                (display_names.name_option(options, one, context.texts, _MAIN_LANGUAGE).text, one)
                for one in ids
            ),
        ]


def _index_names(names: Iterable[tuple[str, str]]) -> tuple[dict[str, str], set[str]]:
    """Return ids by folded name, and the names that several ids have."""
    ids: dict[str, str] = {}
    several: set[str] = set()
    for name, one in names:
        text = choice_parsing.fold_name(name)
        if text and ids.setdefault(text, one) != one:
            several.add(text)
    return ids, several


def _without_label(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, list_label="") if paragraph.list_label else paragraph
