"""The National Agencies to which a proposal can be submitted."""

from __future__ import annotations

from erasmus_desk.call.form import Option
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.organisations import find_applicant
from erasmus_desk.draft.visibility import available_options


def list_fitting_agencies(draft: Draft, pack: Pack) -> tuple[Option, ...]:
    """Return the agencies of the applicant's country that are for the field, as far as known.

    All are offered where none fits, and the one that was chosen always is: it has to be shown to
    be changed.
    """
    question = pack.question(pack.role("agency"))
    offered = available_options(question, draft, pack) if question else ()
    country, field = _find_country(draft, pack), draft.text(pack.role("field"))
    if field not in {one.id for one in pack.fields}:
        field = ""
    fitting = [one for one in offered if _fits(one, country, field)]
    if not fitting:
        return offered
    chosen = draft.text(pack.role("agency"))
    return tuple(one for one in offered if one in fitting or one.id == chosen)


def _fits(agency: Option, country: str, field: str) -> bool:
    is_there = not (country and agency.country) or agency.country == country
    return is_there and (not (field and agency.fields) or field in agency.fields)


def _find_country(draft: Draft, pack: Pack) -> str:
    """Return the country of the applicant, if an organisation from there can apply."""
    country = draft.text(pack.role("organisation_country"), find_applicant(draft, pack))
    is_eligible = pack.countries is None or country in pack.countries.programme
    return country if is_eligible else ""
