"""The papers around a proposal: letters to sign, the list of annexes, a sheet for each partner.

They are made from the same data, for people who do not read the proposal, and are not read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from erasmus_desk.budget.grant import Grant
from erasmus_desk.call.model import Paper
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant, list_partners
from erasmus_desk.draft.papers import PaperStep, SignedPaper, list_papers
from erasmus_desk.export.document import blocks, budget_summary, cover, facts, organisations
from erasmus_desk.export.document.blocks import (
    Block,
    Cell,
    Column,
    FactLine,
    FactPart,
    Heading,
    LangText,
    Paragraph,
    Table,
    TableKind,
)
from erasmus_desk.export.document.context import TICKED, UNTICKED, BuildContext
from erasmus_desk.export.document.page_space import PageSpace
from erasmus_desk.i18n import formats

_SIGN_HERE = "………………………………"
"""Room for a name, a date or a signature: a cell is not left without words."""
_SIGN_ROWS = (
    *(("letter.name", ""), ("letter.function", "")),
    *(("letter.day", "\n"), ("letter.signature", "\n\n\n")),
)
"""The rows of the signatures, with room for handwriting and a stamp above the line."""
_FACT_LINES = 4
"""Lines about an organisation at the top of a letter."""


def list_letters(context: BuildContext) -> Iterator[tuple[Paper | None, str]]:
    """Yield the papers that partners sign, each with each partner.

    A call that knows of no such paper has a letter without one: a plain mandate.
    """
    partners = list_partners(context.draft, context.pack)
    papers = [
        (paper, one.organisation)
        for paper, signed in list_papers(context.draft, context.pack)
        for one in signed
        if one.organisation in partners
    ]
    yield from papers or [(None, partner) for partner in partners]


def name_paper(paper: Paper | None, context: BuildContext) -> LangText:
    """Return the name of a paper in the words of the call."""
    default = context.labels.get("letter.title")
    return (context.find_text(f"paper.{paper.id}.name") if paper else None) or default


def build_letter(paper: Paper | None, partner: str, context: BuildContext) -> blocks.Document:
    """Build a letter from a partner to the applicant, to be signed by both."""
    title, label = name_paper(paper, context), context.labels.get
    applicant = find_applicant(context.draft, context.pack)
    name = cover.get_organisation_name(partner, context)
    lines: list[Block] = [Heading(1, "", title), *_build_project(context)]
    if applicant:
        lines += [Heading(2, "", label("cover.applicant")), *_describe(applicant, context)]
    lines += [Heading(2, "", label("parties.partner")), *_describe(partner, context)]
    lines.append(Heading(2, "", label("letter.statement")))
    values = _list_values(partner, applicant, context)
    lines += [
        Paragraph(replace(text, text=_fill(text.text, values)))
        for text in _list_statements(paper, context)
    ]
    heads = [name, *([cover.get_organisation_name(applicant, context)] if applicant else [])]
    lines.append(_build_signatures(heads, context))
    if paper:
        lines.append(Paragraph(label("letter.note"), blocks.ParagraphRole.NOTE))
    return _make_document(f"{title.text} – {name.text}", lines, context)


def _list_statements(paper: Paper | None, context: BuildContext) -> Sequence[LangText]:
    """Return what is signed: the words of the call, else our own."""
    own = context.list_paragraphs(f"paper.{paper.id}.letter") if paper else ()
    return own or tuple(context.labels.get(f"letter.text.{number}") for number in (1, 2, 3))


def _list_values(partner: str, applicant: str | None, context: BuildContext) -> dict[str, str]:
    title, acronym = context.format_role("title"), context.format_role("acronym")
    names = [one.text for one in (acronym, title) if one]
    missing = context.labels.get("missing").text
    return {
        "partner": cover.get_organisation_name(partner, context).text,
        "applicant": cover.get_organisation_name(applicant, context).text if applicant else missing,
        "project": ": ".join(names) or missing,
        "call": context.get_text(context.pack.id, "pack.name").text,
    }


def _fill(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _build_signatures(heads: list[LangText], context: BuildContext) -> Table:
    label, language = context.labels.get, context.labels.language
    return Table(
        kind=TableKind.GRID,
        title=label("letter.signatures"),
        description=label("letter.signatures.about"),
        columns=(Column(label("letter.signed"), 26), *(Column(head, 37) for head in heads)),
        rows=tuple(
            (Cell(label(row)), *(Cell(LangText(f"{above}{_SIGN_HERE}", language)) for _ in heads))
            for row, above in _SIGN_ROWS
        ),
    )


def build_annex_list(context: BuildContext) -> blocks.Document:
    """Build the list of annexes: who has signed and sent what, and who has not."""
    label = context.labels.get
    lines: list[Block] = [Heading(1, "", label("annexes.title")), *_build_project(context)]
    papers = list_papers(context.draft, context.pack)
    for paper, signed in papers:
        lines.append(Heading(2, "", name_paper(paper, context)))
        reason = context.find_text(f"requirement.{paper.id}.reason")
        lines += [Paragraph(reason, blocks.ParagraphRole.NOTE)] if reason else []
        missing = [one for one in signed if not one.is_received]
        owed = (_name(one.organisation, context).text for one in missing)
        names = formats.join_entries(owed, context.labels.locale)
        counts = {"n": str(len(signed) - len(missing)), "of": str(len(signed))}
        state = "annexes.owed" if missing else "annexes.all"
        lines.append(Paragraph(label(state, names=names, **counts)))
        lines += [_build_papers(paper, signed, context)] if signed else []
    lines += _build_other_annexes(tuple(paper for paper, _ in papers), context)
    return _make_document(label("annexes.title").text, lines, context)


def _build_papers(paper: Paper, signed: tuple[SignedPaper, ...], context: BuildContext) -> Table:
    label, locale = context.labels.get, context.labels.locale

    def show(value: object) -> Cell:
        text = context.format_day(value) if isinstance(value, date) else "–"
        return Cell(LangText(text, locale))

    return Table(
        kind=TableKind.GRID,
        title=name_paper(paper, context),
        description=label("annexes.about"),
        columns=(
            Column(label("parties.name"), 40),
            *(Column(label(f"annexes.{step}"), 20) for step in PaperStep),
        ),
        rows=tuple(
            (
                Cell(_name(one.organisation, context), is_bold=not one.is_received),
                *(show(one.dates.get(step)) for step in PaperStep),
            )
            for one in signed
        ),
    )


def _build_other_annexes(papers: tuple[Paper, ...], context: BuildContext) -> Iterator[Block]:
    """Build the annexes that nobody but the applicant owes: the other choices of the form."""
    label, draft = context.labels.get, context.draft
    for asked in dict.fromkeys(paper.question for paper in papers if paper.option):
        question = context.pack.form.questions[asked]
        options, chosen = context.pack.option_set(question), draft.get(Key(asked))
        known = {paper.option for paper in papers}
        others = [one.id for one in options.options if one.id not in known] if options else []
        if others:
            ready = chosen if isinstance(chosen, tuple) else ()
            yield Heading(2, "", label("annexes.others"))
            boxes = (
                blocks.Checkbox(one in ready, context.name_option(question, one), one)
                for one in others
            )
            for box in boxes:
                sign = TICKED if box.checked else UNTICKED
                yield Paragraph(LangText(f"{sign} {box.text.text}", box.text.language))


def build_sheet(
    partner: str,
    context: BuildContext,
    tasks: Sequence[Sequence[LangText]],
    grant: Grant | None,
    space: PageSpace,
) -> blocks.Document:
    """Build the sheet of a partner: one page with its tasks, money and dates.

    `tasks` are what the partner does, its role there and the days, by date; `space` is the room
    on a page.
    """
    label = context.labels.get
    name = cover.get_organisation_name(partner, context)
    lines: list[Block] = [Heading(1, "", name), *_build_project(context)]
    money = list(_build_money(partner, grant, context)) if grant is not None else []
    rows = sum(1 + len(one.rows) for one in money if isinstance(one, Table))
    room = _PAGE_ROWS * space.height * min(1, space.width) - rows
    lines += [Heading(2, "", label("sheet.tasks")), *_build_tasks(tasks, room, context)]
    lines += [Heading(2, "", label("sheet.money")), *money] if money else []
    lines += [Heading(2, "", label("sheet.dates")), *_build_dates(partner, context)]
    return _make_document(f"{label('sheet.title').text} – {name.text}", lines, context)


_PAGE_ROWS = 41
"""Lines of a table that the page has room for below its heads, facts and dates."""
_TASK_LETTERS = (36, 23, 32)
"""Letters in a line of each column of the tasks, somewhat fewer than measured."""


def _build_tasks(
    tasks: Sequence[Sequence[LangText]], room: float, context: BuildContext
) -> Iterator[Block]:
    """Build the tasks that there is room for, in lines of a table, and how many are left."""
    label = context.labels.get
    if not tasks:
        yield Paragraph(label("sheet.none"))
        return
    shown: list[Sequence[LangText]] = []
    for task in tasks:
        letters = zip(task, _TASK_LETTERS, strict=True)
        room -= max(len(cell.text) // most + 1 for cell, most in letters)
        if room < 0:
            break
        shown.append(task)
    yield Table(
        kind=TableKind.LEDGER,
        title=label("sheet.tasks"),
        description=label("partner.activities.about"),
        columns=(
            Column(label("timetable.what"), 40),
            Column(label("partner.named"), 25),
            Column(label("timetable.when"), 35),
        ),
        rows=tuple(tuple(map(Cell, task)) for task in shown),
    )
    if left := len(tasks) - len(shown):
        yield Paragraph(label("sheet.more", n=context.format_number(left)))


def _build_money(partner: str, grant: Grant, context: BuildContext) -> Iterator[Block]:
    """Build what the partner gets, by category or by the part of a lump sum."""
    has_parts = budget_summary.has_shares(context)
    if has_parts:
        parts = budget_summary.list_parts(grant, context)
        sums = [(one.name, one.column.shares.get(partner, Decimal(0))) for one in parts]
    else:
        lines = budget_summary.sum_lines(grant)
        sums = [
            (budget_summary.get_category_name(one, context), lines[partner, one])
            for one in grant.by_category
        ]
    sums = [(name, amount) for name, amount in sums if amount]
    if not sums:
        yield Paragraph(context.labels.get("sheet.no_money"))
        return
    total = sum((amount for _, amount in sums), Decimal(0))
    sums.append((context.labels.get("budget.sum"), total))
    label = context.labels.get
    yield Table(
        kind=TableKind.LEDGER,
        title=label("sheet.money"),
        description=label("budget.sums.about"),
        columns=(
            Column(label("budget.part" if has_parts else "budget.head"), 75),
            budget_summary.build_amount_column(25, context),
        ),
        rows=tuple(
            (
                Cell(name, is_bold=place == len(sums)),
                budget_summary.build_amount_cell(amount, context, is_bold=place == len(sums)),
            )
            for place, (name, amount) in enumerate(sums, start=1)
        ),
    )


def _build_dates(partner: str, context: BuildContext) -> Iterator[Block]:
    """Build start, end, and the papers that the partner signs."""
    for role in ("start", "end"):
        value = context.format_role(role)
        if value is not None:
            yield _line(context.labels.get(f"sheet.{role}"), value)
    for paper, signed in list_papers(context.draft, context.pack):
        for one in signed:
            if one.organisation == partner:
                yield _line(name_paper(paper, context), _describe_state(one, context))


def _describe_state(signed: SignedPaper, context: BuildContext) -> LangText:
    step = signed.last_step
    day = signed.dates.get(step) if step else None
    if step is None or not isinstance(day, date):
        return context.labels.get("sheet.to_sign")
    return context.labels.get(f"sheet.{step}", day=context.format_day(day))


def _build_project(context: BuildContext) -> Iterator[FactLine]:
    """Build what the papers are about: project, call and duration."""
    label = context.labels.get
    title, acronym = context.format_role("title"), context.format_role("acronym")
    names = [one for one in (acronym, title) if one]
    if names:
        text = LangText(": ".join(one.text for one in names), names[-1].language)
        yield _line(label("letter.project"), text)
    if call := context.find_text("pack.name"):
        yield _line(label("cover.call"), call)
    if duration := cover.format_duration(context):
        yield _line(label("cover.duration"), duration)


def _describe(organisation: str, context: BuildContext) -> Iterator[FactLine]:
    """Build name and place of an organisation, or the lines that the call has for it."""
    yield _line(context.labels.get("parties.name"), _name(organisation, context))
    listed = context.pack.form.lists[context.pack.role("organisations")]
    asked = [context.pack.form.questions[one] for one in listed.questions]
    known = facts.list_facts(asked, organisation, context)
    lines = list(facts.build_lines(known, organisation, f"list.{listed.id}.facts", context))
    place = organisations.format_place(organisation, context)
    if not lines and place:
        yield _line(context.labels.get("glance.place"), LangText(place, context.answer_language))
    for line in lines[:_FACT_LINES]:
        yield replace(line, parts=tuple(FactPart(part.text) for part in line.parts))


def _line(label: LangText, value: LangText) -> FactLine:
    return FactLine(label, (FactPart(value),))


def _name(organisation: str, context: BuildContext) -> LangText:
    return cover.get_organisation_name(organisation, context)


def _make_document(title: str, lines: list[Block], context: BuildContext) -> blocks.Document:
    properties = cover.build_properties(context)
    return blocks.Document(
        properties=replace(properties, title=f"{title} – {properties.title}"),
        header_footer=cover.build_header_footer(context),
        blocks=tuple(lines),
    )
