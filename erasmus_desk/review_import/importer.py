"""Files come home: each with the record it was sent with, all of them one outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import asked
from erasmus_desk.errors import ReturnedError
from erasmus_desk.review_import import comment_threads, merge, row_changes
from erasmus_desk.review_import.answer_parsing import Reading
from erasmus_desk.review_import.docx_reader import package, reader
from erasmus_desk.review_import.docx_reader.document import Returned
from erasmus_desk.review_import.interpretation import File, meaning
from erasmus_desk.review_import.matching.line_texts import plain
from erasmus_desk.review_import.matching.matcher import placed
from erasmus_desk.review_import.result import Answered, HomeComing, Verdict
from erasmus_desk.round_trip.record import Role, Sent, tag

LEAST_ALIKE = 0.3
"""Part of a record that has to stand in a file for it to be the one it was sent with."""

Records = Callable[[], Iterable[Sent]]
"""Makes or finds records; asked only where a file has lost its own."""


def _none() -> Iterable[Sent]:
    return ()


class Home(Struct, frozen=True):
    """Where files come home to.

    `texts` gives the words of the call in a language. `kept` are the records of this draft that
    were kept on this machine, the newest first. `present` are records of the draft as it is now:
    by one of them everything that differs is a proposal.
    """

    draft: Draft
    pack: Pack
    texts: Callable[[str], Texts]
    kept: Records = _none
    present: Records = _none


def read(paths: Iterable[Path], home: Home) -> HomeComing:
    """Read files that came home, and give what they bring. Raises ReturnedError as `opened`."""
    return outcome(opened(paths, home), home)


def owner(path: Path) -> str:
    """Give the id of the draft that a file was made from; nothing where it does not say.

    Raises ReturnedError.
    """
    returned = reader.returned(package.read(path), path.name)
    return returned.sent.draft if returned.sent else returned.draft


def opened(paths: Iterable[Path], home: Home) -> tuple[File, ...]:
    """Read files that came home, each text at its place; the draft's answers play no part.

    Raises ReturnedError, the path of the file among its facts. Its code is `foreign` for a file
    of another draft, `lost` for one without a record where there is none to go by.
    """
    found: dict[str, File] = {}
    for path in sorted(paths, key=lambda path: (path.name, path)):
        try:
            returned = reader.returned(package.read(path), path.name)
            found.setdefault(returned.digest, _file(returned, home))
        except ReturnedError as problem:
            problem.facts.setdefault("path", str(path))
            raise
    # By what is in them, so that the order in which they were given does not matter.
    return tuple(found[digest] for digest in sorted(found))


def outcome(files: Iterable[File], home: Home) -> HomeComing:
    """Give what files bring home, each with its texts at their places."""
    there = list(files)
    said = [meaning(file, _reading(file, home)) for file in there]
    answers = merge.merged(home.draft, [one.reply for one in said])
    changed = [one for one in answers.values() if one.verdict is not Verdict.UNCHANGED]
    touched = {one.key.item for one in changed if one.theirs} - {""}
    heard = comment_threads.threads(home.draft, [one.said for one in said])
    return HomeComing(
        answers=_in_order(changed, home),
        rows=row_changes.changes(home.draft, [one.rows for one in said], touched),
        threads=tuple(thread for thread, _ in heard),
        tray=tuple({one.id: one for each in said for one in each.tray}.values()),
        unchanged=len(answers) - len(changed),
        states=tuple(sorted({file.sent.state for file in there if not file.is_guess})),
        files=tuple(sorted(file.returned.name for file in there)),
        heard={thread.id: name for thread, name in heard},
    )


def _reading(file: File, home: Home) -> Reading:
    return Reading(home.draft, home.pack, home.texts(file.sent.language))


def _file(returned: Returned, home: Home) -> File:
    named = returned.sent.draft if returned.sent else returned.draft
    if named and named != home.draft.id:
        raise _foreign(returned, home)
    sent, is_guess = returned.sent or _likest(home.kept(), returned, LEAST_ALIKE), False
    if sent is None:
        sent, is_guess = _likest(home.present(), returned, 0.0), True
    if sent is None:
        raise ReturnedError("lost")
    return File(returned, sent, placed(sent, returned), is_guess)


def _foreign(returned: Returned, home: Home) -> ReturnedError:
    title = returned.sent.values.get(Key(home.pack.role("title"))) if returned.sent else None
    if isinstance(title, str) and title:
        return ReturnedError("foreign.named", title=title)
    return ReturnedError("foreign")


def _likest(records: Iterable[Sent], returned: Returned, least: float) -> Sent | None:
    """Give the record that a file is most like, the first of several, if it is like it at all."""
    alike = [(_likeness(one, returned), one) for one in records]
    best = max((likeness for likeness, _ in alike), default=-1.0)
    return next((one for likeness, one in alike if likeness == best >= least), None)


def _likeness(sent: Sent, returned: Returned) -> float:
    """Give which part of what was sent stands in a file, by controls and by whole lines."""
    tags = {span.control.tag for line in returned.lines for span in line.spans if span.control}
    texts = {plain(line.text) for line in returned.lines}
    found = total = 0
    for piece in sent.pieces:
        if piece.role in {Role.FIXED, Role.ANSWER}:
            its = [one for one in map(plain, piece.text.splitlines()) if one]
            total += sum(map(len, its)) + 1
            found += sum(len(one) for one in its if one in texts)
            found += piece.key is not None and tag(piece.key) in tags
    return found / total if total else 0.0


def _in_order(answers: Iterable[Answered], home: Home) -> tuple[Answered, ...]:
    """Put answers in the form's order; those that are not asked now come last."""
    places = {one.key: place for place, one in enumerate(asked(home.draft, home.pack))}
    form = {name: place for place, name in enumerate(home.pack.form.order)}

    def order(one: Answered) -> tuple[int, int, Key]:
        return (
            places.get(one.key, len(places)),
            form.get(one.key.question, len(form)),
            one.key,
        )

    return tuple(sorted(answers, key=order))
