"""The content controls of answers: text, drop-down list, checkboxes or date picker."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft import visibility
from erasmus_desk.draft.model import Key
from erasmus_desk.export.document.blocks import Choice, Control, LangText
from erasmus_desk.export.document.context import TICKED, UNTICKED, BuildContext

_MAX_CHOICES = 60
"""A longer list is tedious to choose from, so that the answer is typed instead."""
_MAX_CHOICE_LENGTH = 255
"""Characters that Word accepts in an entry of a drop-down list."""


def build_control(question: Question, item: str, context: BuildContext) -> Control:
    """Build the control of an answer as the document shows it."""
    value = context.draft.get(Key(question.id, item))
    match question.type:
        case QuestionType.TEXT:
            return Control(is_multiline=True)
        case QuestionType.DATE:
            return Control(is_date=True, day=value if isinstance(value, date) else None)
        case QuestionType.YESNO:
            has_boxes = isinstance(value, bool) or not context.is_clean
            return Control(boxes=("yes", "no")) if has_boxes else Control()
        case QuestionType.CHOICE | QuestionType.ITEM:
            return Control(choices=_list_choices(question, item, value, context))
        case _:
            return Control()


def collect_labels(context: BuildContext) -> Mapping[str, str]:
    """Return the short labels of all questions and lists by id."""
    form = context.pack.form
    lists = {name: context.get_text(name, f"list.{name}.many").text for name in form.lists}
    questions = {name: context.get_label(name).text for name in form.questions}
    return MappingProxyType(questions | lists)


def build_placeholder(question: Question, words: LangText, context: BuildContext) -> LangText:
    """Return the placeholder of a missing answer: boxes to tick, or `words`.

    The file for an assessor has no boxes to tick.
    """
    if question.type is QuestionType.YESNO and not context.is_clean:
        both = context.format_yes_no(yes=True)
        return LangText(both.text.replace(TICKED, UNTICKED), both.language)
    return words


def _list_choices(
    question: Question, item: str, value: object, context: BuildContext
) -> tuple[Choice, ...]:
    """Return the entries of a drop-down list; none if Word could not distinguish them.

    The chosen option is among them even if it is not offered any more.
    """
    if question.of:
        offered = list(context.draft.items(question.of))
    else:
        available = visibility.available_options(question, context.draft, context.pack, item)
        offered = [option.id for option in available]
    if isinstance(value, str) and value not in offered:
        offered.append(value)
    if len(offered) > _MAX_CHOICES:
        return ()
    found = tuple(Choice(one, context.name_option(question, one).text) for one in offered)
    names = {one.text for one in found}
    is_plain = all(name == " ".join(name.split()) for name in names)
    is_short = all(0 < len(name) <= _MAX_CHOICE_LENGTH for name in names)
    return found if is_plain and is_short and len(names) == len(found) else ()
