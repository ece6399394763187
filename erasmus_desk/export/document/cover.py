"""The cover, headers and footers, and the document properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from erasmus_desk.draft import computed, visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.organisations import find_applicant, list_partners
from erasmus_desk.export.document import blocks
from erasmus_desk.export.document.blocks import LangText
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.document.organisations import format_place

_MAX_HEADER_LENGTH = 64
"""Characters of a title that fit beside the call in one line of the header."""
_MAX_PARTNER_LINES = 10
"""Partners that get a line each on the cover."""
_MAX_PARTNER_LETTERS = 900
"""Letters of all partners in running text that do not push the rest off the page."""


def build_cover(context: BuildContext) -> blocks.Cover:
    """Build the cover of the proposal."""
    found = (context.find_text(name) for name in ("pack.programme", "pack.key_action"))
    acronym = context.format_role("acronym")
    return blocks.Cover(
        eyebrow=_join_texts([text for text in found if text]),
        title=_get_title(context),
        subtitle=acronym or LangText("", ""),
        facts=_build_facts(_list_facts(context), context),
        disclaimer=context.labels.get("mark"),
        title_key=context.pack.role("title"),
        subtitle_key=context.pack.role("acronym") if acronym else "",
        is_untitled=context.format_role("title") is None,
    )


def build_partner_cover(context: BuildContext, partner: str, reply_by: date | None) -> blocks.Cover:
    """Build the cover of a partner's file: proposal, organisation and reply date."""
    applicant = find_applicant(context.draft, context.pack)
    names = [get_organisation_name(applicant, context)] if applicant else []
    facts = (
        ("partner.for", [get_organisation_name(partner, context)]),
        (
            "partner.reply_by",
            [reply_by and LangText(context.format_day(reply_by), context.labels.locale)],
        ),
        ("cover.call", [context.find_text("pack.name")]),
        ("cover.duration", [format_duration(context)]),
        ("cover.applicant", names),
    )
    how = (context.labels.get("partner.how"), context.translate_label("partner.how"))
    notes = tuple(note for note in how if note)
    return replace(build_cover(context), facts=_build_facts(facts, context), notes=notes)


def _build_facts(
    facts: Iterable[tuple[str, Sequence[LangText | None]]], context: BuildContext
) -> tuple[blocks.CoverFact, ...]:
    """Build the facts, each a label and its values, without missing ones."""
    known = ((label, tuple(value for value in values if value)) for label, values in facts)
    label = context.labels.get
    return tuple(blocks.CoverFact(label(name), values) for name, values in known if values)


def build_header_footer(context: BuildContext) -> blocks.HeaderFooter:
    """Build headers and footers: the proposal on the left, the call on the right."""
    action = visibility.find_action(context.draft, context.pack)
    call = context.get_text(context.pack.id, "pack.short", "pack.name")
    right = f"{call.text} · {action.id}" if action else call.text
    acronym, title = context.format_role("acronym"), _get_title(context)
    return blocks.HeaderFooter(
        left=acronym or LangText(_shorten(title.text), title.language),
        right=LangText(right, call.language),
        disclaimer=context.labels.get("mark"),
        page_format=context.labels.get("page"),
    )


def build_properties(context: BuildContext) -> blocks.DocumentProperties:
    """Build the properties of the file; all of them come from the draft."""
    title, acronym = _get_title(context).text, context.format_role("acronym")
    return blocks.DocumentProperties(
        title=f"{acronym.text}: {title}" if acronym else title,
        subject=context.get_text(context.pack.id, "pack.name").text,
        author=computed.find_applicant_name(context.draft, context.pack) or "",
        language=context.answer_language,
        identifier=context.draft.id,
        created=context.draft.created,
        modified=context.draft.modified,
    )


def _list_facts(context: BuildContext) -> Iterator[tuple[str, Sequence[LangText | None]]]:
    yield "cover.call", [context.find_text("pack.name")]
    yield "cover.action", [_name_action(context)]
    for role in ("kind", "field"):
        chosen = context.draft.text(context.pack.role(role))
        yield f"cover.{role}", [context.find_text(f"{role}.{chosen}.name")]
    applicant = find_applicant(context.draft, context.pack)
    yield "cover.applicant", [_describe_organisation(applicant, context)] if applicant else []
    partners = list_partners(context.draft, context.pack)
    named = [_describe_organisation(one, context) for one in partners]
    yield "cover.partners", _list_names(named, context)
    yield "cover.duration", [format_duration(context)]
    yield "cover.agency", [context.format_role("agency")]


def _list_names(names: list[LangText], context: BuildContext) -> list[LangText]:
    """Return names one a line, in running text, or only their number, as the page has room."""
    if len(names) <= _MAX_PARTNER_LINES:
        return names
    joined = _join_texts(names)
    if len(joined.text) <= _MAX_PARTNER_LETTERS:
        return [joined]
    return [context.labels.get("cover.many_partners", n=context.format_number(len(names)))]


def _get_title(context: BuildContext) -> LangText:
    return context.format_role("title") or context.labels.get("cover.untitled")


def _name_action(context: BuildContext) -> LangText | None:
    action = visibility.find_action(context.draft, context.pack)
    if action is None:
        return None
    name = context.get_text(action.id, f"action.{action.id}.name")
    if action.id in name.text:
        return name
    return LangText(f"{action.id} - {name.text}", name.language)


def get_organisation_name(item: str, context: BuildContext) -> LangText:
    """Return the name of an organisation, or the label for one without a name."""
    if context.format_role("organisation_name", item) is None:
        return context.labels.get("parties.unnamed")
    return context.name_item(context.pack.role("organisations"), item)


def _describe_organisation(item: str, context: BuildContext) -> LangText:
    name, place = get_organisation_name(item, context), format_place(item, context)
    return LangText(f"{name.text} ({place})" if place else name.text, name.language)


def format_duration(context: BuildContext) -> LangText | None:
    """Return the months of the project, with its first and last day if they are known."""
    count = context.draft.get(Key(context.pack.role("months")))
    if not isinstance(count, int) or isinstance(count, bool):
        return None
    start = context.draft.get(Key(context.pack.role("start")))
    end = computed.compute_end_date(context.draft, context.pack)
    months = context.format_months(count)
    if not isinstance(start, date) or end is None:
        return LangText(months, context.labels.language)
    return context.labels.get(
        "months.dated", months=months, start=context.format_day(start), end=context.format_day(end)
    )


def _join_texts(texts: Sequence[LangText]) -> LangText:
    joined = " · ".join(text.text for text in texts)
    return LangText(joined, texts[0].language if texts else "")


def _shorten(title: str) -> str:
    if len(title) <= _MAX_HEADER_LENGTH:
        return title
    return f"{title[:_MAX_HEADER_LENGTH].rsplit(' ', 1)[0]} …"
