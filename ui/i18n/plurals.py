"""Every sentence of the window that counts something.

Plurals live in one place: `self.tr` loses them in subclasses, and lupdate takes them in Python
for plurals only in a call of `tr`, not of `translate`. Without a class the context is empty.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def problems(n: int) -> str:
    """Say how many problems there are."""
    return tr("%n problem(s)", "", n)


def to_do(n: int) -> str:
    """Say how many answers are still missing."""
    return tr("%n answer(s) to go", "", n)


def days_left(n: int) -> str:
    """Say how many days are left until the deadline."""
    return tr("%n day(s) to the deadline", "", n)


def days_over(n: int) -> str:
    """Say how many days ago the deadline was."""
    return tr("deadline was %n day(s) ago", "", n)


def over_limit(n: int) -> str:
    """Say how many characters there are too many."""
    return tr("%n character(s) too many", "", n)


def left(n: int) -> str:
    """Say how many characters are left."""
    return tr("%n character(s) left", "", n)


def parked(n: int) -> str:
    """Say how many answers are parked."""
    return tr("%n answer(s) parked", "", n)


def hits(n: int) -> str:
    """Say how many answers a search found."""
    return tr("%n answer(s) found", "", n)


def rescued(n: int) -> str:
    """Say how many answers were rescued."""
    return tr("%n answer(s) newer than the file", "", n)


def points(n: int) -> str:
    """Say how many points a criterion gives."""
    return tr("up to %n point(s)", "", n)


def partners(n: int) -> str:
    """Say how many organisations there are."""
    return tr("%n organisation(s)", "", n)


def records(n: int) -> str:
    """Say how many outputs, events, meetings or activities there are."""
    return tr("%n described", "", n)


def gaps(n: int) -> str:
    """Say how many amounts could not be computed."""
    return tr("%n amount(s) could not be computed and stand in no sum", "", n)


def waiting(n: int) -> str:
    """Say how many things wait in the tray."""
    return tr("%n to decide", "", n)


def comments(n: int) -> str:
    """Say how many comments are open."""
    return tr("%n comment(s)", "", n)


def away(n: int) -> str:
    """Say how many Word files others have."""
    return tr("%n file(s) away", "", n)


def unchanged(n: int) -> str:
    """Say how many answers came back as they went."""
    return tr("%n answer(s) came back unchanged", "", n)


def unplaced(n: int) -> str:
    """Say how many things came back that belong to no answer."""
    return tr("%n thing(s) without a place", "", n)


def changes(n: int) -> str:
    """Say how many changes will be made."""
    return tr("%n change(s) to take in", "", n)


def left_for_later(n: int) -> str:
    """Say how many decisions are left for later."""
    return tr("%n left for later: kept on the page of feedback", "", n)


def days(n: int) -> str:
    """Say how many days something takes."""
    return tr("%n day(s)", "", n)


def tr(text: str, comment: str, n: int) -> str:
    """Translate a text with `%n` in the plural form of `n`."""
    return QCoreApplication.translate("", text, comment, n)
