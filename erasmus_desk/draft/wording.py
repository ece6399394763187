"""What choices and items are called: on screen, in a Word file, and when it comes home."""

from __future__ import annotations

from dataclasses import dataclass

from erasmus_desk import words
from erasmus_desk.call.form import Naming, OptionSet
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import numbering
from erasmus_desk.draft.model import Draft


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the code of the language it is in; empty for words of the draft itself."""

    text: str
    language: str = ""


def option(found: OptionSet, name: str, texts: Texts, language: str) -> Named:
    """Give the name of a choice, or its id where nothing names it.

    Countries and languages are named in `language`, other choices by the texts of the pack.
    """
    match found.naming:
        case Naming.COUNTRIES:
            return Named(words.country(name, language), language)
        case Naming.LANGUAGES:
            return Named(words.language_name(name, language), language)
        case Naming.TEXTS:
            text = texts.find(f"option.{found.id}.{name}")
            if text is None or not text.paragraphs:
                return Named(name)
            return Named("\n".join(text.paragraphs), text.language)


def item(draft: Draft, pack: Pack, texts: Texts, list_id: str, name: str) -> Named:
    """Give what an item of a list is called: `O1 Course`, or the name of a school."""
    spec = pack.form.lists[list_id]
    title = numbering.title(draft, pack, list_id, name)
    if spec.prefix or draft.text(spec.name, name):
        return Named(title)
    kind = texts.find(f"list.{list_id}.one")
    if kind is None or not kind.paragraphs:
        return Named(f"{list_id} {title}".strip())
    return Named(f"{' '.join(kind.paragraphs)} {title}".strip(), kind.language)
