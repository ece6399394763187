"""The cover, headers and footers, and the document properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from erasmus_desk.draft import computed, visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import (
    Cover,
    CoverFact,
    DocumentProperties,
    HeaderFooter,
    LangText,
)
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.document.organisations import format_place, list_organisations

_MAX_HEADER_LENGTH = 64
"""Characters of a title that fit beside the call in one line of the header."""
_MAX_PARTNER_LINES = 10
"""Partners that get a line each on the cover."""
_NO_TEXT = LangText("", "")


def build_cover(context: BuildContext) -> Cover:
    """Build the cover of the proposal."""
    return Cover(
        eyebrow=_join_texts(context, "pack.programme", "pack.key_action"),
        title=_get_title(context),
        subtitle=context.format_role("acronym") or _NO_TEXT,
        facts=tuple(_list_facts(context)),
        disclaimer=context.labels.get("mark"),
        title_key=context.pack.role("title"),
        subtitle_key=context.pack.role("acronym") if context.format_role("acronym") else "",
        is_untitled=context.format_role("title") is None,
    )


def build_partner_cover(context: BuildContext, partner: str, reply_by: date | None) -> Cover:
    """Build the cover of a partner's file: proposal, organisation and reply date."""
    label = context.labels.get
    name = get_organisation_name(partner, context)
    facts: list[CoverFact] = [CoverFact(label("partner.for"), (name,))]
    if reply_by is not None:
        day = LangText(context.format_day(reply_by), context.labels.locale)
        facts.append(CoverFact(label("partner.reply_by"), (day,)))
    if call := context.find_text("pack.name"):
        facts.append(CoverFact(label("cover.call"), (call,)))
    if duration := _format_duration(context):
        facts.append(CoverFact(label("cover.duration"), (duration,)))
    for applicant in list_organisations(context)[:1]:
        applicant_name = get_organisation_name(applicant, context)
        facts.append(CoverFact(label("cover.applicant"), (applicant_name,)))
    notes = [label("partner.how")]
    if second := context.translate_label("partner.how"):
        notes.append(second)
    return replace(build_cover(context), facts=tuple(facts), notes=tuple(notes))


def build_header_footer(context: BuildContext) -> HeaderFooter:
    """Build headers and footers: the proposal on the left, the call on the right."""
    action = visibility.find_action(context.draft, context.pack)
    call = context.find_text("pack.short", "pack.name") or LangText(
        context.pack.id, context.answer_language
    )
    right = f"{call.text} · {action.id}" if action else call.text
    acronym, title = context.format_role("acronym"), _get_title(context)
    return HeaderFooter(
        left=acronym or LangText(_shorten(title.text), title.language),
        right=LangText(right, call.language),
        disclaimer=context.labels.get("mark"),
        page_format=context.labels.get("page"),
    )


def build_properties(context: BuildContext) -> DocumentProperties:
    """Build the properties of the file; all of them come from the draft."""
    title, acronym = _get_title(context).text, context.format_role("acronym")
    call = context.find_text("pack.name") or LangText(context.pack.id, "")
    return DocumentProperties(
        title=f"{acronym.text}: {title}" if acronym else title,
        subject=call.text,
        author=computed.find_applicant_name(context.draft, context.pack) or "",
        language=context.answer_language,
        identifier=context.draft.id,
        created=context.draft.created,
        modified=context.draft.modified,
    )


def _list_facts(context: BuildContext) -> Iterator[CoverFact]:
    label = context.labels.get
    if call := context.find_text("pack.name"):
        yield CoverFact(label("cover.call"), (call,))
    if action := _name_action(context):
        yield CoverFact(label("cover.action"), (action,))
    for role in ("kind", "field"):
        chosen = context.draft.text(context.pack.role(role))
        if chosen and (name := context.find_text(f"{role}.{chosen}.name")):
            yield CoverFact(label(f"cover.{role}"), (name,))
    names = [_describe_organisation(item, context) for item in list_organisations(context)]
    if names:
        yield CoverFact(label("cover.applicant"), tuple(names[:1]))
    if names[1:]:
        yield CoverFact(label("cover.partners"), _list_names(names[1:]))
    if duration := _format_duration(context):
        yield CoverFact(label("cover.duration"), (duration,))
    if agency := context.format_role("agency"):
        yield CoverFact(label("cover.agency"), (agency,))


def _list_names(names: list[LangText]) -> tuple[LangText, ...]:
    """Return names one a line, or in running text if they would not fit on the page."""
    if len(names) <= _MAX_PARTNER_LINES:
        return tuple(names)
    return (LangText(" · ".join(name.text for name in names), names[0].language),)


def _get_title(context: BuildContext) -> LangText:
    return context.format_role("title") or context.labels.get("cover.untitled")


def _name_action(context: BuildContext) -> LangText | None:
    action = visibility.find_action(context.draft, context.pack)
    if action is None:
        return None
    name = context.find_text(f"action.{action.id}.name")
    if name is None or action.id in name.text:
        return name or LangText(action.id, context.answer_language)
    return LangText(f"{action.id} - {name.text}", name.language)


def get_organisation_name(item: str, context: BuildContext) -> LangText:
    """Return the name of an organisation, or the label for one without a name."""
    name = context.format_role("organisation_name", item)
    return name or context.labels.get("parties.unnamed")


def _describe_organisation(item: str, context: BuildContext) -> LangText:
    name = get_organisation_name(item, context)
    where = format_place(item, context)
    return LangText(f"{name.text} ({where})" if where else name.text, name.language)


def _format_duration(context: BuildContext) -> LangText | None:
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


def _join_texts(context: BuildContext, *names: str) -> LangText:
    texts = [text for name in names if (text := context.find_text(name))]
    joined = " · ".join(text.text for text in texts)
    return LangText(joined, texts[0].language) if texts else _NO_TEXT


def _shorten(title: str) -> str:
    if len(title) <= _MAX_HEADER_LENGTH:
        return title
    return f"{title[:_MAX_HEADER_LENGTH].rsplit(' ', 1)[0]} …"
