"""The texts of the interface that contain a count.

They are together because `self.tr` loses plural forms in subclasses, and lupdate finds them in
Python only in calls of `tr`, not of `translate`. Without a class the context is empty.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def problems(n: int) -> str:
    """Return the number of problems."""
    return tr("%n problem(s)", "", n)


def to_answer(n: int) -> str:
    """Return the number of required answers that are missing."""
    return tr("%n to answer", "", n)


def days_left(n: int) -> str:
    """Return the days until the deadline."""
    return tr("%n day(s) to the deadline", "", n)


def days_over(n: int) -> str:
    """Return the days since the deadline."""
    return tr("deadline was %n day(s) ago", "", n)


def characters_over(n: int) -> str:
    """Return the characters above the limit."""
    return tr("%n character(s) over the limit", "", n)


def characters_left(n: int) -> str:
    """Return the characters left."""
    return tr("%n character(s) left", "", n)


def hidden_answers(n: int) -> str:
    """Return the number of hidden answers."""
    return tr("%n answer(s) set aside", "", n)


def hits(n: int) -> str:
    """Return the number of answers that a search found."""
    return tr("%n answer(s) found", "", n)


def recovered_answers(n: int) -> str:
    """Return the number of answers newer than the file."""
    return tr("%n answer(s) newer than the saved file", "", n)


def points(n: int) -> str:
    """Return the maximum points of a criterion."""
    return tr("up to %n point(s)", "", n)


def partners(n: int) -> str:
    """Return the number of organisations."""
    return tr("%n organisation(s)", "", n)


def described_records(n: int) -> str:
    """Return the number of outputs, events, meetings or activities."""
    return tr("%n item(s)", "", n)


def missing_amounts(n: int) -> str:
    """Return the number of amounts that cannot be computed."""
    return tr("%n amount(s) could not be calculated. They are not in the total.", "", n)


def to_decide(n: int) -> str:
    """Return the number of unresolved items."""
    return tr("%n to decide", "", n)


def comments(n: int) -> str:
    """Return the number of open comments."""
    return tr("%n comment(s)", "", n)


def shared_files(n: int) -> str:
    """Return the number of outstanding copies."""
    return tr("%n file(s) waiting for reply", "", n)


def unchanged(n: int) -> str:
    """Return the number of answers that came back unchanged."""
    return tr("%n answer(s) unchanged", "", n)


def unmatched_texts(n: int) -> str:
    """Return the number of texts that match no answer."""
    return tr("%n text(s) not placed yet", "", n)


def changes(n: int) -> str:
    """Return the number of changes to import."""
    return tr("%n change(s) to apply", "", n)


def decisions(n: int) -> str:
    """Return the label of a button that applies `n` decisions."""
    return tr("Apply %n decision(s)", "", n)


def left_for_later(n: int) -> str:
    """Return the number of decisions left for later."""
    return tr("%n decision(s) left. Find them under Comments and files.", "", n)


def days(n: int) -> str:
    """Return a number of days."""
    return tr("%n day(s)", "", n)


def tr(text: str, comment: str, n: int) -> str:
    """Translate a text with `%n` in the plural form of `n`."""
    return QCoreApplication.translate("", text, comment, n)
