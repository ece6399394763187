"""How the answer to a question is changed in the document: typed, chosen, ticked or picked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import Choice, Control, Said
from erasmus_desk.export.document.context import TICKED, UNTICKED, Speech

YES, NO = "yes", "no"
"""What the boxes of a question that is answered by one of them are called."""
_MOST_CHOICES = 60
"""A longer list is tedious to choose from; what is chosen is typed then."""
_LONGEST_CHOICE = 255
"""Characters that Word takes in a line of a list."""


def control(question: Question, item: str, speech: Speech) -> Control:
    """Give how an answer is changed, in the shape that it is shown in."""
    value = speech.draft.get(Key(question.id, item))
    match question.type:
        case QuestionType.TEXT:
            return Control(is_long=True)
        case QuestionType.DATE:
            return Control(is_day=True, day=value if isinstance(value, date) else None)
        case QuestionType.YESNO:
            has_boxes = isinstance(value, bool) or not speech.is_clean
            return Control(boxes=(YES, NO)) if has_boxes else Control()
        case QuestionType.CHOICE | QuestionType.ITEM:
            return Control(choices=_choices(question, item, value, speech))
        case _:
            return Control()


def names(speech: Speech) -> Mapping[str, str]:
    """Give what questions and lists are called for short, by their ids."""
    form = speech.pack.form
    found = {name: speech.label(name).text for name in form.questions}
    for name in form.lists:
        words = speech.text(f"list.{name}.many")
        found[name] = words.text if words else name
    return MappingProxyType(found)


def blank(question: Question, words: Said, speech: Speech) -> Said:
    """Give what stands where nothing was answered: boxes to tick, or these words.

    An assessor ticks nothing, and reads in words that something is missing.
    """
    if question.type is QuestionType.YESNO and not speech.is_clean:
        both = speech.yes_or_no(yes=True)
        return Said(both.text.replace(TICKED, UNTICKED), both.language)
    return words


def _choices(question: Question, item: str, value: object, speech: Speech) -> tuple[Choice, ...]:
    """Give what can be chosen, or nothing where Word could not tell one from the other.

    What was chosen and is not offered any more stays among it.
    """
    if question.of:
        offered = list(speech.draft.items(question.of))
    else:
        offered = [one.id for one in visibility.options(question, speech.draft, speech.pack, item)]
    if isinstance(value, str) and value not in offered:
        offered.append(value)
    if len(offered) > _MOST_CHOICES:
        return ()
    found = tuple(Choice(one, _name(question, one, speech)) for one in offered)
    names = {one.text for one in found}
    is_plain = all(name == " ".join(name.split()) for name in names)
    is_short = all(0 < len(name) <= _LONGEST_CHOICE for name in names)
    return found if is_plain and is_short and len(names) == len(found) else ()


def _name(question: Question, option: str, speech: Speech) -> str:
    if question.of:
        return speech.item(question.of, option).text
    return speech.option(question, option).text
