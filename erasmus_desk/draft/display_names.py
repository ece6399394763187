"""Display names of choices and list items, with the numbers (O1, C2) that items get by order.

Screen, Word file and review import use the same names.
"""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.call.form import ListSpec, NameSource, OptionSet
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.hidden_characters import is_blank
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n import formats


def format_item_number(draft: Draft, pack: Pack, list_id: str, item: str, parent: str = "") -> str:
    """Return the number of an item (`O1`, or `1` without a prefix), empty if it is not listed."""
    items = draft.items(list_id, parent)
    if item not in items:
        return ""
    spec = pack.form.lists[list_id]
    return f"{spec.prefix}{items.index(item) + spec.starts_at}"


def find_name(draft: Draft, question: str, item: str) -> str:
    """Return a name as it was typed, empty if it shows nothing."""
    name = draft.text(question, item)
    return "" if is_blank(name) else name


def format_item_title(
    draft: Draft, pack: Pack, list_id: str, item: str, namesakes: frozenset[str] | None = None
) -> str:
    """Return the number and name of an item of a top-level list (`O1 Course`).

    In a list without a prefix it is the name, or the number while there is no name. Namesakes are
    told apart by their numbers (`School (2)`); who names many items finds `namesakes` once.
    """
    spec = pack.form.lists[list_id]
    name = find_name(draft, spec.name, item)
    count = format_item_number(draft, pack, list_id, item)
    if not spec.prefix:
        found = find_namesakes(draft, spec) if namesakes is None else namesakes
        return f"{name} ({count})" if item in found else name or count
    return f"{count} {name}".strip()


def format_item_titles(draft: Draft, pack: Pack, list_id: str) -> dict[str, str]:
    """Return the titles of all items of a top-level list, by the items."""
    namesakes = find_namesakes(draft, pack.form.lists[list_id])
    return {
        item: format_item_title(draft, pack, list_id, item, namesakes)
        for item in draft.items(list_id)
    }


def find_namesakes(draft: Draft, spec: ListSpec) -> frozenset[str]:
    """Return the items of a list with a name that another has, but for case and blanks."""
    by_name: dict[str, list[str]] = {}
    for item in dict.fromkeys(draft.items(spec.id)):
        name = " ".join(draft.text(spec.name, item).split()).casefold()
        if name:
            by_name.setdefault(name, []).append(item)
    return frozenset(item for same in by_name.values() if len(same) > 1 for item in same)


def name_answer(draft: Draft, pack: Pack, texts: Texts, key: Key) -> str:
    """Return the name of an answer with that of the item it belongs to (`Grant (School)`)."""
    label = texts.short_label(key.question) or key.question
    owner = pack.form.list_of(key.question)
    if not owner or not key.item:
        return label
    spec = pack.form.lists[owner]
    question, name = pack.form.questions.get(spec.name), draft.text(spec.name, key.item)
    if question and question.of and name:
        # The row is named after an item of another list, such as the organisation that travels.
        return f"{label} ({format_item_title(draft, pack, question.of, name)})"
    return f"{label} ({name_item(draft, pack, texts, owner, key.item).text})"


class DisplayName(Struct, frozen=True):
    """A name and the code of its language, empty for a text of the user."""

    text: str
    language: str = ""


def name_option(found: OptionSet, name: str, texts: Texts, language: str) -> DisplayName:
    """Return the name of a choice, or its id if it has none.

    Countries and languages are named in `language`, other choices by the texts of the pack.
    """
    match found.naming:
        case NameSource.COUNTRIES:
            return DisplayName(formats.name_country(name, language), language)
        case NameSource.LANGUAGES:
            return DisplayName(formats.name_language(name, language), language)
        case NameSource.TEXTS:
            text = texts.find(f"option.{found.id}.{name}")
            if text is None or not text.paragraphs:
                return DisplayName(name)
            return DisplayName("\n".join(text.paragraphs), text.language)


def name_item(
    draft: Draft,
    pack: Pack,
    texts: Texts,
    list_id: str,
    name: str,
    namesakes: frozenset[str] | None = None,
) -> DisplayName:
    """Return the name of a list item: `O1 Course`, or the name of a school.

    Who names many items finds the `namesakes` once.
    """
    spec = pack.form.lists[list_id]
    question = pack.form.questions.get(spec.name)
    choices = pack.option_set(question) if question else None
    if choices is not None and draft.text(spec.name, name):
        return name_option(choices, draft.text(spec.name, name), texts, texts.language)
    named = format_item_title(draft, pack, list_id, name, namesakes)
    if spec.prefix or find_name(draft, spec.name, name):
        return DisplayName(named)
    kind = texts.find(f"list.{list_id}.one")
    if kind is None or not kind.paragraphs:
        return DisplayName(f"{list_id} {named}".strip())
    return DisplayName(f"{' '.join(kind.paragraphs)} {named}".strip(), kind.language)
