"""Messages of errors, findings and commands by their codes, in the available languages."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final, Protocol

from msgspec import Struct

from erasmus_desk.errors import DeskError, Fault, PackInvalid, SystemProblem
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import NO_BREAK_SPACE, join_figures, separate_figures
from erasmus_desk.i18n.message_values import (
    Amount,
    Count,
    CountryName,
    ItemRef,
    LanguageName,
    ListValue,
    NumberRange,
    QuestionRef,
    TextRef,
)

MAIN_LANGUAGE: Final = "en"
"""The language with every message; tests compare the others with it."""
MAX_QUOTE: Final = 80
"""The most characters of a user's text that a message quotes."""

_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Message = str | Mapping[str, str]
"""One message, or its plural forms by their name in CLDR, chosen by the fact `n`."""


def list_languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages with messages and words for Word, the main one first."""
    names = {place.name for place in folder.glob("*.json")}
    found = {name.removesuffix(".json") for name in names if f"word.{name}" in names}
    return tuple(sorted(found, key=lambda code: (code != MAIN_LANGUAGE, code)))


def choose_language(known: Container[str], language: str, default: str = MAIN_LANGUAGE) -> str:
    """Return the code of a language (`nl`, `nl_BE`) if it is known, else the default."""
    wanted = language.replace("_", "-").partition("-")[0].lower()
    return wanted if wanted in known else default


class TextSource(Protocol):
    """The texts of a call (`erasmus_desk.call.texts.Texts`)."""

    def get(self, text: str) -> str:
        """Return a text of the pack by its id, or an empty string."""
        ...


class ErrorText(Struct, frozen=True):
    """The text of an error: what happened, what is safe, what to do."""

    what: str
    safe: str
    do: str


class FindingText(Struct, frozen=True):
    """The text of a finding: what is wrong, why it matters, how to fix it."""

    what: str
    why: str
    fix: str


class Messages(Struct, frozen=True):
    """All messages of one language: errors, findings, reasons of amounts, output of commands.

    Figures have no-break spaces, unless `has_plain_blanks`, for what other programs read. With
    `joins_counts` a number has one before what it counts, for the narrow columns of the window: a
    document has it nowhere else, and is read back as it was written.
    """

    language: str
    errors: Mapping[str, Mapping[str, Message]]
    findings: Mapping[str, Mapping[str, Message]]
    reasons: Mapping[str, Message]
    says: Mapping[str, Message]
    has_plain_blanks: bool = False
    joins_counts: bool = False

    def format_error(self, fault: DeskError, /, **more: object) -> ErrorText:
        """Return the text of an error; `more` adds facts to its own.

        An unknown code has the text of the code above it (`save.full` that of `save`).
        """
        code = fault.message_id
        while code and code not in self.errors:
            code = code.rpartition(".")[0]
        parts = self.errors.get(code) or self.errors[DeskError.code]
        facts = {**more, **fault.facts}
        if isinstance(fault, PackInvalid) and fault.faults:
            facts["first"] = self.format_fault(fault.faults[0])
        return ErrorText(*(self._fill(parts[name], facts, None) for name in ("what", "safe", "do")))

    def format_fault(self, fault: Fault) -> str:
        """Return a fault of a call on one line: place, code, what was found, and all in words."""
        words = self.says.get(f"fault.{fault.code}")
        return f"{fault} ({self._fill(words, {}, None)})" if words else str(fault)

    def format_finding(
        self, code: str, facts: Mapping[str, object], source: TextSource
    ) -> FindingText:
        """Return the text of a finding; names of the call are from `source`."""
        parts = self.find_sentences(code)
        quoted = _quote_facts(facts)
        return FindingText(
            *(self._fill(parts[name], quoted, source) for name in ("what", "why", "mend"))
        )

    def find_sentences(self, code: str) -> Mapping[str, Message]:
        """Return the sentences of a finding by part.

        The shape of an identifier that is unknown here (`oid-shape`) has those of `shape`.
        """
        return self.findings.get(code) or self.findings[code.partition("-")[2]]

    def format_reason(
        self, code: str, facts: Mapping[str, object], source: TextSource | None
    ) -> str:
        """Return the text of a reason of an amount (`erasmus_desk.budget.calculation.Reason`)."""
        return self._fill(self.reasons[code], _quote_facts(facts), source)

    def format_message(
        self, name: str, source: TextSource | None = None, /, **facts: object
    ) -> str:
        """Return another message, such as the output of a command."""
        return self._fill(self.says[name], facts, source)

    def format_value(self, fact: object, source: TextSource | None = None) -> str:
        """Return a fact as text: a question, a name of the call, a country, a number, a time."""
        match fact:
            case TextRef(texts):
                names = (source.get(text) for text in texts) if source else iter(())
                return next((name for name in names if name), texts[-1])
            case ItemRef(owner, number, name):
                return _quote(name) or f"{self.format_value(owner, source)} {number}"
            case QuestionRef(question, items):
                inside = ", ".join(self.format_value(item, source) for item in items)
                name = self.format_value(question, source)
                return f"{name} ({inside})" if inside else name
            case ListValue(parts):
                return ", ".join(self.format_value(part, source) for part in parts)
            case Count() | NumberRange() | SystemProblem():
                return self._format_coded(fact, source)
            case _:
                return self._format_simple(fact)

    def _format_coded(
        self, fact: Count | NumberRange | SystemProblem, source: TextSource | None
    ) -> str:
        """Return a fact that has a message of its own."""
        if isinstance(fact, SystemProblem):
            return self._fill(self.says[f"system.{fact.kind}"], {"text": fact.text}, None)
        if isinstance(fact, Count):
            text = self._fill(self.reasons[f"count.{fact.noun}"], {"n": fact.n}, source)
            return _join_count(text) if self.joins_counts else text
        code = "span.open" if fact.high is None else "span"
        return self._fill(self.reasons[code], {"low": fact.low, "high": fact.high}, source)

    def _format_simple(self, fact: object) -> str:
        match fact:
            case CountryName(code):
                return formats.name_country(code, self.language)
            case LanguageName(code):
                return formats.name_language(code, self.language)
            case Amount(value, currency):
                return self._finish(formats.format_sum(value, currency, self.language))
            case int() | Decimal() if not isinstance(fact, bool):
                return formats.format_number(fact, self.language)
            case date():
                text = (
                    formats.format_moment(fact, self.language)
                    if isinstance(fact, datetime)
                    else formats.format_date(fact, self.language)
                )
                return self._finish(text)
            case _:
                return _NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", str(fact))

    def _finish(self, text: str) -> str:
        return separate_figures(text) if self.has_plain_blanks else text

    def _fill(
        self, message: Message, facts: Mapping[str, object], source: TextSource | None
    ) -> str:
        if not isinstance(message, str):
            n = facts.get("n")
            form = formats.choose_plural(n if isinstance(n, int) else 0, self.language)
            message = message.get(form) or message["other"]
        # What is filled in may be a path, which is never changed.
        shown = message if self.has_plain_blanks else join_figures(message)
        if "{" not in shown:
            return shown
        return shown.format_map(
            {name: self.format_value(fact, source) for name, fact in facts.items()}
        )


def load_messages(folder: Path, language: str) -> Messages:
    """Return the messages of a language (`nl`, `nl_BE`), else of the main one."""
    chosen = choose_language(list_languages(folder), language)
    parts = json.loads((folder / f"{chosen}.json").read_text(encoding="utf-8"))
    return Messages(chosen, parts["errors"], parts["findings"], parts["because"], parts["says"])


def _quote_facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _quote(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}


def _quote(text: str) -> str:
    """Return a text on one line, with an ellipsis if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_QUOTE else line[: MAX_QUOTE - 1].rstrip() + "…"


def _join_count(text: str) -> str:
    """Return a number and what it counts, on one line; a language may have it so already."""
    number, blank, noun = text.partition(" ")
    return f"{number}{NO_BREAK_SPACE}{noun}" if blank and NO_BREAK_SPACE not in number else text
