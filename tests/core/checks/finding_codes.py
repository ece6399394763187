"""Shorthand to look at what a run of the checks has found; each finding is told on the way."""

from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.checks import runner as checks
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.model import Draft
from erasmus_desk.i18n import messages

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sentences"
SPOKEN = tuple(messages.load(FOLDER, language) for language in messages.languages(FOLDER))


class NoWords:
    """Names of the call are told by their ids."""

    def get(self, text: str) -> str:
        return text


def run(draft: Draft, pack: Pack) -> tuple[Finding, ...]:
    """Run the checks, and tell each finding in each language: no fact may be lacking."""
    findings = checks.run(draft, pack)
    for finding in findings:
        assert finding.section in {section.id for section in pack.form.sections}
        for spoken in SPOKEN:
            advice = spoken.finding(finding.code, finding.facts, NoWords())
            assert "{" not in advice.what + advice.why + advice.mend
    return findings


def codes(draft: Draft, pack: Pack) -> list[str]:
    return [finding.code for finding in run(draft, pack)]


def only(draft: Draft, pack: Pack) -> Finding:
    """Give the one finding there is."""
    findings = run(draft, pack)
    assert len(findings) == 1, [finding.code for finding in findings]
    return findings[0]


def first(code: str, draft: Draft, pack: Pack) -> Finding:
    return next(finding for finding in run(draft, pack) if finding.code == code)
