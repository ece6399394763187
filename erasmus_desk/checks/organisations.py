"""Organisations that stand in the list twice."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.figures import Evidence
from erasmus_desk.checks.case import Case
from erasmus_desk.checks.finding import Finding, Grade

_PIC_LENGTH = 9


def check(case: Case) -> Iterator[Finding]:
    """Find organisations with the PIC, or the name and country, of an earlier one."""
    by_pic: dict[str, str] = {}
    by_name: dict[tuple[str, str], str] = {}
    for item in case.items("organisations"):
        pic = "".join(case.text("organisation_pic", item).split())
        name = " ".join(case.text("organisation_name", item).split()).casefold()
        country = case.text("organisation_country", item)
        # Half a PIC is still being typed: only whole ones are compared.
        if len(pic) == _PIC_LENGTH and by_pic.setdefault(pic, item) != item:
            yield from _twice(case, "organisation_pic", item, by_pic[pic], Grade.BLOCKS)
        elif name and by_name.setdefault((name, country), item) != item:
            first = by_name[name, country]
            yield from _twice(case, "organisation_name", item, first, Grade.WEAKENS)


def _twice(case: Case, role: str, item: str, first: str, grade: Grade) -> Iterator[Finding]:
    key, earlier = case.key(role, item), case.key(role, first)
    if key and earlier:
        other = case.place(earlier).rows
        yield case.finding(
            "duplicate-organisation",
            grade,
            key,
            _evidence(case, key.question),
            other=other[-1] if other else first,
        )


def _evidence(case: Case, name: str) -> Evidence | None:
    question = case.pack.question(name)
    return question.evidence if question else None
