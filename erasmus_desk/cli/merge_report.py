"""What a home-coming came to, as `merge` tells it to a person: by question, changes marked.

What a home-coming came to, as `merge --json` tells it.

Two states of a text on one line: what went in [-…-], what came in {+…+}, little around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks.context import Case
from erasmus_desk.cli.context import JsonValue
from erasmus_desk.draft import review_state
from erasmus_desk.draft.answer_json import to_json
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.review_state import Thread, Waiting
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.review_import.decisions import Done, left, moment, shown
from erasmus_desk.review_import.result import (
    Answered,
    HomeComing,
    RowAdded,
    RowChange,
    Theirs,
    Verdict,
)
from erasmus_desk.review_import.text_merge import edits_of, tokens


class Told(Struct, frozen=True):
    """A home-coming that is done: each difference stands in one of these, and in one only."""

    coming: HomeComing
    before: Draft
    after: Draft
    applied: tuple[Change, ...]
    conflicts: tuple[tuple[Answered, Theirs], ...]
    tray: tuple[Waiting, ...]
    theirs: Mapping[Key, tuple[Theirs, ...]]
    """What files brought for each answer."""
    rows: Mapping[str, RowChange]
    """The rows that came or went, by their items."""

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The comments that are new."""
        return self.coming.threads

    def authors(self, key: Key) -> str:
        """Give who brought a change: to an answer, or with a row that came or went."""
        names = [theirs.by.author for theirs in self.theirs.get(key, ())]
        row = self.rows.get(key.item)
        names += [row.by.author] if row else []
        if not names:
            names = [one.by.author for one in self.coming.rows if one.order == key]
        return ", ".join(dict.fromkeys(name for name in names if name))


def told(before: Draft, coming: HomeComing, done: Done) -> Told:
    """Sort what a home-coming came to."""
    waiting = {one.id for one in done.tray}
    conflicts = tuple(
        (one, theirs)
        for one in coming.answers
        for theirs in one.theirs
        if one.verdict is Verdict.CONFLICT and left(one.key, theirs).id in waiting
    )
    named = {left(one.key, theirs).id for one, theirs in conflicts}
    places = {one.key: place for place, one in enumerate(coming.answers)}
    applied = [one for one in done.step.changes if not review_state.is_own(one.key)]
    return Told(
        coming,
        before,
        before.apply(*done.step.changes),
        tuple(sorted(applied, key=lambda one: places.get(one.key, len(places)))),
        conflicts,
        tuple(one for one in done.tray if one.id not in named),
        {one.key: one.theirs for one in coming.answers},
        {row.item: row for row in coming.rows},
    )


def as_object(found: Told) -> JsonValue:
    """Give the object of `--json`. Answers are as in the draft's file."""
    return {
        "applied": [_applied(one, found) for one in found.applied],
        "conflicts": [_conflict(one, theirs) for one, theirs in found.conflicts],
        "tray": [_waiting(one) for one in found.tray],
        "comments": [_comment(one, found) for one in found.threads],
    }


def _applied(change: Change, found: Told) -> JsonValue:
    return {
        "question": change.key.question,
        "item": change.key.item or None,
        "before": _json(change.old),
        "after": _json(change.new),
        "author": found.authors(change.key),
    }


def _conflict(one: Answered, theirs: Theirs) -> JsonValue:
    return {
        "question": one.key.question,
        "item": one.key.item or None,
        "sent": _json(one.sent),
        "before": _json(one.mine),
        "after": _json(theirs.value),
        "author": theirs.by.author,
        "at": moment(theirs.by) or None,
        "file": theirs.file,
    }


def _waiting(one: Waiting) -> JsonValue:
    return {
        "question": one.near.question if one.near else None,
        "item": (one.near.item or None) if one.near else None,
        "before": one.was,
        "after": one.text,
        "author": one.author,
        "at": one.at or None,
        "file": one.file,
        "why": one.why.value,
    }


def _comment(thread: Thread, found: Told) -> JsonValue:
    first, *replies = thread.notes
    return {
        "question": thread.key.question if thread.key else None,
        "item": (thread.key.item or None) if thread.key else None,
        "before": None,
        "after": first.text,
        "author": first.author,
        "at": first.at or None,
        "file": found.coming.heard.get(thread.id, ""),
        "text": first.text,
        "quote": thread.quote,
        "replies": [
            {"author": note.author, "at": note.at or None, "text": note.text} for note in replies
        ],
        "done": thread.is_done,
    }


def _json(value: Value | None) -> JsonValue:
    return None if value is None else cast("JsonValue", to_json(value))


AROUND = 8
"""Tokens (words, blanks) shown on either side of a change."""
LONGEST = 400
"""Characters of a line, about; the whole text stands in the draft."""
_MORE = "…"


