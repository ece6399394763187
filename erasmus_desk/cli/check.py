"""`check`: what is missing, wrong or weak in a draft."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks import runner as checks
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.cli.context import BLOCKED, Desk, JsonValue, Outcome
from erasmus_desk.cli.requests import Check

_PLAIN = frozenset({"required"})
"""What says all in one line; a new draft has dozens of them."""


def run(desk: Desk, asked: Check) -> Outcome:
    """Check a draft. Raises DraftError or PackError."""
    opened, pack = desk.open(asked.file)
    findings = checks.run(opened.draft, pack)
    texts = desk.texts(pack)
    blocking = sum(finding.blocks for finding in findings)
    return Outcome(
        lines=tuple(_lines(findings, asked.file, desk, pack, texts)),
        object={
            "draft": asked.file,
            "call": pack.id,
            "blocking": blocking,
            "findings": [_object(finding, desk, pack, texts) for finding in findings],
        },
        code=BLOCKED if blocking else 0,
    )


def _lines(
    findings: tuple[Finding, ...], file: str, desk: Desk, pack: Pack, texts: Texts
) -> Iterator[str]:
    say = desk.sentences.say
    if not findings:
        yield say("check.clean", path=file)
        return
    grades = [finding.grade for finding in findings]
    totals = {grade.value: say(f"check.{grade}", n=grades.count(grade)) for grade in Grade}
    yield say("check.total", path=file, **totals)
    for section, found in groupby(findings, key=lambda finding: finding.section):
        yield ""
        yield _title(section, pack, texts)
        for finding in found:
            yield from _entry(finding, desk, pack, texts)


def _title(section: str, pack: Pack, texts: Texts) -> str:
    letter = next((one.letter for one in pack.form.sections if one.id == section), "")
    return f"{letter}. {texts.get(f'section.{section}.title')}".lstrip(". ")


def _entry(finding: Finding, desk: Desk, pack: Pack, texts: Texts) -> Iterator[str]:
    say = desk.sentences.say
    advice = desk.sentences.finding(finding.code, finding.facts, texts)
    yield f"  [{say(f'grade.{finding.grade}')}] {advice.what}"
    if finding.code in _PLAIN:
        return
    yield f"      {say('check.why', why=advice.why)}"
    rule, source = texts.get(finding.rule), desk.source(finding.evidence, pack)
    if rule:
        yield f"      {say('check.rule', rule=' '.join(rule.split()))}"
    if source:
        yield f"      {say('check.source', source=source)}"
    yield f"      {say('check.mend', mend=advice.mend)}"


def _object(finding: Finding, desk: Desk, pack: Pack, texts: Texts) -> JsonValue:
    advice = desk.sentences.finding(finding.code, finding.facts, texts)
    return {
        "code": finding.code,
        "grade": finding.grade.value,
        "section": finding.section,
        "question": finding.key.question if finding.key else None,
        "item": (finding.key.item or None) if finding.key else None,
        "message": f"{advice.what} {advice.mend}",
        "rule": texts.get(finding.rule) or advice.why,
        "source": desk.source(finding.evidence, pack) or None,
    }
