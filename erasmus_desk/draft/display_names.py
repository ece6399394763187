"""What choices and items are called: on screen, in a Word file, and when it comes home.

The numbers of items (O1, C2): given by their order, so they mend themselves.
"""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.call.form import Naming, OptionSet
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft
from erasmus_desk.i18n import formats


def number(draft: Draft, pack: Pack, list_id: str, item: str, parent: str = "") -> str:
    """Give the number of an item, such as `O1`, or `1` in a list without a prefix.

    An item that is not in the list has none.
    """
    items = draft.items(list_id, parent)
    if item not in items:
        return ""
    return f"{pack.form.lists[list_id].prefix}{items.index(item) + 1}"


def title(draft: Draft, pack: Pack, list_id: str, item: str) -> str:
    """Give the number and the name of an item of a list outside other items (`O1 Course`).

    An item of a list without prefix is named alone, by its number while it has no name.
    """
    spec = pack.form.lists[list_id]
    name = draft.text(spec.name, item)
    count = number(draft, pack, list_id, item)
    if not spec.prefix:
        return name or count
    return f"{count} {name}".strip()


class Named(Struct, frozen=True):
    """A name and the code of the language it is in; empty for words of the draft itself."""

    text: str
    language: str = ""


def option(found: OptionSet, name: str, texts: Texts, language: str) -> Named:
    """Give the name of a choice, or its id where nothing names it.

    Countries and languages are named in `language`, other choices by the texts of the pack.
    """
    match found.naming:
        case Naming.COUNTRIES:
            return Named(formats.country(name, language), language)
        case Naming.LANGUAGES:
            return Named(formats.language_name(name, language), language)
        case Naming.TEXTS:
            text = texts.find(f"option.{found.id}.{name}")
            if text is None or not text.paragraphs:
                return Named(name)
            return Named("\n".join(text.paragraphs), text.language)


def item(draft: Draft, pack: Pack, texts: Texts, list_id: str, name: str) -> Named:
    """Give what an item of a list is called: `O1 Course`, or the name of a school."""
    spec = pack.form.lists[list_id]
    named = title(draft, pack, list_id, name)
    if spec.prefix or draft.text(spec.name, name):
        return Named(named)
    kind = texts.find(f"list.{list_id}.one")
    if kind is None or not kind.paragraphs:
        return Named(f"{list_id} {named}".strip())
    return Named(f"{' '.join(kind.paragraphs)} {named}".strip(), kind.language)
