"""The words of a call pack in one language, with a fall-back to the pack's main language.

Ids of texts, all optional but for those marked `*` (the pack checker demands them in every
language of the pack):

    pack.name* pack.short* pack.programme* pack.key_action* pack.action*
    fact.<id>.label* .value*        path.<id>.label* .answer*
    kind.<id>.name* .short* .expects* .funds* .barred    field.<id>.name* .short
    barred.<kind>.<field>*          advice.<id>.question*   advice.<id>.<answer>.label* .because*
    action.<id>.name* .contract     deadline.<id>.name*     region.<id>.name*
    criterion.<id>.name* .looks_at* head.<id>.name* .rule
    table.<id>.name*  ceiling.<id>.name*  dimension.<name>.name* .<value>* (but for countries)
    section.<id>.title* .intro      group.<id>.title .intro (also for groups of choices)
    list.<id>.one* .many* .first .add
    option.<set>.<option>* .explain (demanded where a priority is chosen)
    question.<id>.label* .short .elements .alt
    question.<id>.asks .assessors .build (demanded of every long text)
    rule.<finding code> (demanded where the call has such a rule)
    gone.<question> the short label of a question that an earlier revision asked
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from erasmus_desk.call.json_reader import Reader
from erasmus_desk.errors import Fault, PackInvalid


class Status(StrEnum):
    """Whether words are the programme's own or ours."""

    OFFICIAL = "official"
    WORKING = "working"


class Text(Struct, frozen=True):
    """One text: its paragraphs, their status and the language they are in."""

    paragraphs: tuple[str, ...]
    status: Status
    language: str


class Texts(Struct, frozen=True):
    """All texts of a pack for one language, those of the main language behind them."""

    language: str
    entries: Mapping[str, Text]

    def get(self, text: str) -> str:
        """Give a text as one string; an id without words gives an empty string."""
        return "\n".join(self.paragraphs(text))

    def paragraphs(self, text: str) -> tuple[str, ...]:
        """Give the paragraphs of a text, none if there are no words."""
        found = self.entries.get(text)
        return found.paragraphs if found else ()

    def find(self, text: str) -> Text | None:
        """Give a text with its status and language."""
        return self.entries.get(text)

    def __contains__(self, text: str) -> bool:
        """Tell whether there are words for an id."""
        return text in self.entries

    def short(self, question: str) -> str:
        """Give the short label of a question, or its whole label where it has none."""
        return self.get(f"question.{question}.short") or self.get(f"question.{question}.label")

    def option(self, option_set: str, option: str) -> str:
        """Give the name of a choice that the pack names itself."""
        return self.get(f"option.{option_set}.{option}")


def texts(pack: str, files: Mapping[str, Mapping[str, str]], chain: tuple[str, ...]) -> Texts:
    """Read the texts of a pack: by language, the contents of its files by name.

    `chain` names the languages to look in, the wanted one first. Raises PackInvalid.
    """
    faults: list[Fault] = []
    entries: dict[str, Text] = {}
    for language in reversed(chain):
        for name, content in files.get(language, {}).items():
            reader = Reader.of_text(content, f"{pack}/words/{language}/{name}", faults)
            entries |= _entries(reader, language)
    if faults:
        raise PackInvalid(pack, tuple(faults))
    return Texts(chain[0], entries)


def _entries(reader: Reader, language: str) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for status in Status:
        if not reader.has(status.value):
            continue
        part = reader.child(status.value)
        for name in part.names():
            if name in found:
                part.fault("named-twice", name)
            value = part.raw(name)
            paragraphs = (value,) if isinstance(value, str) and value else part.words(name)
            found[name] = Text(paragraphs, status, language)
    reader.close()
    return found
