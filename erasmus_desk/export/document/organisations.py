"""The table of all organisations, and the heading above the part of each one."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.answer_controls import build_control
from erasmus_desk.export.document.blocks import Cell, Column, LangText, Table
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.i18n import formats

_COLUMNS = {
    "number": (6, ""),
    "name": (27, "organisation_name"),
    "city": (14, "organisation_city"),
    "country": (13, "organisation_country"),
    "type": (25, "organisation_type"),
    "role": (15, ""),
}
"""Columns of the table: their shares of the width, and the roles of their questions."""


def list_organisations(context: BuildContext) -> tuple[str, ...]:
    """Return the ids of the organisations in their order."""
    return context.draft.items(context.pack.role("organisations"))


def format_place(item: str, context: BuildContext) -> str:
    """Return city and country of an organisation, as far as they are known."""
    parts = (context.format_role(f"organisation_{name}", item) for name in ("city", "country"))
    return ", ".join(part.text for part in parts if part)


def build_overview(list_id: str, context: BuildContext) -> Iterator[Table]:
    """Build the table of all organisations, if `list_id` is their list."""
    if list_id != context.pack.role("organisations"):
        return
    label, pack, items = context.labels.get, context.pack, list_organisations(context)
    asked = {name: pack.role(role) for name, (_, role) in _COLUMNS.items()}
    columns = [name for name in asked if not _COLUMNS[name][1] or pack.question(asked[name])]
    yield Table(
        kind=blocks.TableKind.GRID,
        title=label("parties.title"),
        description=label("parties.about"),
        columns=tuple(
            Column(label(f"parties.{name}"), _COLUMNS[name][0], question=asked[name])
            for name in columns
        ),
        rows=tuple(
            tuple(_build_cell(name, asked[name], item, index, context) for name in columns)
            for index, item in enumerate(items)
        ),
        has_caption=True,
        list_key=list_id,
        items=items,
    )


def _build_cell(column: str, asked: str, item: str, index: int, context: BuildContext) -> Cell:
    label = context.labels.get
    if column == "number":
        return Cell(LangText(str(index + 1), context.answer_language))
    if column == "role":
        applies = item == find_applicant(context.draft, context.pack)
        return Cell(label("parties.applicant" if applies else "parties.partner"))
    question = context.pack.form.questions[asked]
    key, control = str(Key(question.id, item)), build_control(question, item, context)
    value = context.format_answer(question, item)
    if value is None:
        return Cell(label("missing"), key, is_missing=True, control=control)
    return Cell(value, key, control=control)


def build_item_heading(
    number: str, shown: VisibleGroup, title: LangText | None, context: BuildContext
) -> blocks.Heading:
    """Build the heading of an item: its role in the form and its name."""
    spec = context.pack.form.lists[shown.group.list]
    kind = title if shown.group.letter.count(".") == 1 else None
    place = "other" if shown.position else "first"
    names = (f"list.{spec.id}.{place}", f"list.{spec.id}.one")
    role = kind or context.get_text(spec.id, *names).capitalise()
    question = context.pack.question(spec.name)
    name = context.format_answer(question, shown.item) if question else None
    if question is None or name is None:
        return blocks.Heading(2, number, role)
    prefix = formats.join_label(role.text, "", role.language)
    heading = LangText(f"{prefix}{name.text}", role.language)
    return blocks.Heading(2, number, heading, str(Key(question.id, shown.item)), prefix)
