"""The report of `merge` as text and as JSON, with deleted text in [-…-] and new text in {+…+}."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.cli.context import JsonValue
from erasmus_desk.draft import review_state
from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.review_state import CommentThread, UnresolvedItem, UnresolvedReason
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.review_import import decisions
from erasmus_desk.review_import.decisions import AppliedImport
from erasmus_desk.review_import.result import (
    AnswerMerge,
    ImportResult,
    MergeStatus,
    ProposedAnswer,
    RowAdded,
    RowChange,
)
from erasmus_desk.review_import.text_merge import diff_tokens, tokenize


class MergeReport(Struct, frozen=True):
    """An applied import; each difference is in exactly one of the lists."""

    result: ImportResult
    before: Draft
    after: Draft
    applied: tuple[Change, ...]
    conflicts: tuple[tuple[AnswerMerge, ProposedAnswer], ...]
    unresolved: tuple[UnresolvedItem, ...]
    proposals: Mapping[Key, tuple[ProposedAnswer, ...]]
    """The proposed values of each answer."""
    rows: Mapping[str, RowChange]
    """The added and removed rows, by item."""

    def name_authors(self, key: Key) -> str:
        """Return the authors of a change to an answer, or of an added or removed row."""
        names = [theirs.by.name for theirs in self.proposals.get(key, ())]
        row = self.rows.get(key.item)
        names += [row.by.name] if row else []
        if not names:
            names = [one.by.name for one in self.result.rows if one.order == key]
        return ", ".join(dict.fromkeys(name for name in names if name))


def build_report(before: Draft, result: ImportResult, applied: AppliedImport) -> MergeReport:
    """Build the report of an applied import."""
    unresolved_ids = {one.id for one in applied.unresolved}
    conflicts = tuple(
        (one, theirs)
        for one in result.answers
        for theirs in one.theirs
        if one.status is MergeStatus.CONFLICT
        and not theirs.is_guess
        and decisions.build_unresolved_item(one.key, theirs).id in unresolved_ids
    )
    conflict_ids = {
        decisions.build_unresolved_item(one.key, theirs).id for one, theirs in conflicts
    }
    positions = {one.key: position for position, one in enumerate(result.answers)}
    changes = [one for one in applied.change_set.changes if not review_state.is_desk_key(one.key)]
    return MergeReport(
        result,
        before,
        before.apply(*applied.change_set.changes),
        tuple(sorted(changes, key=lambda one: positions.get(one.key, len(positions)))),
        conflicts,
        tuple(one for one in applied.unresolved if one.id not in conflict_ids),
        {one.key: one.theirs for one in result.answers},
        {row.item: row for row in result.rows},
    )


def report_to_json(report: MergeReport) -> JsonValue:
    """Return the object of `--json`, with answers as in the draft's file."""
    return {
        "applied": [_change_to_json(one, report) for one in report.applied],
        "conflicts": [_conflict_to_json(one, theirs) for one, theirs in report.conflicts],
        "tray": [_unresolved_to_json(one) for one in report.unresolved],
        "comments": [_thread_to_json(one, report) for one in report.result.threads],
        "formats": [
            {**_key_to_json(one.key), "lost": one.kind.value, "text": one.text, "file": one.file}
            for one in report.result.losses
        ],
    }


def _change_to_json(change: Change, report: MergeReport) -> JsonValue:
    return {
        **_key_to_json(change.key),
        "before": _value_to_json(change.old),
        "after": _value_to_json(change.new),
        "author": report.name_authors(change.key),
    }


def _conflict_to_json(one: AnswerMerge, theirs: ProposedAnswer) -> JsonValue:
    return {
        **_key_to_json(one.key),
        "sent": _value_to_json(one.sent),
        "before": _value_to_json(one.mine),
        "after": _value_to_json(theirs.value),
        "author": theirs.by.name,
        "at": decisions.format_time(theirs.by) or None,
        "file": theirs.file,
    }


