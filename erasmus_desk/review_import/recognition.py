"""Recognition of a file as one with something of the proposal: by marks of ours, or by its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import origins
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.review_import.docx_reader.document import ReturnedDocument, Run
from erasmus_desk.review_import.matching.line_texts import normalize
from erasmus_desk.round_trip.record import BlockRole, RecordBlock, SentRecord
from erasmus_desk.round_trip.visible_text import split_lines

MIN_LENGTH = 40
"""Characters of a line that can be recognised by its words; shorter ones are names and figures."""
MIN_LINE_SHARE = 0.5
"""Share of the groups of three words in a line that must be ours."""
MIN_SHARE = 0.2
"""Share of the file, or of the answers of the draft, that must be text of the draft."""
MIN_TITLE_LENGTH = 20
"""Characters of the title, or else of the partner's name, that tell two proposals apart."""
MIN_FORM_SHARE = 0.8
"""Share of the words of the form that a file for a partner must still have."""
_GROUP = 3
_BOOKMARK = re.compile(r"_Desk\d{4,}")
_DRAFT_ID = re.compile(r"[0-9a-f]{32}")


class OwnText(Struct, frozen=True):
    """How much of a file is text of the draft, in characters.

    `own` are lines with words of its long answers, `others` the lines that are neither these nor
    in a record, as words of the form and choices are; `answers` is the length of all long answers.
    """

    own: int
    others: int
    answers: int

    @property
    def share(self) -> float:
        """The larger of the shares of the file and of the draft."""
        return max(self.own / max(1, self.own + self.others), self.own / max(1, self.answers))


def find_draft_id(document: ReturnedDocument) -> str:
    """Return the id of the draft that a file was made from, empty if unknown."""
    if document.sent_record:
        return document.sent_record.draft
    # Other programs write identifiers of their own.
    return document.draft_id if _DRAFT_ID.fullmatch(document.draft_id) else ""


def is_marked(document: ReturnedDocument, draft: Draft, pack: Pack) -> bool:
    """Return whether a file has the record, or controls or bookmarks, of this draft.

    Items have random ids. Tags of other answers and bookmarks are the same in every draft of the
    call: they count if the file names the draft.
    """
    if document.sent_record is not None:
        return True
    names_draft = document.draft_id in origins.list_ids(draft)
    items = {
        item
        for key in draft.answers
        if key.question in pack.form.lists
        for item in draft.items(key.question, key.item)
    }
    for run in _list_runs(document):
        if names_draft and any(map(_BOOKMARK.fullmatch, run.bookmarks)):
            return True
        if run.control:
            tag = run.control.tag
            key = Key.parse(tag.rpartition("=")[0] or tag)
            if key.item in items or (names_draft and key.question in pack.form.questions):
                return True
    return False


def measure_own_text(
    document: ReturnedDocument, draft: Draft, pack: Pack, records: Iterable[SentRecord]
) -> OwnText:
    """Return how much of a file is text of the draft, as it is or as it was sent."""
    records = tuple(records)
    blocks = {(block.role, block.text) for sent in records for block in sent.blocks}
    form = _group_all(text for role, text in blocks if role is not BlockRole.ANSWER)
    shown = form | _group_all(text for role, text in blocks if role is BlockRole.ANSWER)
    states = (draft.answers, *(sent.values for sent in records))
    # Names of partners and the title are in letters too, and in our own texts.
    names = {text for values in states for text in _list_answers(values, pack, QuestionType.LINE)}
    texts = {text for values in states for text in _list_answers(values, pack, QuestionType.TEXT)}
    long_answers = _group_all(texts) - form - _group_all(names)
    own = others = 0
    for paragraph in document.paragraphs:
        for line in _split_normalized(paragraph.text):
            found = _group_words(line)
            if len(line) >= MIN_LENGTH and _has_most(found, long_answers):
                own += len(line)
            elif not _has_most(found, shown):
                others += len(line)
    answers = _list_answers(draft.answers, pack, QuestionType.TEXT)
    return OwnText(own, others, sum(map(len, answers)))


def is_sent_pack(document: ReturnedDocument, sent: SentRecord, pack: Pack) -> bool:
    """Return whether a file without marks is the one that was sent to a partner.

    It may hold no answer of the draft but the title and names. All of these must be in it as
    lines of their own, and most words of the form: another proposal has the same form, letters
    to the partner have the names, and neither has both.
    """
    if not sent.partner:
        return False
    lines = {line for one in document.paragraphs for line in _split_normalized(one.text)}
    roles = pack.role("title"), pack.role("organisation_name")
    names = {
        normalize(value)
        for key, value in sent.values.items()
        if isinstance(value, str)
        and key in {Key(roles[0]), Key(roles[1], sent.partner)}
        and normalize(value)
    }
    is_named = len(names) == len(roles) and max(map(len, names)) >= MIN_TITLE_LENGTH
    form = [line for one in sent.blocks for line in _split_fixed(one) if line not in names]
    found = sum(len(line) for line in form if line in lines)
    return is_named and names <= lines and found >= MIN_FORM_SHARE * sum(map(len, form))


def _split_fixed(block: RecordBlock) -> Iterator[str]:
    return _split_normalized(block.text) if block.role is BlockRole.FIXED else iter(())


def _list_runs(document: ReturnedDocument) -> Iterator[Run]:
    return (run for paragraph in document.paragraphs for run in paragraph.runs)


def _list_answers(values: Mapping[Key, Value], pack: Pack, kind: QuestionType) -> Iterator[str]:
    for key, value in values.items():
        question = pack.form.questions.get(key.question)
        if question and question.type is kind and isinstance(value, str):
            yield value


def _split_normalized(text: str) -> Iterator[str]:
    return map(normalize, split_lines(text))


def _has_most(found: set[str], known: set[str]) -> bool:
    return sum(one in known for one in found) >= MIN_LINE_SHARE * len(found)


def _group_all(texts: Iterable[str]) -> set[str]:
    return {one for text in texts for line in _split_normalized(text) for one in _group_words(line)}


def _group_words(line: str) -> set[str]:
    """Return the groups of three words of a line, or all of a shorter one."""
    words = line.casefold().split()
    return {" ".join(words[at : at + _GROUP]) for at in range(max(1, len(words) - _GROUP + 1))}
