"""The words of an answer that came home become its value again."""

from __future__ import annotations

from dataclasses import dataclass

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.exchange import texts as written
from erasmus_desk.exchange.placing_found import Found
from erasmus_desk.sent.model import Sent


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Words that are no value the question takes."""

    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """By what words are understood: the call, its words, and the items of the draft.

    `texts` are those of the language that the file is in.
    """

    draft: Draft
    pack: Pack
    texts: Texts


def value(
    found: Found,
    sent: Sent,
    question: Question | None,
    reading: Reading,  # noqa: ARG001 - choices, numbers and dates come next
) -> Value | Unreadable | None:
    """Give the value that an answer stands for, `None` for an empty one.

    What was not changed gives the value that was sent, to the letter. `question` is `None` for
    an answer that none asks, such as the order of a list.
    """
    old = sent.values.get(found.key)
    if not found.is_changed:
        return old
    if found.is_empty:
        return None
    if question is not None and question.type in {QuestionType.TEXT, QuestionType.LINE}:
        return written.rebuilt(old if isinstance(old, str) else "", found.lines)
    return Unreadable("\n".join(line.text for line in found.lines))
