"""The questions of a call that ask for a place."""

from __future__ import annotations

from collections.abc import Mapping

from erasmus_desk.call.model import Pack


def find_place_questions(pack: Pack) -> Mapping[str, str]:
    """Return the questions that ask for a place, with those that ask for its country."""
    pairs = [(pack.role("organisation_city"), pack.role("organisation_country"))]
    pairs += [
        (rule.binds["city"], rule.binds["country"])
        for rule in pack.funding.rules
        if {"city", "country"} <= rule.binds.keys()
    ]
    return {city: country for city, country in pairs if city and country}
