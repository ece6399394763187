"""What a choice of the guided start means for the proposal, made of the rules of the call."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import CallState, Deadline, Pack
from erasmus_desk.call.offers import Offer
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import computed
from erasmus_desk.draft.agencies import list_fitting_agencies
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.visibility import (
    find_action,
    find_deadline,
    find_possible_actions,
    visible_questions,
)
from erasmus_desk.i18n import formats

from ..i18n import plurals
from ..i18n.dates import format_deadline
from ..i18n.value_text import format_value


class Meaning(Struct, frozen=True):
    """One thing to know: an icon, what it is in a few words, and a sentence more.

    Its source is in the tool tip, or below it where the text is that of the source.
    """

    icon: str
    title: str
    text: str = ""
    evidence: Evidence | None = None
    shows_source: bool = False


def apply_choice(draft: Draft, pack: Pack, role: str, choice: str) -> Draft:
    """Return the draft with a choice, to see what it would mean."""
    key = Key(pack.role(role))
    return draft.apply(Change(key, draft.get(key), choice or None))


def describe_offer(offer: Offer, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return why a call serves what the user wants, or where else to go; as the sources say it."""
    path = next((one for one in pack.paths if one.id == offer.path), None)
    text = "\n\n".join(texts.paragraphs(f"path.{offer.path}.answer"))
    evidence = path.evidence if path else None
    if not offer.is_supported:
        more = QCoreApplication.translate("Meaning", "You can still continue here.")
        label = texts.get(f"path.{offer.path}.label")
        return (
            Meaning("info", label, text, evidence, shows_source=True),
            Meaning("arrow-right", more),
        )
    reasons = "\n\n".join(texts.paragraphs("pack.because"))
    meanings = [Meaning("circle-check", texts.get("pack.name"), reasons)]
    state = explain_state(pack, texts)
    if state:
        meanings.append(Meaning("clock", name_state(pack.state).capitalize(), state))
    if text:
        label = texts.get(f"path.{offer.path}.label")
        meanings.append(Meaning("info", label, text, evidence, shows_source=True))
    return tuple(meanings)


def name_state(state: CallState) -> str:
    """Return the state of a call as a word."""
    states = {
        CallState.OPEN: QCoreApplication.translate("Meaning", "open"),
        CallState.CLOSED: QCoreApplication.translate("Meaning", "closed"),
        CallState.PROVISIONAL: QCoreApplication.translate("Meaning", "provisional"),
    }
    return states[state]


def explain_state(pack: Pack, texts: Texts) -> str:
    """Return what the state of a call means for who starts now; empty if it needs no words."""
    state = " ".join(texts.paragraphs("pack.state"))
    if state or pack.state is not CallState.CLOSED:
        return state
    return QCoreApplication.translate(
        "Meaning", "This call is closed. You can practise with it, but you cannot apply."
    )


