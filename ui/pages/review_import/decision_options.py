"""What can be decided on an answer or a row that came home, in words."""

from __future__ import annotations

from string import ascii_uppercase

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.review_import.decisions import Decision, Pick, RowPick
from erasmus_desk.review_import.result import Answered, RowAdded, RowChange, Verdict

Choice = Decision | RowPick
"""What was decided: on an answer, or on a row."""

UNDECIDED = Decision(Pick.UNDECIDED)
_WRITTEN = (QuestionType.TEXT, QuestionType.LINE)


class Offer(Struct, frozen=True):
    """One way to decide, and the words of its button."""

    choice: Choice
    label: str

    def is_taken(self, choice: Choice) -> bool:
        """Tell whether this is what was decided; own words are one way, whatever they are."""
        if isinstance(self.choice, Decision) and self.choice.pick is Pick.EDITED:
            return isinstance(choice, Decision) and choice.pick is Pick.EDITED
        return self.choice == choice


def offers_for(answer: Answered, question: Question | None) -> tuple[Offer, ...]:
    """Give the ways to decide on an answer; none where only we changed it."""
    if answer.verdict in {Verdict.KEPT, Verdict.UNCHANGED}:
        return ()
    found: list[Offer] = []
    if answer.can_merge and (len(answer.theirs) > 1 or answer.verdict is Verdict.CONFLICT):
        found.append(
            Offer(Decision(Pick.MERGED), QCoreApplication.translate("Coming", "Take all changes"))
        )
    for nth in range(len(answer.theirs)):
        label = (
            QCoreApplication.translate("Coming", "Take {}").format(letter(nth))
            if len(answer.theirs) > 1
            else QCoreApplication.translate("Coming", "Take it")
        )
        is_whole = answer.verdict is Verdict.PROPOSED and len(answer.theirs) == 1
        pick = Decision(Pick.MERGED) if is_whole else Decision(Pick.THEIRS, nth)
        found.append(Offer(pick, label))
    found.append(Offer(Decision(Pick.MINE), QCoreApplication.translate("Coming", "Keep mine")))
    if question is not None and question.type in _WRITTEN:
        found.append(
            Offer(Decision(Pick.EDITED), QCoreApplication.translate("Coming", "Write it myself …"))
        )
    found.append(Offer(UNDECIDED, QCoreApplication.translate("Coming", "Decide later")))
    return tuple(found)


def letter(nth: int) -> str:
    """Give the letter that one of several sides is called by: a name may not fit a button."""
    return chr(ord("A") + nth) if nth < len(ascii_uppercase) else str(nth + 1)


def row_offers(change: RowChange) -> tuple[Offer, ...]:
    """Give the ways to decide on a row."""
    is_added = isinstance(change, RowAdded)
    take = (
        QCoreApplication.translate("Coming", "Add it")
        if is_added
        else QCoreApplication.translate("Coming", "Take it out")
    )
    leave = (
        QCoreApplication.translate("Coming", "Do not add it")
        if is_added
        else QCoreApplication.translate("Coming", "Keep it")
    )
    return (
        Offer(RowPick.TAKE, take),
        Offer(RowPick.LEAVE, leave),
        Offer(RowPick.UNDECIDED, QCoreApplication.translate("Coming", "Decide later")),
    )


def verdict_words(answer: Answered) -> str:
    """Say who changed an answer."""
    match answer.verdict:
        case Verdict.PROPOSED:
            return QCoreApplication.translate("Coming", "Changed by them only")
        case Verdict.CONFLICT if len(answer.theirs) > 1 and answer.sent == answer.mine:
            return QCoreApplication.translate(
                "Coming", "Several of them changed it, each in another way"
            )
        case Verdict.CONFLICT:
            return QCoreApplication.translate("Coming", "Changed here and by them")
        case _:
            return QCoreApplication.translate("Coming", "Changed here only: it stays as it is")


def choice_words(choice: Choice) -> str:
    """Say in a word or two what was decided."""
    pick = choice.pick if isinstance(choice, Decision) else choice
    said = {
        Pick.MINE: QCoreApplication.translate("Coming", "mine"),
        Pick.THEIRS: QCoreApplication.translate("Coming", "theirs"),
        Pick.MERGED: QCoreApplication.translate("Coming", "take"),
        Pick.EDITED: QCoreApplication.translate("Coming", "own words"),
        Pick.UNDECIDED: QCoreApplication.translate("Coming", "later"),
        RowPick.TAKE: QCoreApplication.translate("Coming", "take"),
        RowPick.LEAVE: QCoreApplication.translate("Coming", "leave"),
        RowPick.UNDECIDED: QCoreApplication.translate("Coming", "later"),
    }
    return said[pick]
