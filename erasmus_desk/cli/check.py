"""The command `check`: what is missing, wrong or weak in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.cli.arguments import Check
from erasmus_desk.cli.context import BLOCKED, CommandContext, CommandResult, JsonValue
from erasmus_desk.cli.set_aside import describe_set_aside, set_aside_to_json
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n import formats
from erasmus_desk.spelling.dictionaries import find_dictionaries
from erasmus_desk.spelling.proposal import find_unknown_words
from erasmus_desk.storage.user_words import UserWords

_SELF_EXPLANATORY = frozenset({"required"})
"""Codes that need only one line; a new draft has dozens of them."""


def run(context: CommandContext, request: Check) -> CommandResult:
    """Check a draft. Raises DraftError or PackError."""
    opened, pack = context.open_draft(request.file)
    texts = context.load_texts(pack)
    notices: list[str] = []
    unknown: Mapping[Key, tuple[str, ...]] = {}
    if request.spelling:
        unknown, notices = _check_spelling(context, opened.draft, pack, texts)
    findings = run_checks(opened.draft, pack, unknown)
    blocking = sum(finding.blocks for finding in findings)
    return CommandResult(
        lines=tuple(_format_findings(findings, request.file, context, pack, texts)),
        object={
            "draft": request.file,
            "call": pack.id,
            "blocking": blocking,
            "findings": [_finding_to_json(finding, context, pack, texts) for finding in findings],
            "set_aside": set_aside_to_json(opened.draft, pack),
        },
        notices=(*describe_set_aside(context, opened.draft, pack), *notices),
        code=BLOCKED if blocking else 0,
    )


def _check_spelling(
    context: CommandContext, draft: Draft, pack: Pack, texts: Texts
) -> tuple[Mapping[Key, tuple[str, ...]], list[str]]:
    """Return the unknown words of each answer, and of which languages the spelling is unknown."""
    places, messages = context.places, context.messages
    dictionaries = find_dictionaries(places.added_dictionaries, places.dictionaries)
    added = UserWords(places.user_words).words
    found = find_unknown_words(draft, pack, texts.language, added, dictionaries)
    notices = [
        messages.format_message(
            f"check.spelling-{why}", language=formats.name_language(language, messages.language)
        )
        for language, why in found.unchecked.items()
    ]
    return found.words, notices


def _format_findings(
    findings: tuple[Finding, ...], file: str, context: CommandContext, pack: Pack, texts: Texts
) -> Iterator[str]:
    format_message = context.messages.format_message
    if not findings:
        yield format_message("check.clean", path=file)
        return
    grades = [finding.grade for finding in findings]
    totals = {
        grade.value: format_message(f"check.{grade}", n=grades.count(grade)) for grade in Grade
    }
    yield format_message("check.total", path=file, **totals)
    for section, found in groupby(findings, key=lambda finding: finding.section):
        yield ""
        yield _format_section(section, pack, texts)
        for finding in found:
            yield from _format_finding(finding, context, pack, texts)


def _format_section(section: str, pack: Pack, texts: Texts) -> str:
    letter = next((one.letter for one in pack.form.sections if one.id == section), "")
    return f"{letter}. {texts.get(f'section.{section}.title')}".lstrip(". ")


def _format_finding(
    finding: Finding, context: CommandContext, pack: Pack, texts: Texts
) -> Iterator[str]:
    format_message = context.messages.format_message
    finding_text = context.messages.format_finding(finding.code, finding.facts, texts)
    yield f"  [{format_message(f'grade.{finding.grade}')}] {finding_text.what}"
    if finding.code in _SELF_EXPLANATORY:
        return
    yield f"      {format_message('check.why', why=finding_text.why)}"
    rule, source = texts.get(finding.rule), context.describe_source(finding.evidence, pack)
    if rule:
        yield f"      {format_message('check.rule', rule=' '.join(rule.split()))}"
    if source:
        yield f"      {format_message('check.source', source=source)}"
    yield f"      {format_message('check.mend', mend=finding_text.fix)}"


def _finding_to_json(
    finding: Finding, context: CommandContext, pack: Pack, texts: Texts
) -> JsonValue:
    finding_text = context.messages.format_finding(finding.code, finding.facts, texts)
    return {
        "code": finding.code,
        "grade": finding.grade.value,
        "section": finding.section,
        "question": finding.key.question if finding.key else None,
        "item": (finding.key.item or None) if finding.key else None,
        "message": f"{finding_text.what} {finding_text.fix}",
        "rule": texts.get(finding.rule) or finding_text.why,
        "source": context.describe_source(finding.evidence, pack) or None,
    }