def _unresolved_to_json(one: UnresolvedItem) -> JsonValue:
    return {
        **_key_to_json(one.near),
        "before": one.original,
        "after": one.text,
        "author": one.author,
        "at": one.at or None,
        "file": one.file,
        "why": one.reason.value,
    }


def _thread_to_json(thread: CommentThread, report: MergeReport) -> JsonValue:
    first, *replies = thread.comments
    return {
        **_key_to_json(thread.key),
        "before": None,
        "after": first.text,
        "author": first.author,
        "at": first.at or None,
        "file": report.result.thread_files.get(thread.id, ""),
        "text": first.text,
        "quote": thread.quote,
        "replies": [
            {"author": note.author, "at": note.at or None, "text": note.text} for note in replies
        ],
        "done": thread.is_done,
    }


def _key_to_json(key: Key | None) -> dict[str, JsonValue]:
    return {"question": key.question if key else None, "item": (key.item or None) if key else None}


def _value_to_json(value: Value | None) -> JsonValue:
    return None if value is None else cast("JsonValue", to_json(value))


CONTEXT_TOKENS = 8
"""Tokens (words, spaces) shown before and after a change."""
MAX_CHARACTERS = 400
"""Most characters of a text on one line."""
_ELLIPSIS = "…"


def mark_differences(before: str, after: str) -> str:
    """Return the differences of two texts on one line, with a little context."""
    old = tokenize(before)
    edits = [*diff_tokens(old, tokenize(after))]
    marked, reached = list[str](), 0
    for number, edit in enumerate(edits):
        start = max(reached, edit.start - CONTEXT_TOKENS)
        if start > reached:
            marked.append(f" {_ELLIPSIS} ")
        marked += [*old[start : edit.start], *_mark_edit(old[edit.start : edit.end], edit.new)]
        following = edits[number + 1].start if number + 1 < len(edits) else len(old)
        reached = min(edit.end + CONTEXT_TOKENS, following)
        marked += old[edit.end : reached]
    if reached < len(old):
        marked.append(f" {_ELLIPSIS}")
    return shorten("".join(marked))


