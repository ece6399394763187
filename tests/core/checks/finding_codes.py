"""Shorthand to look at what a run of the checks has found."""

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding
from erasmus_desk.checks.run import run
from erasmus_desk.draft.model import Draft


def codes(draft: Draft, pack: Pack) -> list[str]:
    return [finding.code for finding in run(draft, pack)]


def only(draft: Draft, pack: Pack) -> Finding:
    """Give the one finding there is."""
    findings = run(draft, pack)
    assert [finding.code for finding in findings] == [findings[0].code]
    return findings[0]


def first(code: str, draft: Draft, pack: Pack) -> Finding:
    return next(finding for finding in run(draft, pack) if finding.code == code)
