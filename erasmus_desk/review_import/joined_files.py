"""Copies of several files in one: joined, or one pasted behind or into another.

A tag names its answer and its item. Where a tag occurs that the record does not have, or once more
than it was sent, the text of another copy begins. Each copy is matched alone, like a file of its
own, as both may show the same activities and have the same words of the form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.review_import.docx_reader.document import Paragraph, ReturnedDocument, Story
from erasmus_desk.review_import.matching.line_texts import normalize, normalize_lines
from erasmus_desk.review_import.matching.result import DocumentMatches
from erasmus_desk.round_trip.record import BlockRole, SentRecord, make_answer_tag

WINDOW = 60
"""Answers behind the beginning of a copy that tell which file it is of."""
MIN_SHARE = 0.25
"""Share of the answers of a record from which a part is a copy that something may be gone from."""
MAX_COPIES, MAX_BLOCKS = 64, 64_000
"""Copies in a file, and blocks of their records: twice thirty partners with a thousand blocks.
What is above is taken for repeated answers of the copy before it; it takes seconds to match."""
_GAP_BLOCKS = 60
"""Blocks before and behind an answer in which the text around it is looked for."""

_NUMBER = re.compile(r"\d+(?:[.,\u202f ]\d+)*")

_ASKED, _MOST_ASKED = 3, 60
"""Items in a window that are looked for, and in a file."""

FindRecords = Callable[[str], Iterable[SentRecord]]
"""Returns the records of the files for an item, those of the whole proposal for an empty text."""


class JoinedCopy(Struct, frozen=True):
    """One of the copies in a file. `sent` is empty of blocks for one of another proposal.

    `is_fragment`: it is so small that nothing of its record can count as deleted.
    """

    document: ReturnedDocument
    sent: SentRecord
    is_fragment: bool = False

    def limit(self, matches: DocumentMatches, *, knows_words: bool = True) -> DocumentMatches:
        """Return the matches without what cannot be known of this copy.

        Of a fragment that is what is gone; without its record (`knows_words` is false) it is what
        the words of the form were.
        """
        unmatched = tuple(
            one
            for one in matches.unmatched
            if one.reason is not UnresolvedReason.FIXED
            or (knows_words and (one.text or not self.is_fragment))
        )
        if not self.is_fragment:
            return replace(matches, unmatched=unmatched)
        return replace(matches, unmatched=unmatched, missing=(), rows_removed=())


def without_answers(sent: SentRecord) -> SentRecord:
    """Return a record that has no text, for a copy of another proposal."""
    return replace(sent, blocks=(), tables=(), values={}, state="")


class _Outline:
    """Where the answers of a record are, by their tags."""

    def __init__(self, sent: SentRecord) -> None:
        self.sent = sent
        self.places: dict[str, list[int]] = {}
        for number, block in enumerate(sent.blocks):
            if block.role is BlockRole.ANSWER and block.key is not None:
                self.places.setdefault(make_answer_tag(block.key), []).append(number)

    def count_known(self, tags: Iterable[str]) -> int:
        """Return how many of these tags the record has, each as often as it was sent."""
        return sum(
            min(times, len(self.places.get(tag, ()))) for tag, times in Counter(tags).items()
        )

    def list_words(self) -> set[str]:
        """Return all lines of the record that are no answers, whatever they count."""
        fixed = (one.text for one in self.sent.blocks if one.role is not BlockRole.ANSWER)
        return set(map(_mask_numbers, normalize_lines(fixed)))

    def texts_around(self, place: int, step: int) -> set[str]:
        """Return the fixed lines behind (step 1) or before (step -1) a block."""
        blocks = self.sent.blocks[place + 1 :] if step > 0 else self.sent.blocks[:place][::-1]
        fixed = (one.text for one in blocks[:_GAP_BLOCKS] if one.role is BlockRole.FIXED)
        return set(normalize_lines(fixed))


def _mask_numbers(line: str) -> str:
    return _NUMBER.sub("#", line)


class _Copy(Struct, eq=False):
    """A copy while its paragraphs are collected; `first` and `last` are blocks of its answers.

    `has_text`: not all of it is in tables.
    """

    outline: _Outline
    used: Counter[str] = field(default_factory=Counter[str])
    first: int = -1
    last: int = -1
    has_text: bool = False

    def find_next_place(self, tag: str) -> int | None:
        """Return the block of the next control with a tag, `None` if there is none."""
        places = self.outline.places.get(tag, ())
        return places[self.used[tag]] if self.used[tag] < len(places) else None

    def add(self, tag: str) -> None:
        """Add a control; one that is unknown here is a copy of another."""
        place = self.find_next_place(tag)
        self.used[tag] += 1
        if place is not None:
            self.first = place if self.first < 0 else self.first
            self.last = place

    @property
    def share(self) -> float:
        """The share of the answers of the record that it has."""
        return len(self.used) / max(1, len(self.outline.places))


class _Place(Struct, frozen=True):
    """The copy of a paragraph, and the block of its answer there."""

    copy: _Copy
    block: int


class _Control(Struct, frozen=True):
    """A control of an answer: its tag, and which of the controls with this tag it is."""

    tag: str
    occurrence: int


def split_joined(
    document: ReturnedDocument, sent: SentRecord, find_records: FindRecords
) -> Sequence[JoinedCopy]:
    """Return the copies in a file in order; mostly there is one, with this record."""
    body = [one for one in document.paragraphs if one.story is Story.BODY]
    outline = _Outline(sent)
    is_single = all(
        one.occurrence < len(outline.places.get(one.tag, ()))
        for paragraph in body
        for one in _list_controls(paragraph)
    )
    if is_single:
        return [JoinedCopy(document, sent)]
    splitter = _Splitter(outline, document.other_records, body, find_records)
    return list(_build_copies(document, _label_gaps(body, splitter.split())))


def _list_controls(paragraph: Paragraph) -> list[_Control]:
    """Return the controls of answers in a paragraph; those of single options are in them."""
    found = (run.control for run in paragraph.runs if run.control and "=" not in run.control.tag)
    return list(dict.fromkeys(_Control(one.tag, one.occurrence) for one in found))


class _Splitter:
    """Finds the copy that each paragraph with a control belongs to."""

    def __init__(
        self,
        outline: _Outline,
        records: Iterable[SentRecord],
        body: Sequence[Paragraph],
        find_records: FindRecords,
    ) -> None:
        self._body, self._find_records = body, find_records
        self._controls = [_list_controls(paragraph) for paragraph in body]
        self._known = [outline, *map(_Outline, records)]
        self._unknown = _Outline(without_answers(outline.sent))
        self._asked: set[str] = set()
        self._owners: dict[_Control, _Place] = {}
        tags = self._list_tags(0)
        self._copies = [_Copy(max(self._known, key=lambda one: one.count_known(tags)))]

    def split(self) -> list[_Place | None]:
        """Return the copy and block of each paragraph, `None` for those without controls."""
        current = self._copies[0]
        found: list[_Place | None] = []
        for number, controls in enumerate(self._controls):
            new = [one for one in controls if one not in self._owners]
            if new:
                current = self._choose(new[0].tag, current, number)
                current.has_text = current.has_text or self._body[number].cell is None
                for one in new:
                    current.add(one.tag)
                    self._owners[one] = _Place(current, current.last)
            found.append(self._owners[controls[0]] if controls else None)
        owners = self._join_repeated()
        return [replace(one, copy=owners[one.copy]) if one else None for one in found]

    def _choose(self, tag: str, current: _Copy, number: int) -> _Copy:
        """Return the copy of a control: the one that goes on with it soonest, or a new one."""
        choices: list[tuple[int, int]] = []
        for at, one in enumerate(self._copies):
            place = one.find_next_place(tag)
            if place is not None and place > one.last:
                choices.append((place - one.last, at))
            elif place is not None and one is current:
                # It was moved.
                choices.append((len(one.outline.sent.blocks), at))
        if choices:
            return self._copies[min(choices)[1]]
        outline = self._find_outline(number)
        if outline is self._unknown:
            foreign = next((one for one in self._copies if one.outline is outline), None)
            if foreign is not None:
                return foreign
        count = sum(len(one.outline.sent.blocks) for one in self._copies)
        if count + len(outline.sent.blocks) > MAX_BLOCKS or len(self._copies) >= MAX_COPIES:
            return current
        self._copies.append(_Copy(outline))
        return self._copies[-1]

    def _find_outline(self, number: int) -> _Outline:
        """Return the record with most of the answers from here on, the smallest of equals.

        What no record has is of another proposal, and so are answers that every proposal has if
        most behind them are.
        """
        tags = self._list_tags(number)
        items = Counter(item for tag in tags if (item := Key.parse(tag).item))
        for item, _ in items.most_common(_ASKED):
            self._ask(item)
        least = 1 if Key.parse(tags[0]).item else len(tags) // 2
        if not any(one.count_known(tags) == len(tags) for one in self._known):
            self._ask("")
        return self._find_best(tags, least) or self._unknown

    def _find_best(self, tags: Sequence[str], least: int) -> _Outline | None:
        """Return the record with the first tag and most of all, at least so many."""
        candidates = [one for one in self._known if tags[0] in one.places]
        scores = [(one.count_known(tags), -len(one.places)) for one in candidates]
        best = max(scores, default=(-1, 0))
        return candidates[scores.index(best)] if best[0] >= least else None

    def _ask(self, item: str) -> None:
        """Look for the records of an item once, of a few items."""
        if item not in self._asked and len(self._asked) < _MOST_ASKED:
            self._asked.add(item)
            self._known += map(_Outline, self._find_records(item))

    def _list_tags(self, number: int) -> list[str]:
        """Return the tags of the next new controls from a paragraph on."""
        found: dict[_Control, None] = {}
        for controls in self._controls[number:]:
            found |= dict.fromkeys(one for one in controls if one not in self._owners)
            if len(found) >= WINDOW:
                break
        return [one.tag for one in found]

    def _join_repeated(self) -> dict[_Copy, _Copy]:
        """Return for each copy itself, or the one in whose tables some rows were copied."""
        owners: dict[_Copy, _Copy] = {}
        for at, one in enumerate(self._copies):
            same = [other for other in self._copies[:at] if other.outline.sent is one.outline.sent]
            is_copied = bool(same) and one.share < MIN_SHARE and not one.has_text
            owners[one] = owners[same[0]] if is_copied else one
        return owners


def _label_gaps(body: Sequence[Paragraph], places: Sequence[_Place | None]) -> list[_Copy]:
    """Return the copy of each paragraph; text between two copies goes to the one that has it."""
    first = next(one for one in places if one is not None)
    end = _Place(first.copy, first.copy.last)
    labels: list[_Copy] = []
    gap: list[str] = []
    before: _Place | None = None
    for paragraph, place in zip(body, places, strict=True):
        if place is None:
            gap.append(normalize(paragraph.text))
            continue
        labels += _split_gap(gap, before or place, place)
        labels.append(place.copy)
        before, gap = place, []
    return [*labels, *_split_gap(gap, before or end, end, is_end=True)]


def _split_gap(
    texts: Sequence[str], before: _Place, after: _Place, *, is_end: bool = False
) -> list[_Copy]:
    """Return the copies of lines between two answers; what both or neither have stays before.

    Only some answers keep nothing before which the text goes on, as behind the last answer.
    """
    if before.copy is after.copy:
        return [before.copy] * len(texts)
    behind = before.copy.outline.texts_around(before.block, 1)
    ahead = after.copy.outline.texts_around(after.block, 1 if is_end else -1)
    scores = [
        sum(one in behind for one in texts[:at]) + sum(one in ahead for one in texts[at:])
        for at in range(len(texts) + 1)
    ]
    best = [at for at, score in enumerate(scores) if score == max(scores)]
    at = best[0] if before.copy.share < MIN_SHARE else best[-1]
    return [before.copy] * at + [after.copy] * (len(texts) - at)


def _build_copies(document: ReturnedDocument, labels: Sequence[_Copy]) -> Iterator[JoinedCopy]:
    """Return the copies as documents; comments, notes and boxes go with the text they are on."""
    copies = list(dict.fromkeys(labels))
    owner_of_mark: dict[str, _Copy] = {}
    owned: dict[_Copy, list[Paragraph]] = {one: [] for one in copies}
    remaining = iter(labels)
    words = copies[0].outline.list_words()
    other_words = {one: words - one.outline.list_words() for one in copies}
    for paragraph in document.paragraphs:
        if paragraph.story is Story.BODY:
            owner = next(remaining)
            # The form says the same in all copies, also where the record of one is lost.
            is_free = paragraph.cell is None and not _list_controls(paragraph)
            if is_free and _mask_numbers(normalize(paragraph.text)) in other_words[owner]:
                continue
        else:
            owner = owner_of_mark.get(paragraph.anchor, copies[0])
        owned[owner].append(paragraph)
        for name in (name for run in paragraph.runs for name in run.comments):
            owner_of_mark.setdefault(name, owner)
    stretched = _find_stretched_bookmarks(document.paragraphs)
    for number, one in enumerate(copies):
        comments = tuple(
            comment
            for comment in document.comments
            if owner_of_mark.get(comment.parent or comment.id, copies[0]) is one
        )
        paragraphs = tuple(_without_bookmarks(paragraph, stretched) for paragraph in owned[one])
        part = replace(document, paragraphs=paragraphs, comments=comments, other_records=())
        if number:
            part = replace(part, picture_count=0, embedded=())
        yield JoinedCopy(part, one.outline.sent, is_fragment=number > 0 and one.share < MIN_SHARE)


def _find_stretched_bookmarks(paragraphs: Iterable[Paragraph]) -> set[str]:
    """Return the bookmarks over several answers: another file was pasted into them."""
    tags: dict[str, set[str]] = {}
    for run in (run for paragraph in paragraphs for run in paragraph.runs):
        if run.control and "=" not in run.control.tag:
            for name in run.bookmarks:
                tags.setdefault(name, set()).add(run.control.tag)
    return {name for name, found in tags.items() if len(found) > 1}


def _without_bookmarks(paragraph: Paragraph, names: set[str]) -> Paragraph:
    if all(names.isdisjoint(run.bookmarks) for run in paragraph.runs):
        return paragraph
    runs = (
        replace(run, bookmarks=tuple(name for name in run.bookmarks if name not in names))
        for run in paragraph.runs
    )
    return replace(paragraph, runs=tuple(runs))
