"""Shorthands for the findings of a draft; the text of each is tried on the way."""

import re
from collections.abc import Iterator
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.checks import runner as checks
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.model import Draft
from erasmus_desk.i18n import messages
from tests.languages import EVERY_TIME

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sentences"
MESSAGES = tuple(messages.load_messages(FOLDER, language) for language in EVERY_TIME)


LIMITS = ("least", "most", "counted", "n")
"""The facts that are limits, or are compared with one."""


class IdsAsTexts:
    """A text source where every text is its id."""

    def get(self, text: str) -> str:
        return text


def run_checked(draft: Draft, pack: Pack) -> tuple[Finding, ...]:
    """Run the checks and format each finding in two languages: no fact may be missing.

    The others have the same facts (`tests/test_languages.py`).
    """
    findings = checks.run_checks(draft, pack)
    for finding in findings:
        assert finding.section in {section.id for section in pack.form.sections}
        for spoken in MESSAGES:
            advice = spoken.format_finding(finding.code, finding.facts, IdsAsTexts())
            assert "{" not in advice.what + advice.why + advice.fix
            assert list(find_bare_limits(finding, spoken)) == []
    return findings


def find_bare_limits(finding: Finding, spoken: messages.Messages) -> Iterator[str]:
    """Yield the sentences in which a limit has no unit: neither its own nor a word behind it."""
    bare = [name for name in LIMITS if isinstance(finding.facts.get(name), int)]
    for part in spoken.find_sentences(finding.code).values():
        for sentence in [part] if isinstance(part, str) else part.values():
            # Of two numbers in one phrase, the second names the unit: `12 to 36 months`.
            joined = re.sub(r"\{\w+\} (of|van|to|tot|and|en) (?=\{)", "", sentence)
            for name in bare:
                if re.search(rf"\{{{name}\}}(?! [^\W\d])", joined):
                    yield f"{finding.code}: {sentence}"


def find_codes(draft: Draft, pack: Pack) -> list[str]:
    return [finding.code for finding in run_checked(draft, pack)]


def find_only(draft: Draft, pack: Pack) -> Finding:
    """Return the only finding."""
    findings = run_checked(draft, pack)
    assert len(findings) == 1, [finding.code for finding in findings]
    return findings[0]


def find_first(code: str, draft: Draft, pack: Pack) -> Finding:
    return next(finding for finding in run_checked(draft, pack) if finding.code == code)
