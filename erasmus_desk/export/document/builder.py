"""The builder of the proposal as blocks, from a draft, its call and the texts of a language."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.form import Group, Section
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import (
    activities,
    answer_controls,
    blocks,
    budget_annex,
    budget_summary,
    cover,
    organisations,
    questions,
)
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import BuildContext, Labels

_GROUP_LEVEL = 2
"""The heading level between sections and records."""


def build_proposal(
    draft: Draft,
    pack: Pack,
    texts: Texts,
    labels: Labels,
    profile: blocks.Profile,
    budget: Budget | None = None,
) -> blocks.Document:
    """Build the whole document; without `budget` there is no budget chapter."""
    language = draft.text(pack.role("language")) or labels.locale
    context = BuildContext(draft, pack, texts, labels, profile, language)
    chapter = [*budget_summary.build_summary(budget, context)] if budget else []
    place = pack.form.grant_section
    body: list[blocks.Block] = []
    for section in visibility.visible_sections(draft, pack):
        body += _build_section(section, context, chapter if section is place else [])
    return blocks.Document(
        properties=cover.build_properties(context),
        header_footer=cover.build_header_footer(context),
        blocks=(
            cover.build_cover(context),
            blocks.Contents(labels.get("contents")),
            *body,
            *_build_annexes(context, budget, [] if place else chapter),
        ),
        labels=answer_controls.collect_labels(context),
    )


def _build_annexes(
    context: BuildContext, budget: Budget | None, chapter: list[blocks.Block]
) -> Iterator[blocks.Block]:
    """Build the annexes on landscape pages at the end."""
    lines = budget_annex.build_annex(budget, context) if budget else ()
    annexes = (
        ("timetable.title", [*activities.build_timetable(context)]),
        ("budget.annex", [*chapter, *lines]),
    )
    filled = [(name, parts) for name, parts in annexes if parts]
    for place, (name, parts) in enumerate(filled, start=1):
        if place == 1:
            yield blocks.PageOrientation(is_landscape=True)
        title = context.labels.format(name)
        yield blocks.Heading(1, "", context.labels.get("annex.title", n=str(place), name=title))
        yield from parts


def _build_section(
    section: Section, context: BuildContext, first: list[blocks.Block]
) -> list[blocks.Block]:
    """Build a section after its heading, or nothing if it has no content.

    The blocks in `first` come before its questions.
    """
    title = get_section_title(section, context)
    parts = [*first]
    shown = _sort_groups(section, visibility.visible_groups(section, context.draft, context.pack))
    first_positions = find_first_positions(shown)
    previous = ""
    for shown_group in shown:
        group, item = shown_group.group, shown_group.item
        if spec := activities.find_record_list(group, context):
            headings = (one for one in reversed(parts) if isinstance(one, blocks.Heading))
            number = next((one.number for one in headings if one.level == _GROUP_LEVEL), "")
            parts += activities.build_record(shown_group, spec, number, context, title)
            continue
        name = context.find_text(f"group.{group.id}.title") or title
        body = questions.build_group(shown_group, name, context)
        if not body:
            continue
        if item and not previous:
            parts += organisations.build_overview(group.list, context)
        first_position = first_positions[group.id]
        heading = list(build_group_heading(shown_group, section, previous, first_position, context))
        above = [block.text for block in heading if isinstance(block, blocks.Heading)] or [title]
        parts += [*heading, *drop_repeated_question(body, above[-1])]
        previous = item
    if not parts:
        return []
    intro = questions.build_intro(context, f"section.{section.id}.intro")
    return [blocks.Heading(1, section.letter, title), *intro, *parts]


def _sort_groups(section: Section, shown: tuple[VisibleGroup, ...]) -> list[VisibleGroup]:
    """Return the groups of a list's items together, where the form has the first of them."""
    place: dict[tuple[str, str], int] = {}
    for index, group in enumerate(section.groups):
        place.setdefault(_group_key(group), index)
    return sorted(shown, key=lambda one: (place[_group_key(one.group)], one.position))


def _group_key(group: Group) -> tuple[str, str]:
    """Return a key that all groups of one list share; any other group has its own."""
    return (group.list, "" if group.list else group.id)


def find_first_positions(shown: list[VisibleGroup]) -> dict[str, int]:
    """Return for each group id the position of the first item that shows it."""
    found: dict[str, int] = {}
    for one in shown:
        found[one.group.id] = min(one.position, found.get(one.group.id, one.position))
    return found


def build_group_heading(
    shown: VisibleGroup,
    section: Section,
    previous_item: str,
    first_position: int,
    context: BuildContext,
) -> Iterator[blocks.Block]:
    """Build the heading of a group, after that of its item if the group is its first."""
    group = shown.group
    number = shift_number(group.letter, shown.position - first_position)
    title = context.find_text(f"group.{group.id}.title")
    if shown.item and shown.item != previous_item:
        item_number = ".".join(number.split(".")[:2])
        yield organisations.build_item_heading(item_number, shown, title, context)
        if number.count(".") < 2:  # noqa: PLR2004 - D.1 is the item itself, D.1.1 a part of it
            return
    if title is not None and (number or not _is_same(title, get_section_title(section, context))):
        yield blocks.Heading(3 if shown.item else 2, number, title)
        yield from questions.build_translation(context, f"group.{group.id}.title")
    yield from questions.build_intro(context, f"group.{group.id}.intro")


def get_section_title(section: Section, context: BuildContext) -> LangText:
    """Return the title of a section, or its id."""
    return context.get_text(section.id, f"section.{section.id}.title")


def drop_repeated_question(body: list[blocks.Block], heading: LangText) -> list[blocks.Block]:
    """Return the blocks without the label of an only question that repeats the heading."""
    labels = [block for block in body if isinstance(block, blocks.Question)]
    is_repeated = len(labels) == 1 and body[0] is labels[0] and _is_same(labels[0].text, heading)
    return body[1:] if is_repeated else body


def _is_same(one: LangText, other: LangText) -> bool:
    return one.text.strip().casefold() == other.text.strip().casefold()


def shift_number(letter: str, offset: int) -> str:
    """Return the number of a group for a later item: two items after D.2.1 is D.4.1."""
    parts = letter.split(".")
    if offset and len(parts) > 1 and parts[1].isdecimal():
        parts[1] = str(int(parts[1]) + offset)
    return ".".join(parts)
