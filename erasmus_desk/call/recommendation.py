"""The recommended project type ("Help me choose"), with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from types import MappingProxyType

from msgspec import Struct

from erasmus_desk.call.model import Pack


class Recommendation(Struct, frozen=True):
    """The recommended kind, empty where none has most points.

    `reasons` are text ids of the answers in favour of the kind, the strongest first (without
    a recommendation: of all answers in favour of any). `supporters` are those of the answers in
    favour of each kind, `neutral` those of the answers in favour of none. `is_settled` says
    whether no answer to the questions that are left can change the recommendation.
    """

    kind: str
    points: Mapping[str, int]
    reasons: tuple[str, ...]
    supporters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    neutral: tuple[str, ...] = ()
    is_settled: bool = False


def recommend(pack: Pack, answers: Mapping[str, str]) -> Recommendation:
    """Return the kind with most points, added up over the answers by question id."""
    points = {kind.id: 0 for kind in pack.kinds}
    reasons: list[tuple[str, Mapping[str, int]]] = []
    for question in pack.advice:
        for answer in question.answers:
            if answers.get(question.id) == answer.id:
                reasons.append((f"advice.{question.id}.{answer.id}.because", answer.points))
                for kind in points:
                    points[kind] += answer.points.get(kind, 0)
    most = max(points.values(), default=0)
    best = [kind for kind, sum_ in points.items() if sum_ == most]
    kind = best[0] if len(best) == 1 and most > 0 else ""
    weighted = [(text, _lead(given, kind)) for text, given in reasons]
    weighted.sort(key=itemgetter(1), reverse=True)
    reasons_for = {
        one.id: tuple(text for text, given in reasons if _lead(given, one.id) > 0)
        for one in pack.kinds
    }
    supported = {text for texts in reasons_for.values() for text in texts}
    return Recommendation(
        kind,
        points,
        tuple(text for text, weight in weighted if weight > 0),
        reasons_for,
        tuple(text for text, _ in reasons if text not in supported),
        bool(kind) and _is_settled(pack, answers, points, kind),
    )


def _is_settled(
    pack: Pack, answers: Mapping[str, str], points: Mapping[str, int], kind: str
) -> bool:
    """Return whether a kind stays ahead of every other one, whatever else is answered."""
    for other in points.keys() - {kind}:
        lead = points[kind] - points[other]
        for question in pack.advice:
            if question.id not in answers:
                swings = (
                    one.points.get(other, 0) - one.points.get(kind, 0) for one in question.answers
                )
                lead -= max(0, *swings)
        if lead <= 0:
            return False
    return True


def _lead(points: Mapping[str, int], kind: str) -> int:
    """Return the lead of a kind over the others in the points of one answer."""
    if not kind:
        return max(points.values(), default=0)
    others = (given for other, given in points.items() if other != kind)
    return points.get(kind, 0) - max(others, default=0)
