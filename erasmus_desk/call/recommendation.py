"""Advice on the kind: a recommendation among the kinds of a call, with its reasons."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from erasmus_desk.call.model import Pack


class Recommendation(Struct, frozen=True):
    """What the answers speak for. `kind` is empty when they speak for none more than others.

    `reasons` are text ids, of the answers that speak for the kind, the strongest first (or of
    all answers that speak for any, when there is no recommendation).
    """

    kind: str
    points: Mapping[str, int]
    reasons: tuple[str, ...]


def recommend(pack: Pack, answers: Mapping[str, str]) -> Recommendation:
    """Weigh the answers, given as question id to answer id; unanswered questions do not count.

    A recommendation is advice and never forces: it adds up the points that the pack's author
    gave each answer for each kind.
    """
    points = {kind.id: 0 for kind in pack.kinds}
    spoken: list[tuple[str, Mapping[str, int]]] = []
    for question in pack.advice:
        for answer in question.answers:
            if answers.get(question.id) == answer.id:
                spoken.append((f"advice.{question.id}.{answer.id}.because", answer.points))
                for kind in points:
                    points[kind] += answer.points.get(kind, 0)
    most = max(points.values(), default=0)
    best = [kind for kind, sum_ in points.items() if sum_ == most]
    kind = best[0] if len(best) == 1 and most > 0 else ""
    leaning = [(text, _leaning(given, kind)) for text, given in spoken]
    leaning.sort(key=_weight, reverse=True)
    return Recommendation(kind, points, tuple(text for text, weight in leaning if weight > 0))


def _leaning(points: Mapping[str, int], kind: str) -> int:
    """Tell how much an answer speaks for a kind rather than for the others."""
    if not kind:
        return max(points.values(), default=0)
    others = (given for other, given in points.items() if other != kind)
    return points.get(kind, 0) - max(others, default=0)


def _weight(entry: tuple[str, int]) -> int:
    return entry[1]
