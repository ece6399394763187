"""A call pack from its three JSON files (pack, form, money), read strictly."""

from __future__ import annotations

from erasmus_desk.call import model
from erasmus_desk.call.decode_form import (
    condition_or_always,
    evidence,
    figure,
    figure_or_none,
    form,
)
from erasmus_desk.call.decode_funding import money
from erasmus_desk.call.funding import Source
from erasmus_desk.call.json_reader import Reader
from erasmus_desk.errors import Fault, PackInvalid

FORMAT = "erasmus-desk call pack"
VERSION = 1


def pack(name: str, texts: dict[str, str]) -> model.Pack:
    """Read a pack from the texts of its files, by file name.

    Raises PackInvalid with every fault that was found.
    """
    faults: list[Fault] = []
    head, form_reader, money_reader = (
        Reader.of_text(texts.get(file, ""), f"{name}/{file}", faults)
        for file in ("pack.json", "form.json", "money.json")
    )
    _check_format(head)
    found = _pack(head, form_reader, money_reader)
    head.close()
    # A fault without a path means that the whole file says nothing: what it does not say then
    # is no fault of its own.
    silent = {fault.file for fault in faults if not fault.path}
    if form_reader.file not in silent:
        _check_roles(head, found)
    told = tuple(fault for fault in faults if not fault.path or fault.file not in silent)
    if told:
        raise PackInvalid(name, told)
    return found


def _check_format(reader: Reader) -> None:
    if reader.text("format") != FORMAT:
        reader.fault("not-a-pack", "format")
    if reader.number("version") != VERSION:
        reader.fault("unknown-version", "version")


def _pack(reader: Reader, form_reader: Reader, money_reader: Reader) -> model.Pack:
    roles = reader.child("roles")
    return model.Pack(
        id=reader.text("id"),
        edition=reader.text("edition"),
        revision=reader.number("revision"),
        state=reader.choice("state", model.CallState),
        main_language=reader.text("main_language"),
        languages=reader.words("languages"),
        sources=_sources(reader),
        roles={name: roles.text(name) for name in roles.names()},
        facts=tuple(model.CallFact(*_named(fact)) for fact in reader.each("facts")),
        paths=tuple(_path(path) for path in reader.each("paths")),
        kinds=tuple(model.Kind(*_named(kind)) for kind in reader.each("kinds")),
        fields=tuple(model.FieldOfWork(*_named(one)) for one in reader.each("fields")),
        barred=tuple(_barred(pair) for pair in reader.each("barred")),
        advice=tuple(_advice(question) for question in reader.each("advice")),
        actions=tuple(_action(action) for action in reader.each("actions")),
        deadlines=tuple(_deadline(deadline) for deadline in reader.each("deadlines")),
        countries=_countries(reader.child("countries")) if reader.has("countries") else None,
        criteria=tuple(_criterion(criterion) for criterion in reader.each("criteria")),
        pass_mark=figure_or_none(reader, "pass_mark"),
        priorities=_priorities(reader.child("priorities")) if reader.has("priorities") else None,
        form=form(form_reader),
        money=money(money_reader),
        layout=_layout(reader.child("layout")) if reader.has("layout") else None,
    )


def _named(reader: Reader) -> tuple[str, model.Evidence]:
    found = reader.text("id"), evidence(reader)
    reader.close()
    return found


def _sources(reader: Reader) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for source in map(_source, reader.each("sources")):
        if source.id in found:
            reader.fault("named-twice", "sources", source.id)
        found[source.id] = source
    return found


def _source(reader: Reader) -> Source:
    found = Source(
        id=reader.text("id"),
        title=reader.text("title"),
        address=reader.text("address", ""),
        year=reader.text("year", ""),
    )
    reader.close()
    return found


def _path(reader: Reader) -> model.Path:
    found = model.Path(reader.text("id"), reader.flag("here"), evidence(reader))
    reader.close()
    return found


def _barred(reader: Reader) -> model.Barred:
    found = model.Barred(reader.text("kind"), reader.text("field"), evidence(reader))
    reader.close()
    return found


