"""The recommended project type ("Help me choose"), with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from msgspec import Struct

from erasmus_desk.call.model import Pack


class Recommendation(Struct, frozen=True):
    """The recommended kind, empty where none has most points.

    `reasons` are text ids of the answers in favour of the kind, the strongest first (without
    a recommendation: of all answers in favour of any).
    """

    kind: str
    points: Mapping[str, int]
    reasons: tuple[str, ...]


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
    return Recommendation(kind, points, tuple(text for text, weight in weighted if weight > 0))


def _lead(points: Mapping[str, int], kind: str) -> int:
    """Return the lead of a kind over the others in the points of one answer."""
    if not kind:
        return max(points.values(), default=0)
    others = (given for other, given in points.items() if other != kind)
    return points.get(kind, 0) - max(others, default=0)
