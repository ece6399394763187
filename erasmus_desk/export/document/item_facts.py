"""The short answers of the items of a section, together below the heading of each.

All items of a list have the same answers in a row, so that they can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from erasmus_desk.call.form import Question
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import facts, questions
from erasmus_desk.export.document.blocks import Block
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.document.facts import Fact


class ItemFacts(Struct, frozen=True):
    """The short answers of items, their lists, and the questions in the row of each list.

    `together` are the questions that are not asked again below.
    """

    by_item: Mapping[str, Sequence[Fact]]
    lists: Mapping[str, str]
    columns: Mapping[str, Sequence[str]]
    together: frozenset[str]

    def build(self, item: str, context: BuildContext) -> list[Block]:
        """Build the short answers of an item; none of what is not an item."""
        answers = self.by_item.get(item)
        if not answers:
            return []
        name = self.lists[item]
        return [
            *facts.build_facts(
                answers,
                item,
                _name_templates(name),
                context.name_item(name, item),
                context,
                columns_of_list=self.columns[name],
            )
        ]


def collect(shown: Sequence[VisibleGroup], context: BuildContext) -> ItemFacts:
    """Collect the short answers of the items of a section; only an assessor has them together.

    Those of records, and of groups that have nothing else.
    """
    visible = [
        (one, questions.list_visible_questions(one, context))
        for one in (shown if context.is_clean else ())
        if one.item
    ]
    together = frozenset(
        question.id
        for one, listed in visible
        if context.pack.form.lists[one.group.list].prefix or all(each.is_short for each in listed)
        for question in listed
        if question.is_short
    )
    asked: dict[str, list[Question]] = {}
    lists: dict[str, str] = {}
    for one, listed in visible:
        asked.setdefault(one.item, []).extend(each for each in listed if each.id in together)
        lists[one.item] = one.group.list
    by_item = {
        item: facts.list_facts(listed, item, context, context.pack.form.lists[lists[item]].name)
        for item, listed in asked.items()
    }
    columns = {
        name: facts.choose_columns(
            [by_item[item] for item in by_item if lists[item] == name],
            _name_templates(name),
            context,
        )
        for name in set(lists.values())
    }
    return ItemFacts(by_item, lists, columns, together)


def _name_templates(list_id: str) -> str:
    return f"list.{list_id}.facts"