def describe_call(pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return until when a proposal can be submitted, and how sure the call is."""
    meanings = [_describe_deadline(one, texts) for one in pack.deadlines]
    count = plurals.text_questions(
        sum(one.type is QuestionType.TEXT for one in pack.form.questions.values())
    )
    more = QCoreApplication.translate(
        "Meaning", "In all; which of them you answer depends on your choices."
    )
    return (*meanings, Meaning("notebook-pen", count, more))


def describe_kind(kind: str, draft: Draft, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return the money, the work and the partners that a project type asks for."""
    chosen = apply_choice(draft, pack, "kind", kind)
    own = tuple(
        Meaning(
            "package",
            texts.get(f"head.{category.id}.name"),
            next(iter(texts.paragraphs(f"head.{category.id}.rule")), ""),
            category.evidence,
        )
        for category in pack.funding.categories
        if category.kinds and kind in category.kinds
    )
    return (
        *_describe_grant(chosen, pack, texts),
        *_describe_writing(chosen, pack, texts),
        *own,
        *_describe_partners(chosen, pack),
    )


def describe_field(field: str, draft: Draft, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return the action, the partners, the duration and the deadline for a field."""
    chosen = apply_choice(draft, pack, "field", field)
    meanings: list[Meaning] = []
    action = find_action(chosen, pack)
    if action is not None:
        meanings.append(Meaning("flag", texts.get(f"action.{action.id}.name"), "", action.evidence))
    meanings += _describe_partners(chosen, pack)
    if action is not None:
        months = QCoreApplication.translate("Meaning", "{0} to {1} months").format(
            action.months.least, action.months.most
        )
        meanings.append(Meaning("calendar-range", months, "", action.months.evidence))
    deadline = find_deadline(chosen, pack)
    if deadline is not None:
        meanings.append(_describe_deadline(deadline, texts))
    return (*meanings, *_describe_writing(chosen, pack, texts))


def describe_identity(draft: Draft, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return the most that can be requested, the end, and where to submit until that is chosen."""
    meanings = [*_describe_grant(draft, pack, texts)]
    end = pack.question(pack.role("end"))
    value = computed.compute_value(end, draft, pack) if end else None
    if end is not None and value is not None:
        name = texts.short_label(end.id)
        meanings.append(
            Meaning(
                "calendar", formats.join_label(name, format_value(value, texts), texts.language)
            )
        )
    deadline = find_deadline(draft, pack)
    if deadline is not None:
        meanings.append(_describe_deadline(deadline, texts))
    agencies = list_fitting_agencies(draft, pack)
    if agencies and not draft.get(Key(pack.role("agency"))):
        count = plurals.agencies(len(agencies))
        more = QCoreApplication.translate(
            "Meaning", "You submit to the National Agency in the country of the applicant."
        )
        meanings.append(Meaning("globe", count, more))
    return tuple(meanings)


def _describe_grant(draft: Draft, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    """Return the ceiling of the grant, for the months of the draft where they are known."""
    ceilings = (one for one in pack.funding.ceilings if not one.category)
    ceiling = next((one for one in ceilings if one.per in ("month", "project")), None)
    if ceiling is None:
        return ()
    language, currency = texts.language, pack.funding.currency
    amount = formats.format_money(ceiling.amount, currency, language)
    text = QCoreApplication.translate("Meaning", "The grant is calculated from your activities.")
    if ceiling.per == "project":
        title = QCoreApplication.translate("Meaning", "At most {}").format(amount)
        return (Meaning("euro", title, text, ceiling.evidence),)
    title = QCoreApplication.translate("Meaning", "At most {} a month").format(amount)
    months = draft.get(Key(pack.role("months")))
    if isinstance(months, int) and months > 0:
        total = formats.format_money(ceiling.amount * Decimal(months), currency, language)
        counted = formats.join_label(plurals.months(months), total, language)
        text = f"{counted}. {text}"
    return (Meaning("euro", title, text, ceiling.evidence),)


def _describe_writing(draft: Draft, pack: Pack, texts: Texts) -> tuple[Meaning, ...]:
    asked = [one.question for one in visible_questions(draft, pack)]
    long = [one for one in asked if one.type is QuestionType.TEXT]
    room = sum(one.limit.most for one in long if one.limit is not None)
    characters = formats.format_number(room, texts.language)
    more = QCoreApplication.translate(
        "Meaning", "Up to {} characters if you use all the room."
    ).format(characters)
    return (Meaning("notebook-pen", plurals.text_questions(len(long)), more if room else ""),)


def _describe_partners(draft: Draft, pack: Pack) -> tuple[Meaning, ...]:
    """Return how many organisations and countries are needed, by the actions still possible."""
    actions = find_possible_actions(draft, pack) or pack.actions
    if not actions:
        return ()
    fewest = min(actions, key=lambda one: (one.organisations.value, one.countries.value))
    title = QCoreApplication.translate("Meaning", "At least {0} from {1}").format(
        plurals.partners(fewest.organisations.value), plurals.countries(fewest.countries.value)
    )
    most = max(one.organisations.value for one in actions)
    text = ""
    if most > fewest.organisations.value:
        text = QCoreApplication.translate("Meaning", "For most projects {}.").format(
            plurals.partners(most)
        )
    return (Meaning("users", title, text, fewest.organisations.evidence),)


def _describe_deadline(deadline: Deadline, texts: Texts) -> Meaning:
    name = texts.get(f"deadline.{deadline.id}.name")
    moment = formats.capitalise(format_deadline(deadline.at, texts.language))
    return Meaning("calendar-clock", name, moment, deadline.evidence)
