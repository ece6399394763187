"""The command `carry`: a draft of one call as a new draft of another."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from erasmus_desk.call.carry import CarryTable
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.arguments import Carry
from erasmus_desk.cli.calls import LINE_WIDTH
from erasmus_desk.cli.context import (
    CommandContext,
    CommandResult,
    JsonValue,
    refuse_suffix,
    retry_while_busy,
)
from erasmus_desk.draft.carry import CarriedDraft, carry_draft
from erasmus_desk.draft.carry_marks import find_table_owner
from erasmus_desk.draft.carry_report import AnswerGroup, group_answers, group_marks
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.errors import ChoiceError
from erasmus_desk.storage import clock, drafts


def run(context: CommandContext, request: Carry) -> CommandResult:
    """Write the new draft and report what moved, what is to be written again, and what is aside.

    Raises DraftError, PackError, ChoiceError for a call that does not take the draft, or SaveError
    if the file exists; then nothing was written.
    """
    opened, source = context.open_draft(request.file)
    target = context.library.load_pack(request.call)
    refuse_suffix(request.output)
    table = _find_table(context, opened.draft, (source, target))
    texts = context.load_texts(source)
    carried = carry_draft(
        opened.draft,
        (source, target),
        table,
        texts.short_label,
        clock.now().replace(microsecond=0),
    )
    path = Path(request.output) if request.output else _suggest_path(opened.path, target)
    retry_while_busy(lambda: drafts.save_new(carried.draft, path, target.form.order))
    report = _Report(context, (opened.draft, source), (carried, target))
    return CommandResult(tuple(report.list_lines(path)), report.to_json(path))


def _find_table(context: CommandContext, draft: Draft, packs: tuple[Pack, Pack]) -> CarryTable:
    source, target = packs
    owner = find_table_owner(draft, target.id)
    table = context.library.find_carry_table(source.id, target.id, owner)
    if table is None:
        known = ", ".join(context.library.list_carry_targets(source.id))
        code = "carry" if known else "carry-nowhere"
        raise ChoiceError(code, call=source.id, chosen=target.id, known=known)
    return table


def _suggest_path(path: Path, target: Pack) -> Path:
    """Return an unused path beside a draft, with the id of the new call in its name."""
    return drafts.suggest_path(path.parent, f"{path.stem} {target.id}")


class _Report:
    """Words a carry."""

    def __init__(
        self,
        context: CommandContext,
        before: tuple[Draft, Pack],
        after: tuple[CarriedDraft, Pack],
    ) -> None:
        self._say = context.messages.format_message
        self._format = context.messages.format_value
        self._old, self._source = before
        self._carried, self._target = after
        self._old_texts, self._texts = map(context.load_texts, (self._source, self._target))
        self._moved = group_answers(self._carried.moved, self._carried.draft, self._target)
        self._aside = group_answers(self._carried.aside, self._old, self._source)
        marks = self._carried.marks
        self._marks = group_marks(marks, self._carried.draft, self._target)

    def list_lines(self, path: Path) -> Iterator[str]:
        """Yield the report."""
        source, target = (
            one.get("pack.short") or one.get("pack.name") for one in (self._old_texts, self._texts)
        )
        yield self._say("carry.done", source=source, target=target, path=str(path))
        yield self._say("carry.moved", n=len(self._carried.moved))
        for group in self._moved:
            yield from self._wrap_group(group, self._texts)
        if self._carried.marks:
            yield self._say("carry.rewrite", n=len(self._carried.marks))
        for one in self._marks:
            shown = (
                f"{self._format(name, self._texts)}{f' ({count})' if count > 1 else ''}"
                for name, count in one.names
            )
            yield from _wrap(self._say(f"carry.reason.{one.reason}"), shown)
        if self._carried.aside:
            yield self._say("carry.aside", n=len(self._carried.aside))
        for group in self._aside:
            yield from self._wrap_group(group, self._old_texts)

    def _wrap_group(self, group: AnswerGroup, texts: Texts) -> list[str]:
        section = texts.section_name(group.section)
        head = self._say("carry.section", section=section, n=len(group.keys))
        return _wrap(head, (self._format(name, texts) for name in group.names))

    def to_json(self, path: Path) -> JsonValue:
        """Return the report as JSON."""
        return {
            "from": self._source.id,
            "to": self._target.id,
            "file": str(path),
            "moved": [_key_to_json(key) for key in self._carried.moved],
            "rewrite": [
                {**_key_to_json(mark.key), "reason": mark.reason.value}
                for group in self._marks
                for mark in group.marks
            ],
            "set_aside": [_key_to_json(key) for group in self._aside for key in group.keys],
        }


def _key_to_json(key: Key) -> dict[str, JsonValue]:
    return {"question": key.question, "item": key.item or None}


def _wrap(head: str, names: Iterable[str]) -> list[str]:
    """Return a heading with its names, in indented lines."""
    text = f"{head}: {', '.join(names)}"
    return textwrap.wrap(
        text,
        LINE_WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
