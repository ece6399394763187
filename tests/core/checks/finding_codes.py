"""Shorthands for the findings of a draft; the text of each is tried on the way."""

from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.checks import runner as checks
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.model import Draft
from erasmus_desk.i18n import messages

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sentences"
MESSAGES = tuple(
    messages.load_messages(FOLDER, language) for language in messages.list_languages(FOLDER)
)


class IdsAsTexts:
    """A text source where every text is its id."""

    def get(self, text: str) -> str:
        return text


def run_checked(draft: Draft, pack: Pack) -> tuple[Finding, ...]:
    """Run the checks and format each finding in each language: no fact may be missing."""
    findings = checks.run_checks(draft, pack)
    for finding in findings:
        assert finding.section in {section.id for section in pack.form.sections}
        for spoken in MESSAGES:
            advice = spoken.format_finding(finding.code, finding.facts, IdsAsTexts())
            assert "{" not in advice.what + advice.why + advice.fix
    return findings


def find_codes(draft: Draft, pack: Pack) -> list[str]:
    return [finding.code for finding in run_checked(draft, pack)]


def find_only(draft: Draft, pack: Pack) -> Finding:
    """Return the only finding."""
    findings = run_checked(draft, pack)
    assert len(findings) == 1, [finding.code for finding in findings]
    return findings[0]


def find_first(code: str, draft: Draft, pack: Pack) -> Finding:
    return next(finding for finding in run_checked(draft, pack) if finding.code == code)
