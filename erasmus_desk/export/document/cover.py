"""The first page, the edges of the others, and what the file says about itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from erasmus_desk.draft import computed, visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import About, Cover, Edge, Fact, Said
from erasmus_desk.export.document.context import Speech
from erasmus_desk.export.document.organisations import parties, place

_HEADER_MOST = 64
"""Characters of a title that fit beside the call in one line of the header."""
_MOST_LINES = 10
"""Partners of which each has a line of its own on the cover."""
_NOTHING = Said("", "")


def cover(speech: Speech) -> Cover:
    """Give the first page."""
    return Cover(
        eyebrow=_joined(speech, "pack.programme", "pack.key_action"),
        title=_title(speech),
        subtitle=speech.role("acronym") or _NOTHING,
        facts=tuple(_facts(speech)),
        mark=speech.labels.said("mark"),
        title_key=speech.pack.role("title"),
        subtitle_key=speech.pack.role("acronym") if speech.role("acronym") else "",
        is_untitled=speech.role("title") is None,
    )


def partner_cover(speech: Speech, partner: str, reply_by: date | None) -> Cover:
    """Give the first page of a partner's file: which proposal, whose, and until when."""
    label = speech.labels.said
    name = party_name(partner, speech)
    facts: list[Fact] = [Fact(label("partner.for"), (name,))]
    if reply_by is not None:
        day = Said(speech.day(reply_by), speech.labels.wanted)
        facts.append(Fact(label("partner.reply_by"), (day,)))
    if call := speech.text("pack.name"):
        facts.append(Fact(label("cover.call"), (call,)))
    if duration := _duration(speech):
        facts.append(Fact(label("cover.duration"), (duration,)))
    applicant = parties(speech)[:1]
    facts.extend(Fact(label("cover.applicant"), (party_name(one, speech),)) for one in applicant)
    notes = [label("partner.how")]
    if second := speech.label_beside("partner.how"):
        notes.append(second)
    return replace(cover(speech), facts=tuple(facts), notes=tuple(notes))


def edge(speech: Speech) -> Edge:
    """Give what runs along the pages: who on the left, which call on the right."""
    found = visibility.action(speech.draft, speech.pack)
    call = speech.text("pack.short", "pack.name") or Said(speech.pack.id, speech.own)
    right = f"{call.text} · {found.id}" if found else call.text
    acronym, title = speech.role("acronym"), _title(speech)
    return Edge(
        left=acronym or Said(_shortened(title.text), title.language),
        right=Said(right, call.language),
        mark=speech.labels.said("mark"),
        page=speech.labels.said("page"),
    )


def about(speech: Speech) -> About:
    """Give the properties of the file; all of them come from the draft."""
    title, acronym = _title(speech).text, speech.role("acronym")
    call = speech.text("pack.name") or Said(speech.pack.id, "")
    return About(
        title=f"{acronym.text}: {title}" if acronym else title,
        subject=call.text,
        author=computed.applicant_name(speech.draft, speech.pack) or "",
        language=speech.own,
        identifier=speech.draft.id,
        created=speech.draft.created,
        modified=speech.draft.modified,
    )


def _facts(speech: Speech) -> Iterator[Fact]:
    label = speech.labels.said
    if call := speech.text("pack.name"):
        yield Fact(label("cover.call"), (call,))
    if action := _action(speech):
        yield Fact(label("cover.action"), (action,))
    for role in ("kind", "field"):
        chosen = speech.draft.text(speech.pack.role(role))
        if chosen and (name := speech.text(f"{role}.{chosen}.name")):
            yield Fact(label(f"cover.{role}"), (name,))
    names = [_party(item, speech) for item in parties(speech)]
    if names:
        yield Fact(label("cover.applicant"), tuple(names[:1]))
    if names[1:]:
        yield Fact(label("cover.partners"), _listed(names[1:]))
    if duration := _duration(speech):
        yield Fact(label("cover.duration"), (duration,))
    if agency := speech.role("agency"):
        yield Fact(label("cover.agency"), (agency,))


def _listed(names: list[Said]) -> tuple[Said, ...]:
    """Give names one a line; so many that the cover would need a second page run on."""
    if len(names) <= _MOST_LINES:
        return tuple(names)
    return (Said(" · ".join(name.text for name in names), names[0].language),)


def _title(speech: Speech) -> Said:
    return speech.role("title") or speech.labels.said("cover.untitled")


def _action(speech: Speech) -> Said | None:
    found = visibility.action(speech.draft, speech.pack)
    if found is None:
        return None
    name = speech.text(f"action.{found.id}.name")
    if name is None or found.id in name.text:
        return name or Said(found.id, speech.own)
    return Said(f"{found.id} - {name.text}", name.language)


def party_name(item: str, speech: Speech) -> Said:
    """Give the name of an organisation, or say that it has none."""
    return speech.role("organisation_name", item) or speech.labels.said("parties.unnamed")


def _party(item: str, speech: Speech) -> Said:
    name = party_name(item, speech)
    where = place(item, speech)
    return Said(f"{name.text} ({where})" if where else name.text, name.language)


def _duration(speech: Speech) -> Said | None:
    count = speech.draft.get(Key(speech.pack.role("months")))
    if not isinstance(count, int) or isinstance(count, bool):
        return None
    start = speech.draft.get(Key(speech.pack.role("start")))
    end = computed.end_date(speech.draft, speech.pack)
    months = speech.months(count)
    if not isinstance(start, date) or end is None:
        return Said(months, speech.labels.language)
    return speech.labels.said(
        "months.dated", months=months, start=speech.day(start), end=speech.day(end)
    )


def _joined(speech: Speech, *names: str) -> Said:
    found = [part for name in names if (part := speech.text(name))]
    return Said(" · ".join(part.text for part in found), found[0].language) if found else _NOTHING


def _shortened(title: str) -> str:
    if len(title) <= _HEADER_MOST:
        return title
    return f"{title[:_HEADER_MOST].rsplit(' ', 1)[0]} …"
