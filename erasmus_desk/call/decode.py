"""Strict decoding of a call pack from its three JSON files (pack, form, money)."""

from __future__ import annotations

from datetime import date

from erasmus_desk.call import model
from erasmus_desk.call.decode_form import (
    decode_evidence,
    decode_figure,
    decode_form,
    decode_when,
)
from erasmus_desk.call.decode_funding import decode_funding
from erasmus_desk.call.funding import Source
from erasmus_desk.call.json_reader import JsonReader
from erasmus_desk.errors import Fault, PackInvalid

FORMAT = "erasmus-desk call pack"
VERSION = 1


def decode_pack(name: str, texts: dict[str, str]) -> model.Pack:
    """Return the pack of the contents of its files, by name. Raises PackInvalid with all faults."""
    faults: list[Fault] = []
    reader, form_reader, funding_reader = (
        JsonReader.from_text(texts.get(file, ""), f"{name}/{file}", faults)
        for file in ("pack.json", "form.json", "money.json")
    )
    _check_format(reader)
    pack = _pack(reader, form_reader, funding_reader)
    reader.close()
    # A fault without a path concerns the whole file; faults in it are only consequences.
    unreadable = {fault.file for fault in faults if not fault.path}
    if form_reader.file not in unreadable:
        _check_roles(reader, pack)
    causes = tuple(fault for fault in faults if not fault.path or fault.file not in unreadable)
    if causes:
        raise PackInvalid(name, causes)
    return pack


def _check_format(reader: JsonReader) -> None:
    if reader.text("format") != FORMAT:
        reader.add_fault("not-a-pack", "format")
    if reader.number("version") != VERSION:
        reader.add_fault("unknown-version", "version")


def _pack(reader: JsonReader, form_reader: JsonReader, funding_reader: JsonReader) -> model.Pack:
    return model.Pack(
        id=reader.text("id"),
        edition=reader.text("edition"),
        revision=reader.number("revision"),
        state=reader.choice("state", model.CallState),
        main_language=reader.text("main_language"),
        languages=reader.texts("languages"),
        sources=_sources(reader),
        roles=reader.mapping("roles", JsonReader.text),
        facts=reader.decode_all("facts", lambda one: model.CallFact(*_named(one))),
        paths=reader.decode_all("paths", _path),
        kinds=reader.decode_all("kinds", lambda one: model.Kind(*_named(one))),
        fields=reader.decode_all("fields", lambda one: model.FieldOfWork(*_named(one))),
        excluded_pairs=reader.decode_all("barred", _excluded_pair),
        advice=reader.decode_all("advice", _advice),
        actions=reader.decode_all("actions", _action),
        deadlines=reader.decode_all("deadlines", _deadline),
        countries=reader.decode_optional("countries", _countries),
        criteria=reader.decode_all("criteria", _criterion),
        pass_mark=reader.decode_optional("pass_mark", decode_figure),
        priorities=reader.decode_optional("priorities", _priorities),
        form=decode_form(form_reader),
        funding=decode_funding(funding_reader),
        layout=reader.decode_optional("layout", _layout),
    )


def _named(reader: JsonReader) -> tuple[str, model.Evidence]:
    return reader.text("id"), decode_evidence(reader)


def _sources(reader: JsonReader) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for source in reader.decode_all("sources", _source):
        if source.id in found:
            reader.add_fault("named-twice", "sources", source.id)
        found[source.id] = source
    return found


def _source(reader: JsonReader) -> Source:
    return Source(
        id=reader.text("id"),
        title=reader.text("title"),
        address=reader.text("address", ""),
        year=reader.text("year", ""),
    )


def _path(reader: JsonReader) -> model.CallPath:
    return model.CallPath(reader.text("id"), reader.flag("here"), decode_evidence(reader))


def _excluded_pair(reader: JsonReader) -> model.ExcludedPair:
    return model.ExcludedPair(reader.text("kind"), reader.text("field"), decode_evidence(reader))


