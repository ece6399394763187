"""Codes of errors and findings as sentences, in the language of the reader.

Which languages the program speaks, and which of them a reader gets.

Apart from the sentences themselves, which the window fetches with the first it has to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, Protocol, cast

from msgspec import Struct

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.message_values import (
    Amount,
    Count,
    Country,
    Named,
    Place,
    Row,
    Several,
    Span,
    Tongue,
)

MAIN: Final = "en"
"""The language that has every sentence; the others are held against it by the tests."""


def languages(folder: Path) -> tuple[str, ...]:
    """Give the codes of the languages that have sentences in a folder, the main one first."""
    found = {place.stem for place in folder.glob("*.json") if "." not in place.stem}
    return tuple(sorted(found, key=lambda code: (code != MAIN, code)))


def spoken(folder: Path, language: str) -> str:
    """Give the code of a language (`nl`, `nl_BE`) if it is spoken, else of the main one."""
    wanted = language.replace("_", "-").partition("-")[0].lower()
    return wanted if wanted in languages(folder) else MAIN


__all__ = ("Advice", "Sentences", "Told", "Wording", "languages", "load")

QUOTED: Final = 80
"""Of somebody's text a sentence quotes at most so many characters; the text itself is whole."""

_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Sentence = str | Mapping[str, str]
"""One sentence, or its plural forms by what babel calls them, chosen by the fact `n`."""


class Wording(Protocol):
    """Where names of the call come from (`erasmus_desk.call.texts.Texts`)."""

    def get(self, text: str) -> str:
        """Give a text of the pack by its id, or an empty string."""
        ...


class Told(Struct, frozen=True):
    """An error in words: what happened, what is safe, what to do."""

    what: str
    safe: str
    do: str


class Advice(Struct, frozen=True):
    """A finding in words: what is wrong, why it matters, how to mend it."""

    what: str
    why: str
    mend: str


class Sentences(Struct, frozen=True):
    """All sentences of one language: errors, findings, reasons of amounts, what commands say."""

    language: str
    errors: Mapping[str, Mapping[str, Sentence]]
    findings: Mapping[str, Mapping[str, Sentence]]
    reasons: Mapping[str, Sentence]
    says: Mapping[str, Sentence]

    def error(self, fault: DeskError, /, **more: object) -> Told:
        """Word an error; `more` adds facts that whoever raised it could not know.

        A code that is not known takes the sentence of the kind of error above it.
        """
        code = fault.sentence
        while code and code not in self.errors:
            code = code.rpartition(".")[0]
        parts = self.errors.get(code) or self.errors[DeskError.code]
        facts = {**more, **fault.facts}
        return Told(*(self._filled(parts[name], facts, None) for name in ("what", "safe", "do")))

    def finding(self, code: str, facts: Mapping[str, object], wording: Wording) -> Advice:
        """Word a finding; names of the call come from `wording`."""
        parts = self.findings[code]
        said = _quoted(facts)
        return Advice(
            *(self._filled(parts[name], said, wording) for name in ("what", "why", "mend"))
        )

    def because(self, code: str, facts: Mapping[str, object], wording: Wording | None) -> str:
        """Word one reason of an amount (`erasmus_desk.budget.calculation.Reason`)."""
        return self._filled(self.reasons[code], _quoted(facts), wording)

    def say(self, name: str, wording: Wording | None = None, /, **facts: object) -> str:
        """Give another sentence, such as what a command reports."""
        return self._filled(self.says[name], facts, wording)

    def fact(self, fact: object, wording: Wording | None = None) -> str:
        """Give a fact in words: a place, a name of the call, a country, a number, a date."""
        match fact:
            case Named(texts):
                names = (wording.get(text) for text in texts) if wording else iter(())
                return next((name for name in names if name), texts[-1])
            case Row(owner, number, name):
                return _short(name) or f"{self.fact(owner, wording)} {number}"
            case Place(question, rows):
                inside = ", ".join(self.fact(row, wording) for row in rows)
                name = self.fact(question, wording)
                return f"{name} ({inside})" if inside else name
            case Several(parts):
                return ", ".join(self.fact(part, wording) for part in parts)
            case Count() | Span():
                return self._counted(fact, wording)
            case _:
                return self._value(fact)

    def _counted(self, fact: Count | Span, wording: Wording | None) -> str:
        if isinstance(fact, Count):
            return self._filled(self.reasons[f"count.{fact.noun}"], {"n": fact.n}, wording)
        code = "span.open" if fact.high is None else "span"
        return self._filled(self.reasons[code], {"low": fact.low, "high": fact.high}, wording)

    def _value(self, fact: object) -> str:
        match fact:
            case Country(code):
                return formats.country(code, self.language)
            case Tongue(code):
                return formats.language_name(code, self.language)
            case Amount(value, currency):
                return f"{formats.short_amount(value, self.language)} {currency}"
            case int() | Decimal() if not isinstance(fact, bool):
                return formats.number(fact, self.language)
            case date():
                return formats.day(fact, self.language)
            case _:
                return _NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", str(fact))

    def _filled(
        self, sentence: Sentence, facts: Mapping[str, object], wording: Wording | None
    ) -> str:
        if not isinstance(sentence, str):
            n = facts.get("n")
            form = formats.plural(n if isinstance(n, int) else 0, self.language)
            sentence = sentence.get(form) or sentence["other"]
        if "{" not in sentence:
            return sentence
        return sentence.format_map({name: self.fact(fact, wording) for name, fact in facts.items()})


def load(folder: Path, language: str) -> Sentences:
    """Read the sentences of a language (`nl`, `nl_BE`), or of the main one if it has none."""
    chosen = spoken(folder, language)
    read = json.loads((folder / f"{chosen}.json").read_text(encoding="utf-8"))
    parts = cast("Mapping[str, Mapping[str, object]]", read)
    return Sentences(
        chosen,
        cast("Mapping[str, Mapping[str, Sentence]]", parts["errors"]),
        cast("Mapping[str, Mapping[str, Sentence]]", parts["findings"]),
        cast("Mapping[str, Sentence]", parts["because"]),
        cast("Mapping[str, Sentence]", parts["says"]),
    )


def _quoted(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _short(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}


def _short(text: str) -> str:
    """Quote somebody's text: on one line, and its beginning only if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
