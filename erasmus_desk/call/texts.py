"""The texts of a call pack in one language, with the pack's main language as a fallback.

Ids of texts, all optional but for those marked `*` (the pack checker requires them in every
language of the pack):

    pack.name* pack.short* pack.programme* pack.key_action* pack.action*
    pack.for (whom the call is for, in their words) .because (why) .state (what its state means)
    topic.<id>.title*               fact.<id>.label* .value*
    path.<id>.label* .answer* (what the source says) .hint (ours)
    kind.<id>.name* .short* .meaning (what the source says) .expects* .funds* .barred
    field.<id>.name* .short
    barred.<kind>.<field>*          advice.<id>.question*
    advice.<id>.<answer>.label* .because* .short (for a button)
    action.<id>.name* .contract     deadline.<id>.name*     region.<id>.name*
    requirement.<id>.reason*        paper.<id>.name*
    paper.<id>.letter what organisations sign (with {partner}, {applicant}, {project}, {call})
    pack.criterion.points pack.pass_mark.name .rule (with {points} needed of {most})
    pack.estimate.name* .hint* .none* .sum* (with {estimate} and {amount})
    pack.estimate.inside* (with {estimate})
    balance.<id>.measure.<measure>* (with {amount} of each, and {count})
    criterion.<id>.name* .looks_at* head.<id>.name* .rule
    table.<id>.name*  ceiling.<id>.name*  dimension.<name>.name* .<value>* (but for countries)
    section.<id>.title* .short .intro      group.<id>.title .intro (also for groups of choices)
    list.<id>.one* .many* .first .other .add
    list.<id>.facts (or group.<id>.facts) lines of short answers in the file for an assessor: in
    each a label, a colon, and answers such as [{org.city}], left out with what is in the brackets
    part.<list>.<id>.title*
    list.<id>.kind .about .title_in (with {place}) .barred (of activities, in the menu that adds)
    option.<set>.<option>* .meaning (what the source says; required of priorities)
    option.<set>.<option>.explain (our examples and hints, or an explanation)
    question.<id>.label* .short .elements .alt
    question.<id>.asks .assessors .build (required of every long text)
    rule.<finding code> (required where the call has such a rule)
    gone.<question> the short label of a question of an earlier revision
    gone.option.<set>.<option> an earlier name of a choice, still read in files sent with it
    source.<id>.title* in every language but the main one, whose titles are in pack.json
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.funding import Source
from erasmus_desk.call.json_reader import JsonReader
from erasmus_desk.errors import Fault, PackInvalid
from erasmus_desk.i18n.figures import join_figures


class TextStatus(StrEnum):
    """Whether a text is the programme's own or ours."""

    OFFICIAL = "official"
    WORKING = "working"


FACT_WORDS = ("facts", "joining")
"""Members that are no texts: a language's words for the facts of the source page."""


class AnswerPart(Struct, frozen=True):
    """The answer to a question in a line of answers, with the words before and after it."""

    before: str
    question: str
    after: str


class AnswerLine(Struct, frozen=True):
    """A line of answers, as a call lays it out; `rest` is what is in it beside its answers."""

    label: str
    parts: tuple[AnswerPart, ...]
    rest: str


_ANSWER_PART = re.compile(r"\[([^\[\]{}]*)\{([^{}]+)\}([^\[\]{}]*)\]")


def read_answer_line(paragraph: str) -> AnswerLine:
    """Return a line such as `Address: [{org.address}][, {org.city}]`."""
    label, _, pattern = paragraph.partition(":")
    parts = tuple(AnswerPart(*found) for found in _ANSWER_PART.findall(pattern))
    return AnswerLine(label.strip(), parts, _ANSWER_PART.sub("", pattern).strip())


class PackText(Struct, frozen=True):
    """One text: its paragraphs, their status and the language they are in."""

    paragraphs: tuple[str, ...]
    status: TextStatus
    language: str


class Texts(Struct, frozen=True):
    """All texts of a pack for one language, those of the main language as a fallback."""

    language: str
    entries: Mapping[str, PackText]

    def get(self, text: str) -> str:
        """Return a text as one string, empty if there is none."""
        return "\n".join(self.paragraphs(text))

    def paragraphs(self, text: str) -> tuple[str, ...]:
        """Return the paragraphs of a text."""
        found = self.entries.get(text)
        return found.paragraphs if found else ()

    def find(self, text: str) -> PackText | None:
        """Return a text with its status and language."""
        return self.entries.get(text)

    def __contains__(self, text: str) -> bool:
        """Return whether there is a text of that id."""
        return text in self.entries

    def section_name(self, section: str) -> str:
        """Return the short title of a section, else its title in the form, else its id."""
        short, title = self.get(f"section.{section}.short"), self.get(f"section.{section}.title")
        return short or title or section

    def short_label(self, question: str) -> str:
        """Return the short label of a question, or its label if it has none."""
        return self.get(f"question.{question}.short") or self.get(f"question.{question}.label")

    def source_title(self, source: Source) -> str:
        """Return the title of a source in this language, or as the pack has it."""
        return self.get(f"source.{source.id}.title") or source.title


def read_texts(pack: str, files: Mapping[str, Mapping[str, str]], chain: tuple[str, ...]) -> Texts:
    """Return the texts of a pack from the contents of its files, by language and file name.

    `chain` lists the languages to search, the preferred one first. Raises PackInvalid.
    """
    faults: list[Fault] = []
    entries: dict[str, PackText] = {}
    for language in reversed(chain):
        for name, content in files.get(language, {}).items():
            reader = JsonReader.from_text(content, f"{pack}/words/{language}/{name}", faults)
            entries |= _read_entries(reader, language)
    if faults:
        raise PackInvalid(pack, tuple(faults))
    return Texts(chain[0], entries)


def _read_entries(reader: JsonReader, language: str) -> dict[str, PackText]:
    found: dict[str, PackText] = {}
    for status in TextStatus:
        if not reader.has(status.value):
            continue
        part = reader.child(status.value)
        for name in part.names():
            if name in found:
                part.add_fault("named-twice", name)
            value = part.raw(name)
            paragraphs = (value,) if isinstance(value, str) and value else part.texts(name)
            found[name] = PackText(tuple(map(join_figures, paragraphs)), status, language)
    for name in FACT_WORDS:
        reader.raw(name)
    reader.close()
    return found