def _advice(reader: JsonReader) -> model.AdviceQuestion:
    return model.AdviceQuestion(reader.text("id"), reader.decode_all("answers", _advice_answer))


def _advice_answer(reader: JsonReader) -> model.AdviceAnswer:
    points = reader.mapping("points", JsonReader.number)
    return model.AdviceAnswer(reader.text("id"), points)


def _action(reader: JsonReader) -> model.Action:
    return model.Action(
        id=reader.text("id"),
        when=decode_when(reader),
        organisations=reader.decode("organisations", decode_figure),
        countries=reader.decode("countries", decode_figure),
        months=reader.decode("months", _duration),
        ends_by=reader.decode_optional("ends_by", _end_date),
        only_types=reader.texts("only_types"),
        partner_countries=reader.flag("partner_countries", default=True),
        evidence=decode_evidence(reader),
    )


def _duration(reader: JsonReader) -> model.DurationRule:
    return model.DurationRule(
        reader.number("least"),
        reader.number("most"),
        reader.numbers("usual"),
        decode_evidence(reader),
    )


def _end_date(reader: JsonReader) -> model.EndDate | None:
    day, evidence = reader.day("day"), decode_evidence(reader)
    return model.EndDate(day, evidence) if day else None


def _deadline(reader: JsonReader) -> model.Deadline:
    zone = reader.text("zone")
    starts = reader.decode_optional("starts", _starts)
    return model.Deadline(
        id=reader.text("id"),
        at=reader.moment("at", zone),
        zone=zone,
        actions=reader.texts("actions"),
        starts_from=starts[0] if starts else None,
        starts_until=starts[1] if starts else None,
        evidence=decode_evidence(reader),
        starts_evidence=starts[2] if starts else None,
    )


def _starts(reader: JsonReader) -> tuple[date | None, date | None, model.Evidence]:
    return reader.day("from"), reader.day("until"), decode_evidence(reader)


def _countries(reader: JsonReader) -> model.Countries:
    return model.Countries(
        programme=reader.texts("programme"),
        regions=reader.mapping("regions", JsonReader.texts),
        evidence=decode_evidence(reader),
    )


def _criterion(reader: JsonReader) -> model.AwardCriterion:
    return model.AwardCriterion(
        reader.text("id"),
        reader.decode("points", decode_figure),
        reader.decode("least", decode_figure),
    )


def _priorities(reader: JsonReader) -> model.PriorityRule:
    return model.PriorityRule(
        reader.texts("one_of"),
        reader.decode_optional("at_most", decode_figure),
        decode_evidence(reader),
    )


def _layout(reader: JsonReader) -> model.PageRequirements:
    return model.PageRequirements(
        paper=reader.decode_optional("paper", _paper),
        margin=reader.decode_optional("least_margin_mm", decode_figure),
        size=reader.decode_optional("least_font_pt", decode_figure),
        fonts=reader.decode_optional("fonts", _fonts),
        pages=reader.decode_optional("most_pages", decode_figure),
    )


def _paper(reader: JsonReader) -> model.PaperRule:
    paper = model.PaperRule(reader.text("name"), decode_evidence(reader))
    if paper.name not in model.PAPER_SIZES:
        reader.add_fault("unknown-word", "name", paper.name)
    return paper


def _fonts(reader: JsonReader) -> model.FontRule:
    fonts = model.FontRule(reader.texts("names"), decode_evidence(reader))
    if not fonts.names:
        reader.add_fault("missing", "names")
    return fonts


def _check_roles(reader: JsonReader, pack: model.Pack) -> None:
    known = {*pack.form.questions, *pack.form.lists}
    for role, question in pack.roles.items():
        if question not in known:
            reader.add_fault("unknown-question", f"roles/{role}", question)
    for pair in pack.excluded_pairs:
        if pair.kind not in {kind.id for kind in pack.kinds}:
            reader.add_fault("unknown-kind", "barred", pair.kind)
        if pair.field not in {field.id for field in pack.fields}:
            reader.add_fault("unknown-field", "barred", pair.field)
