"""The builder of the proposal as blocks, from a draft, its call and the texts of a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from erasmus_desk.call.form import Group, Section, SectionLayout, SectionPart
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
    budget_gaps,
    budget_summary,
    cover,
    glance,
    item_facts,
    organisations,
    questions,
)
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.context import BuildContext, Labels
from erasmus_desk.export.document.page_space import PageSpace

_OUR_SPACE = PageSpace()


def build_proposal(  # noqa: PLR0913 -- all but three by their names
    draft: Draft,
    pack: Pack,
    texts: Texts,
    labels: Labels,
    profile: blocks.Profile,
    budget: Budget | None = None,
    *,
    has_budget_lines: bool = False,
    space: PageSpace = _OUR_SPACE,
) -> blocks.Document:
    """Build the whole document; without `budget` there is no budget chapter.

    With `has_budget_lines` every line of the budget is at the end. `space` is the room on a page.
    """
    language = draft.text(pack.role("language")) or labels.locale
    context = BuildContext(draft, pack, texts, labels, profile, language)
    build = _build_chapters if context.is_clean else _build_in_form_order
    return blocks.Document(
        properties=cover.build_properties(context),
        header_footer=cover.build_header_footer(context),
        blocks=(
            cover.build_cover(context),
            *(
                glance.build_glance(context, budget, space or PageSpace())
                if context.is_clean
                else ()
            ),
            blocks.Contents(labels.get("contents")),
            *questions.explain_mark_once(build(context, budget), context),
            *(_build_budget_lines(context, budget) if budget and has_budget_lines else ()),
        ),
        labels=answer_controls.collect_labels(context),
    )


def _build_in_form_order(context: BuildContext, budget: Budget | None) -> Iterator[blocks.Block]:
    """Build the sections as the form has them, and the timetable as the last."""
    summary = _build_grant(context, budget)
    place = context.pack.form.grant_section
    for section in visibility.visible_sections(context.draft, context.pack):
        parts = _build_section(section, context, summary if section is place else [])
        yield from _build_chapter(section.letter, get_section_title(section, context), parts)
    if place is None:
        yield from _build_chapter("", context.labels.get("budget.title"), summary)
    timetable = [*activities.build_timetable(context)]
    yield from _build_chapter("", context.labels.get("timetable.title"), timetable)


def _build_chapters(context: BuildContext, budget: Budget | None) -> Iterator[blocks.Block]:
    """Build numbered chapters in the order in which an assessor reads.

    Summary and timetable come first, what only the form needs is together at the end.
    """
    summary = _build_grant(context, budget)
    sections = visibility.visible_sections(context.draft, context.pack)
    place = context.pack.form.grant_section
    chapters: list[tuple[str, LangText, list[blocks.Block]]] = []
    rest: list[blocks.Block] = []
    for section in sorted(sections, key=_rank_for_reading):
        parts = _build_section(section, context, summary if section is place else [])
        title = get_section_title(section, context)
        if _rank_for_reading(section) < _FORM_DATA:
            chapters.append((section.letter, title, parts))
        elif parts:
            rest += [blocks.Heading(2, "", title), *map(_lower_heading, parts)]
    timetable = [*activities.build_timetable(context)]
    chapters.insert(1, ("", context.labels.get("timetable.title"), timetable))
    if place is None:
        chapters.append(("", context.labels.get("budget.title"), summary))
    chapters.append(("", context.labels.get("form_data.title"), rest))
    filled = [(letter, title, parts) for letter, title, parts in chapters if parts]
    for number, (letter, title, parts) in enumerate(filled, start=1):
        where = context.labels.get("chapter.section", letter=letter) if letter else None
        line = [blocks.Paragraph(where, blocks.ParagraphRole.SECTION)] if where else []
        yield from _build_chapter(str(number), title, [*line, *parts])


_FORM_DATA = 6
"""The rank of sections that only the form needs."""


def _rank_for_reading(section: Section) -> int:
    """Return the place of a section among the chapters; those of a place keep their order."""
    by_layout = {SectionLayout.SUMMARY: 0, SectionLayout.PRIORITIES: 1, SectionLayout.LIST: 3}
    if section.layout in by_layout:
        return by_layout[section.layout]
    if section.layout.shows_grant:
        return 5
    return {SectionPart.TEXT: 2, SectionPart.PLAN: 4}.get(section.part, _FORM_DATA)


def _lower_heading(block: blocks.Block) -> blocks.Block:
    if isinstance(block, blocks.Heading):
        return replace(block, level=min(3, block.level + 1))
    return block


def _build_chapter(
    number: str, title: LangText, parts: Sequence[blocks.Block]
) -> Iterator[blocks.Block]:
    if parts:
        yield blocks.Heading(1, number, title)
        yield from parts


def _build_grant(context: BuildContext, budget: Budget | None) -> list[blocks.Block]:
    """Build the sums of the grant and what is in none of them, if the call has cost rules."""
    summary = [*budget_summary.build_summary(budget, context)] if budget else []
    return [*summary, *budget_gaps.build_gaps(budget, context)] if budget and summary else []


_UPRIGHT_COLUMNS = 3
"""Columns of a table that a portrait page is wide enough for, whatever they contain."""


def _build_budget_lines(context: BuildContext, budget: Budget) -> Iterator[blocks.Block]:
    """Build every line of the budget at the end, on landscape pages if a table is wide."""
    lines = [*budget_annex.build_annex(budget, context)]
    if lines:
        tables = (one for one in lines if isinstance(one, blocks.Table))
        if any(len(one.columns) > _UPRIGHT_COLUMNS for one in tables):
            yield blocks.PageOrientation(is_landscape=True)
        yield from _build_chapter("", context.labels.get("budget.annex"), lines)


def _build_section(
    section: Section, context: BuildContext, first: list[blocks.Block]
) -> list[blocks.Block]:
    """Build a section without its heading, or nothing if it has no content.

    The blocks in `first` come before its questions.
    """
    title = get_section_title(section, context)
    parts = [*first]
    shown = _sort_groups(section, visibility.visible_groups(section, context.draft, context.pack))
    first_positions = find_first_positions(shown)
    previous = last_letter = ""
    items = item_facts.collect(shown, context)
    has_one_list = context.is_clean and len({one.group.list for one in shown}) == 1
    for shown_group in shown:
        group, item = shown_group.group, shown_group.item
        if spec := activities.find_record_list(group, context):
            above_all = items.build(item, context)
            # The only list of a section needs no heading of its own.
            above = activities.get_list_title(shown_group, spec, context) if has_one_list else title
            parts += activities.build_record(
                shown_group, spec, last_letter, context, above, above_all
            )
            last_letter = group.letter
            continue
        name = _find_group_title(group.id, context) or title
        above_all = items.build(item, context) if item != previous else []
        left_out = items.together if item else frozenset[str]()
        body = [*above_all, *questions.build_group(shown_group, name, context, left_out)]
        if not body:
            continue
        # For an assessor they are on the page at a glance.
        if item and not previous and not context.is_clean:
            parts += organisations.build_overview(group.list, context)
        first_position = first_positions[group.id]
        heading = list(build_group_heading(shown_group, section, previous, first_position, context))
        last_letter = group.letter if heading else last_letter
        above = [block.text for block in heading if isinstance(block, blocks.Heading)] or [title]
        parts += [*heading, *drop_repeated_question(body, above[-1])]
        previous = item
    if not parts:
        return []
    return [*questions.build_intro(context, f"section.{section.id}.intro"), *parts]


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
    title = _find_group_title(group.id, context)
    if context.is_clean:
        # The chapters have numbers of their own.
        number = ""
    if shown.item and shown.item != previous_item:
        item_number = ".".join(number.split(".")[:2])
        yield organisations.build_item_heading(item_number, shown, title, context)
        if group.letter.count(".") < 2:  # noqa: PLR2004 - D.1 is the item itself, D.1.1 a part of it
            return
    if shown.item and context.is_clean:
        # The questions of an item have labels enough.
        return
    if title is not None and (number or not _is_same(title, get_section_title(section, context))):
        yield blocks.Heading(3 if shown.item else 2, number, title)
        yield from questions.build_translation(context, f"group.{group.id}.title")
    yield from questions.build_intro(context, f"group.{group.id}.intro")


def _find_group_title(group: str, context: BuildContext) -> LangText | None:
    """Return the title of a group; the form may ask there, and then its short name says what it is.

    The working copy has the words of the form.
    """
    short = context.find_text(f"group.{group}.short") if context.is_clean else None
    return short or context.find_text(f"group.{group}.title")


def get_section_title(section: Section, context: BuildContext) -> LangText:
    """Return the title of a section, or its id."""
    return context.get_text(section.id, f"section.{section.id}.title")


def drop_repeated_question(body: list[blocks.Block], heading: LangText) -> list[blocks.Block]:
    """Return the blocks without the label of an only question that repeats the heading."""
    match body:
        case [blocks.FactLine(label) as line] if _is_same(label, heading):
            return [replace(line, label=LangText("", label.language))]
        case _:
            pass
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
