"""The organisations: the table of all of them, and the heading above each one's own part."""

from __future__ import annotations

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import ShownGroup
from erasmus_desk.export.document.answer_controls import control
from erasmus_desk.export.document.blocks import Block, Cell, Column, Heading, Look, Said, Table
from erasmus_desk.export.document.context import Speech

_COLUMNS = {"number": 6, "name": 27, "city": 14, "country": 13, "type": 25, "role": 15}
"""Columns of the table and their shares of the width."""
_ROLES = {
    "name": "organisation_name",
    "city": "organisation_city",
    "country": "organisation_country",
    "type": "organisation_type",
}


def parties(speech: Speech) -> tuple[str, ...]:
    """Give the ids of the organisations, the applicant first."""
    return speech.draft.items(speech.pack.role("organisations"))


def place(item: str, speech: Speech) -> str:
    """Give city and country of an organisation, as far as they are known."""
    parts = (speech.role(f"organisation_{name}", item) for name in ("city", "country"))
    return ", ".join(part.text for part in parts if part)


def overview(list_id: str, speech: Speech) -> list[Block]:
    """Give the table of all organisations, if this is their list."""
    if list_id != speech.pack.role("organisations"):
        return []
    columns = [
        name
        for name in _COLUMNS
        if name not in _ROLES or speech.pack.question(speech.pack.role(_ROLES[name]))
    ]
    said = speech.labels.said
    return [
        Table(
            look=Look.GRID,
            title=said("parties.title"),
            description=said("parties.about"),
            columns=tuple(
                Column(said(f"parties.{name}"), _COLUMNS[name], question=_question(name, speech))
                for name in columns
            ),
            rows=tuple(
                tuple(_cell(name, item, index, speech) for name in columns)
                for index, item in enumerate(parties(speech))
            ),
            captioned=True,
            order=list_id,
            items=parties(speech),
        )
    ]


def _question(column: str, speech: Speech) -> str:
    """Give the id of what a column asks, if it asks anything."""
    return speech.pack.role(_ROLES[column]) if column in _ROLES else ""


def _cell(column: str, item: str, index: int, speech: Speech) -> Cell:
    said = speech.labels.said
    if column == "number":
        return Cell(Said(str(index + 1), speech.own))
    if column == "role":
        return Cell(said("parties.partner" if index else "parties.applicant"))
    question = speech.pack.form.questions[_question(column, speech)]
    key, how = str(Key(question.id, item)), control(question, item, speech)
    value = speech.value(question, item)
    if value is None:
        return Cell(said("missing"), key, missing=True, control=how)
    return Cell(value, key, control=how)


def item_heading(number: str, one: ShownGroup, title: Said | None, speech: Speech) -> Heading:
    """Give the heading of an item: what it is in the form, and its name."""
    spec = speech.pack.form.lists[one.group.list]
    kind = title if one.group.letter.count(".") == 1 else None
    ids = [f"list.{spec.id}.one"]
    if one.position == 0:
        ids.insert(0, f"list.{spec.id}.first")
    what = kind or speech.text(*ids) or Said(spec.id, speech.own)
    question = speech.pack.question(spec.name)
    name = speech.value(question, one.item) if question else None
    if question is None or name is None:
        return Heading(2, number, what)
    lead = f"{what.text}: "
    whole = Said(f"{lead}{name.text}", what.language)
    return Heading(2, number, whole, str(Key(question.id, one.item)), lead)