def shorten(text: str) -> str:
    """Return a text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_CHARACTERS else line[: MAX_CHARACTERS - 1].rstrip() + _ELLIPSIS


def _mark_edit(old: list[str], new: tuple[str, ...]) -> Iterator[str]:
    if old:
        yield f"[-{''.join(old)}-]"
    if new:
        yield f"{{+{''.join(new)}+}}"


_INDENT = " " * 6


def format_report(
    report: MergeReport, file: str, messages: Messages, pack: Pack, texts: Texts
) -> Iterator[str]:
    """Yield the lines of the text report."""
    formatter = _ReportFormatter(
        report, messages, texts, CheckContext(report.before, pack), CheckContext(report.after, pack)
    )
    parts = {
        "applied": [entry for one in report.applied if (entry := formatter.format_change(one))],
        "conflicts": [formatter.format_conflict(one, theirs) for one, theirs in report.conflicts],
        "tray": [formatter.format_unresolved(one) for one in report.unresolved],
        "comments": [formatter.format_thread(one) for one in report.result.threads],
    }
    if not any(parts.values()):
        yield messages.format_message("merge.nothing", path=file)
        yield from formatter.format_losses()
        return
    counts = {
        name: messages.format_message(f"merge.n-{name}", n=len(entries))
        for name, entries in parts.items()
    }
    yield messages.format_message("merge.total", path=file, **counts)
    for name, entries in parts.items():
        if entries:
            yield from ("", messages.format_message(f"merge.{name}"))
            yield from (line for entry in entries for line in entry)
    yield from formatter.format_losses()


class _ReportFormatter(Struct, frozen=True):
    """The texts of a report; removed items are named by the draft before the import."""

    report: MergeReport
    messages: Messages
    texts: Texts
    before: CheckContext
    after: CheckContext

    def format_change(self, change: Change) -> list[str]:
        """Return the lines of a changed answer; none for a row, which is shown with its list."""
        row = self.report.rows.get(change.key.item)
        if row and (isinstance(row, RowAdded) or change.new is None):
            return []
        title = self._format_title(change.key, self.report.name_authors(change.key))
        if change.key.question in self.after.pack.form.lists:
            return [title, *self._format_rows(change)]
        theirs = self.report.proposals.get(change.key, ())
        words = next((one.text for one in theirs if one.value == change.new), "")
        was = next((one.sent_text for one in theirs), "")
        return [title, _INDENT + _mark_value_differences((change.old, was), (change.new, words))]

    def format_conflict(self, one: AnswerMerge, theirs: ProposedAnswer) -> list[str]:
        """Return the lines of an answer that both sides changed."""
        sent, format_message = (one.sent, theirs.sent_text), self.messages.format_message
        mine = _mark_value_differences(sent, (one.mine, ""))
        proposed = _mark_value_differences(sent, (theirs.value, theirs.text))
        return [
            self._format_title(one.key, theirs.by.name),
            _INDENT + format_message("merge.mine", text=mine),
            _INDENT + format_message("merge.theirs", text=proposed),
        ]

    def format_unresolved(self, one: UnresolvedItem) -> list[str]:
        """Return the lines of an unresolved item."""
        why = self.messages.format_message(f"merge.why-{self._find_reason(one)}")
        text = mark_differences(one.original, one.text)
        return [self._format_title(one.near, one.author), _INDENT + why, _INDENT + text]

    def format_thread(self, thread: CommentThread) -> list[str]:
        """Return the lines of a comment thread."""
        notes = (f"{note.author}: {shorten(note.text)}".lstrip(": ") for note in thread.comments)
        return [self._format_title(thread.key, ""), *(_INDENT + note for note in notes)]

    def format_losses(self) -> Iterator[str]:
        """Yield the lines about formatting that did not come along, below a heading."""
        losses = self.report.result.losses
        if losses:
            yield from ("", self.messages.format_message("merge.formats"))
        for one in losses:
            yield self._format_title(one.key, "")
            yield _INDENT + self.messages.format_message(f"merge.lost-{one.kind}", text=one.text)

    def _find_reason(self, one: UnresolvedItem) -> str:
        """Return the reason of an unresolved item; unplaced text may be near a known answer."""
        if one.reason is not UnresolvedReason.UNPLACED or one.near is None:
            return one.reason
        is_there = review_state.is_there(self.report.after, self.after.pack.form, one.near)
        return "near" if is_there else "gone"

    def _format_rows(self, change: Change) -> Iterator[str]:
        """Yield the lines of the added and removed rows of a list."""
        old, new = (one if isinstance(one, tuple) else () for one in (change.old, change.new))
        format_message = self.messages.format_message
        before, after = set(old), set(new)
        for item in (one for one in new if one not in before):
            row = self.report.rows.get(item)
            text = row.text if isinstance(row, RowAdded) else item
            yield _INDENT + format_message("merge.row-in", text=shorten(text))
        for item in (one for one in old if one not in after):
            spec = self.before.pack.form.lists[change.key.question]
            place = self.before.find_place(Key(spec.name, item)).items
            name = self.messages.format_value(place[-1], self.texts) if place else item
            yield _INDENT + format_message("merge.row-out", text=name)
        if before == after:
            yield _INDENT + format_message("merge.row-order")

    def _format_title(self, key: Key | None, author: str) -> str:
        where = self.messages.format_message("merge.nowhere")
        if key:
            place = self.after.find_place(key)
            if key.item and not place.items:
                place = self.before.find_place(key)
            where = self.messages.format_value(place, self.texts)
        return f"  {where} ({author})" if author else f"  {where}"


def _mark_value_differences(
    before: tuple[Value | None, str], after: tuple[Value | None, str]
) -> str:
    """Mark the differences of two answers; those that are not text as worded in the file."""
    (old, was), (new, words) = before, after
    if all(value is None or isinstance(value, str) for value in (old, new)):
        return mark_differences(decisions.format_value(old), decisions.format_value(new))
    return mark_differences(
        was or decisions.format_value(old), words or decisions.format_value(new)
    )
