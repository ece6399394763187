"""Every sentence of the window that counts something.

Plurals live in one place because PySide6 translates `%n` only through
`QCoreApplication.translate` with a constant context; `self.tr` fails in subclasses.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def problems(n: int) -> str:
    """Say how many problems there are."""
    return QCoreApplication.translate("Counts", "%n problem(s)", "", n)


def to_do(n: int) -> str:
    """Say how many answers are still missing."""
    return QCoreApplication.translate("Counts", "%n answer(s) to go", "", n)


def days_left(n: int) -> str:
    """Say how many days are left until the deadline."""
    return QCoreApplication.translate("Counts", "%n day(s) to the deadline", "", n)


def days_over(n: int) -> str:
    """Say how many days ago the deadline was."""
    return QCoreApplication.translate("Counts", "deadline was %n day(s) ago", "", n)


def over_limit(n: int) -> str:
    """Say how many characters there are too many."""
    return QCoreApplication.translate("Counts", "%n character(s) too many", "", n)


def left(n: int) -> str:
    """Say how many characters are left."""
    return QCoreApplication.translate("Counts", "%n character(s) left", "", n)


def parked(n: int) -> str:
    """Say how many answers are parked."""
    return QCoreApplication.translate("Counts", "%n answer(s) parked", "", n)


def hits(n: int) -> str:
    """Say how many answers a search found."""
    return QCoreApplication.translate("Counts", "%n answer(s) found", "", n)


def rescued(n: int) -> str:
    """Say how many answers were rescued."""
    return QCoreApplication.translate("Counts", "%n answer(s) newer than the file", "", n)


def points(n: int) -> str:
    """Say how many points a criterion gives."""
    return QCoreApplication.translate("Counts", "up to %n point(s)", "", n)


def partners(n: int) -> str:
    """Say how many organisations there are."""
    return QCoreApplication.translate("Counts", "%n organisation(s)", "", n)
