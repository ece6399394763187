"""What will happen, record by record: outputs, events, meetings, activities of whatever call."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.form import Group, ListSpec, Question, QuestionType
from erasmus_desk.draft import numbering
from erasmus_desk.draft.asked import ShownGroup
from erasmus_desk.draft.model import Key
from erasmus_desk.export import outline_questions, outline_tables
from erasmus_desk.export.blocks import Block, Heading, Paragraph, Said, Tone
from erasmus_desk.export.outline_words import Speech

_LONG = {QuestionType.TEXT, QuestionType.TABLE, QuestionType.STATIC}


def spec_of(group: Group, speech: Speech) -> ListSpec | None:
    """Give the list of a group whose items are records with a number, such as `O1`."""
    spec = speech.pack.form.lists.get(group.list)
    return spec if spec is not None and spec.prefix else None


def record(one: ShownGroup, spec: ListSpec, above: str, speech: Speech) -> list[Block]:
    """Give a record under its heading.

    `above` is the number of the heading it comes after: the first record of a list stands
    under the heading of the list, which may be there already.
    """
    return [
        *_list_heading(one, spec, above, speech),
        *_heading(one, spec, speech),
        *_content(one, spec, speech),
    ]


def _list_heading(one: ShownGroup, spec: ListSpec, above: str, speech: Speech) -> Iterator[Block]:
    if one.position or (one.group.letter and one.group.letter == above):
        return
    ids = (*_titles(one.group, speech), f"list.{spec.id}.many")
    title = speech.text(*ids) or Said(spec.id, speech.own)
    yield Heading(2, one.group.letter, _begun(title))
    if second := speech.beside(*ids):
        yield Paragraph(_begun(second), Tone.BESIDE)
    if not speech.is_clean:
        for part in speech.texts_of(f"group.{one.group.id}.intro"):
            yield Paragraph(part, Tone.INTRO)


def _titles(group: Group, speech: Speech) -> Iterator[str]:
    """Give the ids of a group's title and of those that share its letter: one will have words."""
    yield f"group.{group.id}.title"
    for section in speech.pack.form.sections:
        if group in section.groups and group.letter:
            alike = (one for one in section.groups if one.letter == group.letter)
            yield from (f"group.{one.id}.title" for one in alike)


def _begun(title: Said) -> Said:
    """Give a title with a capital: lists are named in small letters, for within sentences."""
    return Said(f"{title.text[:1].upper()}{title.text[1:]}", title.language)


def _heading(one: ShownGroup, spec: ListSpec, speech: Speech) -> Iterator[Block]:
    number = numbering.number(speech.draft, speech.pack, spec.id, one.item)
    name = speech.draft.text(spec.name, one.item).strip()
    if name:
        # To the letter, but for what no heading can hold: the blanks around it.
        yield Heading(3, number, Said(name, speech.own), str(Key(spec.name, one.item)))
    else:
        yield Heading(3, number, speech.text(f"list.{spec.id}.one") or Said(spec.id, speech.own))


def _content(one: ShownGroup, spec: ListSpec, speech: Speech) -> Iterator[Block]:
    """Give the short answers as one table, then the texts and the rows inside the record."""
    shown = outline_questions.wanted(one, speech)
    facts = [question for question in shown if _is_fact(question, spec, one.item, speech)]
    if facts:
        title = Said(numbering.title(speech.draft, speech.pack, spec.id, one.item), speech.own)
        yield outline_tables.facts(one.item, facts, title, speech, guided=False)
    for question in shown:
        if question.type in _LONG:
            # What to write is said once, at the first record.
            yield from outline_questions.one(question, one.item, speech, guided=one.position == 0)


def _is_fact(question: Question, spec: ListSpec, item: str, speech: Speech) -> bool:
    if question.id == spec.name:
        return not speech.draft.text(spec.name, item).strip()
    if question.type in _LONG:
        return False
    # What nobody answered has its place where the plan is written, not with those who read it.
    is_whole = not (speech.is_clean or speech.is_for_partner)
    return is_whole or question.required or speech.value(question, item) is not None
