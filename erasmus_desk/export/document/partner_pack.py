"""The file for one partner: what the form asks of it, and the activities in which it takes part.

Everything comes from the draft that `outline_partner_share` leaves: the rule on what one
partner may see of the others stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names, visibility
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import ShownGroup
from erasmus_desk.export.document import activities, answer_controls, builder, cover
from erasmus_desk.export.document import questions as outline_questions
from erasmus_desk.export.document.activities import Planned
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Look,
    Paragraph,
    Profile,
    Said,
    Table,
    Tone,
)
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.document.labels import Labels
from erasmus_desk.export.document.partner_scope import Share, share


class Spoken(Struct, frozen=True):
    """A language: the words of the call and those of the document in it."""

    texts: Texts
    labels: Labels


class Request(Struct, frozen=True):
    """Which organisation (its item) is asked, until when, and in which second language."""

    partner: str
    reply_by: date | None = None
    second: Spoken | None = None


def build(draft: Draft, pack: Pack, spoken: Spoken, request: Request) -> Document:
    """Give the document for one organisation of the draft, the applicant or a partner."""
    part = share(draft, pack, request.partner)
    speech = _speech(part, pack, spoken, request)
    name = cover.party_name(request.partner, speech)
    about = cover.about(speech)
    return Document(
        about=replace(about, title=f"{about.title} – {name.text}"),
        edge=cover.edge(speech),
        blocks=(
            cover.partner_cover(speech, request.partner, request.reply_by),
            *_organisation(part, speech),
            *_activities(part, speech),
            *_costs(part, speech),
        ),
        labels=answer_controls.names(speech),
    )


def _speech(part: Share, pack: Pack, spoken: Spoken, request: Request) -> Speech:
    own = part.draft.text(pack.role("language")) or spoken.labels.wanted
    first = Speech(part.draft, pack, spoken.texts, spoken.labels, Profile.PARTNERS, own)
    second = request.second and replace(
        first, texts=request.second.texts, labels=request.second.labels
    )
    return replace(first, second=second, withheld=part.withheld)


def _organisation(part: Share, speech: Speech) -> Iterator[Block]:
    """Give all that the form asks about the organisation itself."""
    parties = speech.pack.role("organisations")
    for section in visibility.sections(part.draft, speech.pack):
        shown = visibility.groups(section, part.draft, speech.pack)
        of_list = [one for one in shown if one.group.list == parties]
        first_at = builder.first_positions(of_list)
        own = [one for one in of_list if one.item == part.partner]
        if not own:
            continue
        title = builder.section_title(section, speech)
        yield Heading(1, section.letter, title)
        yield from outline_questions.beside(speech, f"section.{section.id}.title")
        previous = ""
        for one in own:
            position = first_at[one.group.id]
            heading = list(builder.group_heading(one, section, previous, position, speech))
            above = next((block.text for block in heading if isinstance(block, Heading)), title)
            body = outline_questions.group(one, above, speech)
            yield from (*heading, *builder.without_echo(body, above))
            previous = one.item


def _activities(part: Share, speech: Speech) -> Iterator[Block]:
    """Give the activities that name the organisation: in order of date, then one by one."""
    shown = [
        one
        for section in visibility.sections(part.draft, speech.pack)
        for one in visibility.groups(section, part.draft, speech.pack)
        if one.item in part.records.get(one.group.list, ())
    ]
    yield from _titled("partner.activities", speech)
    if not shown:
        yield Paragraph(speech.labels.said("partner.none"))
        return
    yield _schedule(part, speech)
    done: set[str] = set()
    for one in shown:
        yield from _record(one, speech, is_first=one.group.id not in done)
        done.add(one.group.id)


def _titled(label: str, speech: Speech) -> Iterator[Block]:
    yield Heading(1, "", speech.labels.said(label))
    if second := speech.label_beside(label):
        yield Paragraph(second, Tone.BESIDE)


def _schedule(part: Share, speech: Speech) -> Table:
    """Give a row for each activity, the earliest first, those without a date last."""
    said = speech.labels.said
    planned = [
        one for one in activities.planned(speech) if one.item in part.records.get(one.spec.id, ())
    ]
    heads = (("timetable.what", 40), ("partner.named", 34), ("timetable.when", 26))
    return Table(
        look=Look.GRID,
        title=said("partner.activities"),
        description=said("partner.activities.about"),
        columns=tuple(
            Column(said(label), weight, below=speech.label_beside(label)) for label, weight in heads
        ),
        rows=tuple(_row(one, part, speech) for one in sorted(planned, key=_first_day)),
    )


def _first_day(one: Planned) -> date:
    return min((day for day in (one.start, one.end) if day is not None), default=date.max)


def _row(one: Planned, part: Share, speech: Speech) -> tuple[Cell, ...]:
    title = display_names.title(part.draft, speech.pack, one.spec.id, one.item)
    questions = (speech.pack.form.questions[name] for name in one.spec.questions)
    places = [speech.label(place.id) for place in _named_by(questions, one.item, part, speech)]
    days = sorted(day for day in (one.start, one.end) if day is not None)
    language = places[0].language if places else speech.own
    return (
        Cell(Said(title, speech.own)),
        Cell(Said("\n".join(place.text for place in places), language)),
        activities.when(days, speech),
    )


def _named_by(
    questions: Iterable[Question], item: str, part: Share, speech: Speech
) -> Iterator[Question]:
    """Give the questions of a record by whose answer, or by whose rows, it names the partner."""
    parties = speech.pack.role("organisations")
    for question in questions:
        if question.type is QuestionType.TABLE:
            if visibility.rows(question, item, part.draft, speech.pack):
                yield question
        elif question.of == parties:
            value = part.draft.get(Key(question.id, item))
            if part.partner in (value if isinstance(value, tuple) else (value,)):
                yield question


def _record(one: ShownGroup, speech: Speech, *, is_first: bool) -> Iterator[Block]:
    """Give a record as the proposal shows it, but for the rows of others inside it.

    A table without a row of the partner is not shown: others may have theirs in it.
    """
    empty = [
        question
        for question in one.questions
        if question.type is QuestionType.TABLE
        and not visibility.rows(question, one.item, speech.draft, speech.pack)
    ]
    left = tuple(question for question in one.questions if question not in empty)
    spec = speech.pack.form.lists[one.group.list]
    # What to write, and the heading of the list, stand at the first record that is shown.
    shown = replace(one, position=0 if is_first else max(1, one.position), questions=left)
    yield from activities.record(shown, spec, "", speech)
    for question in empty:
        name = speech.label(question.id).text
        yield Paragraph(speech.labels.said("partner.no_rows", name=name), Tone.NOTE)


def _costs(part: Share, speech: Speech) -> Iterator[Block]:
    """Give the tables of the proposal in which the partner has rows of its own."""
    found = [
        question
        for section in visibility.sections(part.draft, speech.pack)
        for one in visibility.groups(section, part.draft, speech.pack)
        for question in one.questions
        if not one.item and part.records.get(question.rows)
    ]
    if found:
        yield from _titled("partner.costs", speech)
    for question in found:
        yield from outline_questions.one(question, "", speech)
