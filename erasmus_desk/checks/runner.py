"""All checks over one draft, their findings in the order of the form."""

from __future__ import annotations

from collections.abc import Generator

from erasmus_desk.call.model import Pack
from erasmus_desk.checks import activities, answers, budget, choices, dates, partnership, text
from erasmus_desk.checks import partnership as organisations
from erasmus_desk.checks.context import Case
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.visibility import Asked

CHECKS = (
    answers.check_required,
    answers.check_limits,
    choices.check,
    partnership.check_partnership,
    organisations.check_organisations,
    dates.check,
    activities.check_plan,
    activities.check_participants,
    budget.check,
    text.check_sums,
    text.check_language,
    text.check_style,
)
_GRADES = tuple(Grade)


def run(draft: Draft, pack: Pack) -> tuple[Finding, ...]:
    """Find everything that blocks, weakens or reads badly, in the order of the form.

    Pure and quick enough for every rest in typing. What stands in a place that the form does
    not ask now (parked answers) is not judged.
    """
    parts = by_parts(draft, pack)
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return end.value


def by_parts(
    draft: Draft, pack: Pack, walk: tuple[Asked, ...] | None = None
) -> Generator[None, None, tuple[Finding, ...]]:
    """Do the same as `run` in parts of a few milliseconds, with a pause after each.

    For a window, which must answer each key at once. `walk` is what the form asks now
    (`erasmus_desk.draft.visibility.asked`), where it is known already.
    """
    case = Case(draft, pack, walk)
    yield
    found: list[Finding] = []
    for check in CHECKS:
        found += check(case)
        yield
    return _in_order(found, case)


def _in_order(found: list[Finding], case: Case) -> tuple[Finding, ...]:
    pack = case.pack
    # Where a rule says more, "required" at the same place would say the same once more.
    told = {one.key for one in found if one.is_gap and one.code != "required"}
    left = [one for one in found if one.code != "required" or one.key not in told]
    places = {one.key: place for place, one in enumerate(case.asked)}
    sections = {section.id: place for place, section in enumerate(pack.form.sections)}

    def order(finding: Finding) -> tuple[int, int, int]:
        section = sections.get(finding.section, len(sections))
        # The order of a list is no question: what is wrong with it opens its section.
        place = places.get(finding.key, -1) if finding.key else -1
        return section, place, _GRADES.index(finding.grade)

    return tuple(sorted(left, key=order))
