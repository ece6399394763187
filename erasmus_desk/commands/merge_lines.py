"""What a home-coming came to, as `merge` tells it to a person: by question, changes marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.checks.case import Case
from erasmus_desk.commands.marks import marked, short
from erasmus_desk.commands.merge_told import Told
from erasmus_desk.draft.model import Change, Key, Value
from erasmus_desk.draft.reviewing import Thread, Waiting
from erasmus_desk.exchange.homecoming import shown
from erasmus_desk.exchange.outcome import Answered, RowAdded, Theirs
from erasmus_desk.sentences import Sentences

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


@dataclass(frozen=True, slots=True)
class _Words:
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