def _advice(reader: Reader) -> model.AdviceQuestion:
    found = model.AdviceQuestion(
        reader.text("id"), tuple(_advice_answer(answer) for answer in reader.each("answers"))
    )
    reader.close()
    return found


def _advice_answer(reader: Reader) -> model.AdviceAnswer:
    points = reader.child("points")
    found = model.AdviceAnswer(
        reader.text("id"), {kind: points.number(kind) for kind in points.names()}
    )
    reader.close()
    return found


def _action(reader: Reader) -> model.Action:
    months = reader.child("months")
    ends_by = reader.child("ends_by") if reader.has("ends_by") else None
    found = model.Action(
        id=reader.text("id"),
        when=condition_or_always(reader),
        organisations=figure(reader.child("organisations")),
        countries=figure(reader.child("countries")),
        months=model.Months(
            months.number("least"), months.number("most"), months.numbers("usual"), evidence(months)
        ),
        ends_by=_end_date(ends_by) if ends_by else None,
        only_types=reader.words("only_types"),
        partner_countries=reader.flag("partner_countries", default=True),
        evidence=evidence(reader),
    )
    months.close()
    reader.close()
    return found


def _end_date(reader: Reader) -> model.EndDate | None:
    day = reader.day("day")
    proof = evidence(reader)
    reader.close()
    return model.EndDate(day, proof) if day else None


def _deadline(reader: Reader) -> model.Deadline:
    zone = reader.text("zone")
    starts = reader.child("starts") if reader.has("starts") else None
    found = model.Deadline(
        id=reader.text("id"),
        at=reader.moment("at", zone),
        zone=zone,
        actions=reader.words("actions"),
        starts_from=starts.day("from") if starts else None,
        starts_until=starts.day("until") if starts else None,
        evidence=evidence(reader),
        starts_evidence=evidence(starts) if starts else None,
    )
    if starts:
        starts.close()
    reader.close()
    return found


def _countries(reader: Reader) -> model.Countries:
    regions = reader.child("regions")
    found = model.Countries(
        programme=reader.words("programme"),
        regions={name: regions.words(name) for name in regions.names()},
        evidence=evidence(reader),
    )
    reader.close()
    return found


def _criterion(reader: Reader) -> model.Criterion:
    found = model.Criterion(
        reader.text("id"), figure(reader.child("points")), figure(reader.child("least"))
    )
    reader.close()
    return found


def _priorities(reader: Reader) -> model.PriorityRule:
    found = model.PriorityRule(
        reader.words("one_of"), figure_or_none(reader, "at_most"), evidence(reader)
    )
    reader.close()
    return found


def _layout(reader: Reader) -> model.Demands:
    paper = reader.child("paper") if reader.has("paper") else None
    fonts = reader.child("fonts") if reader.has("fonts") else None
    found = model.Demands(
        paper=model.Paper(paper.text("name"), evidence(paper)) if paper else None,
        margin=figure_or_none(reader, "least_margin_mm"),
        size=figure_or_none(reader, "least_font_pt"),
        fonts=model.Typefaces(fonts.words("names"), evidence(fonts)) if fonts else None,
        pages=figure_or_none(reader, "most_pages"),
    )
    for part in (paper, fonts, reader):
        if part:
            part.close()
    if paper and found.paper and found.paper.name not in model.PAPERS:
        paper.fault("unknown-word", "name", found.paper.name)
    if fonts and found.fonts and not found.fonts.names:
        fonts.fault("missing", "names")
    return found


def _check_roles(reader: Reader, found: model.Pack) -> None:
    known = {*found.form.questions, *found.form.lists}
    for role, question in found.roles.items():
        if question not in known:
            reader.fault("unknown-question", f"roles/{role}", question)
    for kind, field in ((pair.kind, pair.field) for pair in found.barred):
        if kind not in {one.id for one in found.kinds}:
            reader.fault("unknown-kind", "barred", kind)
        if field not in {one.id for one in found.fields}:
            reader.fault("unknown-field", "barred", field)