def marked(before: str, after: str) -> str:
    """Give the places where two texts differ, one after the other."""
    old = tokens(before)
    edits = [*edits_of(old, tokens(after))]
    done, reached = list[str](), 0
    for number, edit in enumerate(edits):
        start = max(reached, edit.start - AROUND)
        if start > reached:
            done.append(f" {_MORE} ")
        done += [*old[start : edit.start], *_sides(old[edit.start : edit.end], edit.new)]
        following = edits[number + 1].start if number + 1 < len(edits) else len(old)
        reached = min(edit.end + AROUND, following)
        done += old[edit.end : reached]
    if reached < len(old):
        done.append(f" {_MORE}")
    return short("".join(done))


def short(text: str) -> str:
    """Give a text on one line, its beginning only if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + _MORE


def _sides(old: list[str], new: tuple[str, ...]) -> Iterator[str]:
    if old:
        yield f"[-{''.join(old)}-]"
    if new:
        yield f"{{+{''.join(new)}+}}"


_INDENT = " " * 6


def lines(found: Told, file: str, sentences: Sentences, pack: Pack, texts: Texts) -> Iterator[str]:
    """Give the lines to read."""
    words = _Words(found, sentences, texts, Case(found.before, pack), Case(found.after, pack))
    parts = {
        "applied": [entry for one in found.applied if (entry := words.applied(one))],
        "conflicts": [words.conflict(one, theirs) for one, theirs in found.conflicts],
        "tray": [words.waiting(one) for one in found.tray],
        "comments": [words.comment(one) for one in found.threads],
    }
    if not any(parts.values()):
        yield sentences.say("merge.nothing", path=file)
        return
    counts = {name: sentences.say(f"merge.n-{name}", n=len(its)) for name, its in parts.items()}
    yield sentences.say("merge.total", path=file, **counts)
    for name, entries in parts.items():
        if entries:
            yield from ("", sentences.say(f"merge.{name}"))
            yield from (line for entry in entries for line in entry)


class _Words(Struct, frozen=True):
    """A home-coming in words. Where an item went, its name is that in the draft before."""

    found: Told
    sentences: Sentences
    texts: Texts
    before: Case
    after: Case

    def applied(self, change: Change) -> list[str]:
        """Give the lines of an answer that was changed; those of a row stand with its list."""
        row = self.found.rows.get(change.key.item)
        if row and (isinstance(row, RowAdded) or change.new is None):
            return []
        title = self._title(change.key, self.found.authors(change.key))
        if change.key.question in self.after.pack.form.lists:
            return [title, *self._rows(change)]
        theirs = self.found.theirs.get(change.key, ())
        words = next((one.words for one in theirs if one.value == change.new), "")
        was = next((one.was for one in theirs), "")
        return [title, _INDENT + _marked((change.old, was), (change.new, words))]

    def conflict(self, one: Answered, theirs: Theirs) -> list[str]:
        """Give the lines of an answer that both changed."""
        sent, say = (one.sent, theirs.was), self.sentences.say
        mine, come = _marked(sent, (one.mine, "")), _marked(sent, (theirs.value, theirs.words))
        return [
            self._title(one.key, theirs.by.author),
            _INDENT + say("merge.mine", text=mine),
            _INDENT + say("merge.theirs", text=come),
        ]

    def waiting(self, one: Waiting) -> list[str]:
        """Give the lines of a thing in the tray."""
        why = self.sentences.say(f"merge.why-{one.why}")
        text = marked(one.was, one.text)
        return [self._title(one.near, one.author), _INDENT + why, _INDENT + text]

    def comment(self, thread: Thread) -> list[str]:
        """Give the lines of a thread."""
        notes = (f"{note.author}: {short(note.text)}".lstrip(": ") for note in thread.notes)
        return [self._title(thread.key, ""), *(_INDENT + note for note in notes)]

    def _rows(self, change: Change) -> Iterator[str]:
        """Give what became of the rows of a list."""
        old, new = (one if isinstance(one, tuple) else () for one in (change.old, change.new))
        say = self.sentences.say
        before, after = set(old), set(new)
        for item in (one for one in new if one not in before):
            row = self.found.rows.get(item)
            text = row.words if isinstance(row, RowAdded) else item
            yield _INDENT + say("merge.row-in", text=short(text))
        for item in (one for one in old if one not in after):
            spec = self.before.pack.form.lists[change.key.question]
            place = self.before.place(Key(spec.name, item)).rows
            name = self.sentences.fact(place[-1], self.texts) if place else item
            yield _INDENT + say("merge.row-out", text=name)
        if before == after:
            yield _INDENT + say("merge.row-order")

    def _title(self, key: Key | None, author: str) -> str:
        where = self.sentences.say("merge.nowhere")
        if key:
            place = self.after.place(key)
            if key.item and not place.rows:
                place = self.before.place(key)
            where = self.sentences.fact(place, self.texts)
        return f"  {where} ({author})" if author else f"  {where}"


def _marked(before: tuple[Value | None, str], after: tuple[Value | None, str]) -> str:
    """Mark what differs between two answers; what is no text is told by the words of the file."""
    (old, was), (new, words) = before, after
    if all(value is None or isinstance(value, str) for value in (old, new)):
        return marked(shown(old), shown(new))
    return marked(was or shown(old), words or shown(new))
