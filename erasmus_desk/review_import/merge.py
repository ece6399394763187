"""Three-way merge of answers: as sent, in the draft, and in one or several files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.text_diff import is_different
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from erasmus_desk.review_import.result import AnswerMerge, MergeStatus, ProposedAnswer
from erasmus_desk.review_import.text_merge import merge_texts


class FileAnswers(Struct, frozen=True):
    """The answers of one file: as sent with it, and as returned.

    An answer shown in several places may have been returned in several versions.
    """

    sent: Mapping[Key, Value]
    answers: tuple[tuple[Key, ProposedAnswer], ...]


class _FileVersion(Struct, frozen=True):
    """One answer in one file."""

    sent: Value | None
    theirs: ProposedAnswer


class _MergedValue(Struct, frozen=True):
    """A value with several changes merged, unless they conflict."""

    value: Value | None = None
    fits: bool = True


_CONFLICT = _MergedValue(fits=False)


def merge_answers(draft: Draft, files: Iterable[FileAnswers]) -> dict[Key, AnswerMerge]:
    """Return the merge of every returned answer, independent of the order of files."""
    found: dict[Key, list[_FileVersion]] = {}
    for file in files:
        for key, theirs in file.answers:
            found.setdefault(key, []).append(_FileVersion(file.sent.get(key), theirs))
    return {
        key: _merge_answer(key, draft.get(key), sorted(versions, key=_sort_key))
        for key, versions in found.items()
    }


def is_same(one: Value | None, other: Value | None) -> bool:
    """Return whether two answers are equal; an empty text or list is no answer."""
    return not is_different(_drop_empty(one), _drop_empty(other))


def _merge_answer(key: Key, mine: Value | None, versions: Sequence[_FileVersion]) -> AnswerMerge:
    first = versions[0].sent
    theirs = [version for version in versions if not is_same(version.sent, version.theirs.value)]
    new_changes = _find_new_changes(mine, theirs)
    if not new_changes:
        is_ours = not theirs and not any(is_same(version.sent, mine) for version in versions)
        status = MergeStatus.KEPT if is_ours else MergeStatus.UNCHANGED
        return AnswerMerge(key, status, first, mine, ())
    merged = _apply_all(mine, new_changes)
    is_theirs = all(is_same(version.sent, mine) for version in new_changes)
    return AnswerMerge(
        key,
        MergeStatus.PROPOSED if is_theirs and merged.fits else MergeStatus.CONFLICT,
        new_changes[0].sent,
        mine,
        tuple(_merge_duplicates(version.theirs for version in new_changes)),
        merged.value,
        merged.fits,
    )


def _find_new_changes(mine: Value | None, versions: Iterable[_FileVersion]) -> list[_FileVersion]:
    """Return the changes not yet in our answer, alone or merged with each other.

    In repetitive text a change among others is not always found by itself.
    """
    groups: dict[str, list[_FileVersion]] = {}
    for version in versions:
        groups.setdefault(repr(_drop_empty(version.sent)), []).append(version)
    new_changes: list[_FileVersion] = []
    for group in groups.values():
        merged = _merge_values(group[0].sent, [one.theirs.value for one in group])
        if not (merged.fits and is_same(merged.value, mine)):
            new_changes += (version for version in group if not _is_included(mine, version))
    return sorted(new_changes, key=_sort_key)


def _is_included(mine: Value | None, version: _FileVersion) -> bool:
    """Return whether our answer contains a change already."""
    merged = _apply_change(mine, version)
    return merged.fits and is_same(merged.value, mine)


def _apply_change(mine: Value | None, version: _FileVersion) -> _MergedValue:
    """Return our answer with the change of one file."""
    sent, theirs = version.sent, version.theirs.value
    if is_same(sent, mine):
        return _MergedValue(_drop_empty(theirs))
    if is_same(theirs, mine) or is_same(theirs, sent):
        return _MergedValue(_drop_empty(mine))
    return _merge_values(sent, (mine, theirs))


def _apply_all(mine: Value | None, versions: Iterable[_FileVersion]) -> _MergedValue:
    """Return our answer with the changes of all files.

    Each change is applied to our answer first: files may have been sent different texts.
    """
    applied = [_apply_change(mine, version) for version in versions]
    if not all(merged.fits for merged in applied):
        return _CONFLICT
    values = [merged.value for merged in applied]
    if all(is_same(value, values[0]) for value in values):
        return applied[0]
    return _merge_values(mine, values)


def _merge_values(base: Value | None, values: Iterable[Value | None]) -> _MergedValue:
    """Merge texts; other answers have no parts to merge."""
    whole = [_drop_empty(value) for value in (base, *values)]
    texts = ["" if value is None else value for value in whole]
    strings = [text for text in texts if isinstance(text, str)]
    text = merge_texts(strings[0], strings[1:]) if len(strings) == len(texts) else None
    return _CONFLICT if text is None else _MergedValue(text or None)


def _merge_duplicates(theirs: Iterable[ProposedAnswer]) -> Iterator[ProposedAnswer]:
    """Return each proposal once, with the names of all its authors."""
    groups: dict[str, list[ProposedAnswer]] = {}
    for one in theirs:
        groups.setdefault(repr(_drop_empty(one.value)), []).append(one)
    for group in groups.values():
        authors = dict.fromkeys(one.by.name for one in group if one.by.name)
        files = dict.fromkeys(one.file for one in group)
        runs = next((one.runs for one in group if one.runs), ())
        by = RevisionAuthor(", ".join(authors), group[-1].by.at)
        is_guess = all(one.is_guess for one in group)
        yield replace(group[0], by=by, file=", ".join(files), runs=runs, is_guess=is_guess)


def _sort_key(version: _FileVersion) -> tuple[str, ...]:
    """Return the order by time and content, independent of the order of files."""
    by, theirs = version.theirs.by, version.theirs
    time = by.at.isoformat() if by.at else ""
    return time, by.name, theirs.file, repr(theirs.value), repr(version.sent), repr(theirs.runs)


def _drop_empty(value: Value | None) -> Value | None:
    return None if value in ("", ()) and not isinstance(value, int) else value
