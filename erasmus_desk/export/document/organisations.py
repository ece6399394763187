"""The table of all organisations, and the heading above the part of each one."""

from __future__ import annotations

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document.answer_controls import build_control
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    LangText,
    Table,
    TableKind,
)
from erasmus_desk.export.document.context import BuildContext

_COLUMNS = {"number": 6, "name": 27, "city": 14, "country": 13, "type": 25, "role": 15}
"""Columns of the table and their shares of the width."""
_ROLES = {
    "name": "organisation_name",
    "city": "organisation_city",
    "country": "organisation_country",
    "type": "organisation_type",
}


def list_organisations(context: BuildContext) -> tuple[str, ...]:
    """Return the ids of the organisations, the applicant first."""
    return context.draft.items(context.pack.role("organisations"))


def format_place(item: str, context: BuildContext) -> str:
    """Return city and country of an organisation, as far as they are known."""
    parts = (context.format_role(f"organisation_{name}", item) for name in ("city", "country"))
    return ", ".join(part.text for part in parts if part)


def build_overview(list_id: str, context: BuildContext) -> list[Block]:
    """Build the table of all organisations, if `list_id` is their list."""
    if list_id != context.pack.role("organisations"):
        return []
    columns = [
        name
        for name in _COLUMNS
        if name not in _ROLES or context.pack.question(context.pack.role(_ROLES[name]))
    ]
    label = context.labels.get
    return [
        Table(
            kind=TableKind.GRID,
            title=label("parties.title"),
            description=label("parties.about"),
            columns=tuple(
                Column(
                    label(f"parties.{name}"), _COLUMNS[name], question=_find_question(name, context)
                )
                for name in columns
            ),
            rows=tuple(
                tuple(_build_cell(name, item, index, context) for name in columns)
                for index, item in enumerate(list_organisations(context))
            ),
            has_caption=True,
            list_key=list_id,
            items=list_organisations(context),
        )
    ]


def _find_question(column: str, context: BuildContext) -> str:
    """Return the id of the question of a column, or an empty text."""
    return context.pack.role(_ROLES[column]) if column in _ROLES else ""


def _build_cell(column: str, item: str, index: int, context: BuildContext) -> Cell:
    label = context.labels.get
    if column == "number":
        return Cell(LangText(str(index + 1), context.answer_language))
    if column == "role":
        return Cell(label("parties.partner" if index else "parties.applicant"))
    question = context.pack.form.questions[_find_question(column, context)]
    key, control = str(Key(question.id, item)), build_control(question, item, context)
    value = context.format_answer(question, item)
    if value is None:
        return Cell(label("missing"), key, is_missing=True, control=control)
    return Cell(value, key, control=control)


def build_item_heading(
    number: str, shown: VisibleGroup, title: LangText | None, context: BuildContext
) -> Heading:
    """Build the heading of an item: its role in the form and its name."""
    spec = context.pack.form.lists[shown.group.list]
    kind = title if shown.group.letter.count(".") == 1 else None
    ids = [f"list.{spec.id}.one"]
    if shown.position == 0:
        ids.insert(0, f"list.{spec.id}.first")
    role = kind or context.find_text(*ids) or LangText(spec.id, context.answer_language)
    question = context.pack.question(spec.name)
    name = context.format_answer(question, shown.item) if question else None
    if question is None or name is None:
        return Heading(2, number, role)
    prefix = f"{role.text}: "
    heading = LangText(f"{prefix}{name.text}", role.language)
    return Heading(2, number, heading, str(Key(question.id, shown.item)), prefix)
