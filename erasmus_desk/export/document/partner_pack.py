"""The document for one partner: its questions of the form and its activities.

It is built only from the draft that `partner_scope` leaves, which has the rule on what a partner
may see.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget.exclusions import list_exclusions
from erasmus_desk.call.form import ListSpec, Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names, visibility
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import VisibleGroup
from erasmus_desk.export.document import (
    activities,
    answer_controls,
    blocks,
    builder,
    cover,
    questions,
)
from erasmus_desk.export.document.activities import PlannedActivity
from erasmus_desk.export.document.blocks import Block, Cell, Column, LangText, Table
from erasmus_desk.export.document.context import BuildContext, Labels
from erasmus_desk.export.document.partner_scope import PartnerScope, limit_to_partner
from erasmus_desk.i18n import formats


class LanguageTexts(Struct, frozen=True):
    """The texts of the call and the labels of the document in a language."""

    texts: Texts
    labels: Labels


class PartnerRequest(Struct, frozen=True):
    """The organisation (its item) that is asked, the reply date and the second language."""

    partner: str
    reply_by: date | None = None
    second: LanguageTexts | None = None


def build_partner_document(
    draft: Draft, pack: Pack, language: LanguageTexts, request: PartnerRequest
) -> blocks.Document:
    """Build the document for an organisation of the draft, the applicant or a partner."""
    scope = limit_to_partner(draft, pack, request.partner)
    context = _make_context(scope, pack, language, request)
    name = cover.get_organisation_name(request.partner, context)
    properties = cover.build_properties(context)
    return blocks.Document(
        properties=replace(properties, title=f"{properties.title} – {name.text}"),
        header_footer=cover.build_header_footer(context),
        blocks=(
            cover.build_partner_cover(context, request.partner, request.reply_by),
            *questions.explain_mark_once(
                chain(
                    _build_organisation(scope, context),
                    _build_activities(scope, context),
                    _build_costs(scope, context),
                ),
                context,
            ),
        ),
        labels=answer_controls.collect_labels(context),
    )


def _make_context(
    scope: PartnerScope, pack: Pack, language: LanguageTexts, request: PartnerRequest
) -> BuildContext:
    own = scope.draft.text(pack.role("language")) or language.labels.locale
    profile, second = blocks.Profile.PARTNERS, request.second
    first = BuildContext(scope.draft, pack, language.texts, language.labels, profile, own)
    other = second and replace(first, texts=second.texts, labels=second.labels)
    return replace(first, second=other, withheld=scope.withheld)


def _build_organisation(scope: PartnerScope, context: BuildContext) -> Iterator[Block]:
    """Build the questions about the organisation itself."""
    parties = context.pack.role("organisations")
    for section in visibility.visible_sections(scope.draft, context.pack):
        shown = visibility.visible_groups(section, scope.draft, context.pack)
        of_list = [entry for entry in shown if entry.group.list == parties]
        first_at = builder.find_first_positions(of_list)
        own = [entry for entry in of_list if entry.item == scope.partner]
        if not own:
            continue
        title = builder.get_section_title(section, context)
        yield blocks.Heading(1, section.letter, title)
        yield from questions.build_translation(context, f"section.{section.id}.title")
        previous = ""
        for entry in own:
            position = first_at[entry.group.id]
            heading = list(builder.build_group_heading(entry, section, previous, position, context))
            above = next(
                (block.text for block in heading if isinstance(block, blocks.Heading)), title
            )
            body = questions.build_group(entry, above, context)
            yield from (*heading, *builder.drop_repeated_question(body, above))
            previous = entry.item


def _build_activities(scope: PartnerScope, context: BuildContext) -> Iterator[Block]:
    """Build the activities that name the organisation: by date, then one by one."""
    shown = [
        entry
        for entry in context.list_visible_groups()
        if entry.item in scope.records.get(entry.group.list, ())
    ]
    yield from _build_title("partner.activities", context)
    if not shown:
        yield blocks.Paragraph(context.labels.get("partner.none"))
        return
    yield _build_schedule(scope, context)
    done: set[str] = set()
    for entry in shown:
        yield from _build_record(entry, scope, context, is_first=entry.group.id not in done)
        done.add(entry.group.id)


def _build_title(label: str, context: BuildContext) -> Iterator[Block]:
    yield blocks.Heading(1, "", context.labels.get(label))
    if second := context.translate_label(label):
        yield blocks.Paragraph(second, blocks.ParagraphRole.SECOND_LANGUAGE)


def list_tasks(
    draft: Draft, pack: Pack, language: LanguageTexts, partner: str
) -> tuple[tuple[LangText, ...], ...]:
    """Return what an organisation does: each activity, its role in it, and the days, by date."""
    scope = limit_to_partner(draft, pack, partner)
    context = _make_context(scope, pack, language, PartnerRequest(partner))
    rows = (_build_row(entry, scope, context) for entry in _list_planned(scope, context))
    locale = context.labels.locale
    return tuple(
        tuple(
            replace(cell.text, text=formats.join_entries(cell.text.text.split("\n"), locale))
            for cell in row
        )
        for row in rows
    )


def _list_planned(scope: PartnerScope, context: BuildContext) -> list[PlannedActivity]:
    """Return the activities of the partner, the earliest first, those without dates last."""
    planned = [
        entry
        for entry in activities.list_planned(context)
        if entry.item in scope.records.get(entry.spec.id, ())
    ]
    return sorted(planned, key=lambda entry: entry.days[:1] or (date.max,))


def _build_schedule(scope: PartnerScope, context: BuildContext) -> Table:
    """Build a table of the activities, the earliest first, those without dates last."""
    labels = context.labels
    heads = (("timetable.what", 40), ("partner.named", 34), ("timetable.when", 26))
    return Table(
        kind=blocks.TableKind.GRID,
        title=labels.get("partner.activities"),
        description=labels.get("partner.activities.about"),
        columns=tuple(
            Column(labels.get(label), weight, translation=context.translate_label(label))
            for label, weight in heads
        ),
        rows=tuple(_build_row(one, scope, context) for one in _list_planned(scope, context)),
    )


def _build_row(
    entry: PlannedActivity, scope: PartnerScope, context: BuildContext
) -> tuple[Cell, ...]:
    title = display_names.format_item_title(scope.draft, context.pack, entry.spec.id, entry.item)
    naming = _list_naming_questions(entry.spec, entry.item, scope, context)
    labels = [context.get_label(question.id) for question in naming]
    language = labels[0].language if labels else context.answer_language
    return (
        Cell(LangText(title, context.answer_language)),
        Cell(LangText("\n".join(label.text for label in labels), language)),
        activities.build_period_cell(entry, context),
    )


def _list_naming_questions(
    spec: ListSpec, item: str, scope: PartnerScope, context: BuildContext
) -> Iterator[Question]:
    """Return the questions of a record whose answer or rows name the partner."""
    parties = context.pack.role("organisations")
    for question in (context.pack.form.questions[name] for name in spec.questions):
        if question.type is QuestionType.TABLE:
            if visibility.list_table_rows(question, item, scope.draft, context.pack):
                yield question
        elif question.of == parties:
            value = scope.draft.get(Key(question.id, item))
            if scope.partner in (value if isinstance(value, tuple) else (value,)):
                yield question


def _build_record(
    entry: VisibleGroup, scope: PartnerScope, context: BuildContext, *, is_first: bool
) -> Iterator[Block]:
    """Build a record as in the proposal, without the rows of others inside it.

    A table without a row of the partner is left out, as others may have rows in it.
    """
    empty = [
        question
        for question in entry.questions
        if question.type is QuestionType.TABLE
        and not visibility.list_table_rows(question, entry.item, context.draft, context.pack)
    ]
    left = tuple(question for question in entry.questions if question not in empty)
    spec = context.pack.form.lists[entry.group.list]
    # Only a record at position 0 has guidance and the heading of the list.
    shown = replace(entry, position=0 if is_first else max(1, entry.position), questions=left)
    yield from activities.build_record(shown, spec, "", context)
    for question in empty:
        name = context.get_label(question.id).text
        note = context.labels.get("partner.no_rows", name=name)
        yield blocks.Paragraph(note, blocks.ParagraphRole.NOTE)
    yield from _build_funding_notes(entry, scope, context)


def _build_funding_notes(
    entry: VisibleGroup, scope: PartnerScope, context: BuildContext
) -> Iterator[Block]:
    """Build a note for persons of the partner who get no grant in an activity."""
    pack, draft = context.pack, scope.draft
    country = draft.text(pack.role("organisation_country"), scope.partner)
    for rule in pack.funding.rules:
        spec = pack.form.lists.get(rule.binds.get("list", ""))
        question = rule.binds.get("type", "")
        if spec is None or spec.parent != entry.group.list or not draft.items(spec.id, entry.item):
            continue
        chosen = pack.option(question, draft.text(question, entry.item))
        found = [
            one for one in list_exclusions(draft, pack, chosen, country) if rule.id in one.rules
        ]
        for exclusion in found:
            who = context.get_text(exclusion.id, f"not_funded.{exclusion.id}.who").text
            place = formats.name_country(country, context.labels.locale)
            label = "partner.unsure" if exclusion.is_paid else "partner.unfunded"
            note = context.labels.get(label, who=who, place=place)
            yield blocks.Paragraph(note, blocks.ParagraphRole.NOTE)
        if found:
            return  # every other rule has the same list


def _build_costs(scope: PartnerScope, context: BuildContext) -> Iterator[Block]:
    """Build the tables of the proposal in which the partner has rows."""
    found = [
        question
        for entry in context.list_visible_groups()
        for question in entry.questions
        if not entry.item and scope.records.get(question.rows)
    ]
    if found:
        yield from _build_title("partner.costs", context)
    for question in found:
        yield from questions.build_question(question, "", context)
