"""The texts of the interface that contain a count, as functions of that count.

They are together because `self.tr` loses plural forms in subclasses, and lupdate finds them in
Python only in calls of `tr` with three arguments. Without a class the context is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

N = -1
"""The count in a call of `tr`, for lupdate alone."""


def tr(text: str, comment: str, _n: int) -> Callable[[int], str]:
    """Return a function that translates a text with `%n` in the plural form of its argument."""
    return partial(QCoreApplication.translate, "", text, comment)


to_fix = tr("%n to fix", "", N)
"""Wrong answers."""
to_answer = tr("%n to answer", "", N)
"""Required answers that are missing."""
open_answers = tr("%n to answer", "step", N)
"""The same where there is little room."""
days_left = tr("%n day(s) to the deadline", "", N)
days_to_go = tr("%n day(s) left", "", N)
"""The same in short."""
days_over = tr("deadline was %n day(s) ago", "", N)
characters_over = tr("%Ln character(s) over the limit", "", N)
characters_left = tr("%Ln character(s) left", "", N)
words_over = tr("%Ln word(s) over the limit", "", N)
words_left = tr("%Ln word(s) left", "", N)
to_copy = tr("%n to copy", "", N)
"""Answers that are to be put into the online form."""
changed_copies = tr("%n answer(s) changed after copying", "", N)
hidden_answers = tr("%n answer(s) set aside", "", N)
to_look_at = tr("%n to look at again", "", N)
"""Answers that came from another call."""
moved_answers = tr("%n answer(s) moved", "", N)
hits = tr("%n answer(s) found", "", N)
"""Answers that a search found."""
replaced = tr("%n place(s) replaced", "", N)
"""Places in answers where text was replaced."""
lost_answers = tr("If you go on, you lose your latest text in %n answer(s): {}", "", N)
recovered_answers = tr("%n answer(s) newer than the saved file", "", N)
text_questions = tr("%n text question(s)", "", N)
countries = tr("%n country(ies)", "", N)
months = tr("%n month(s)", "", N)
agencies = tr("%n National Agency(ies) to choose from", "", N)
chosen = tr("%n chosen", "", N)
"""Priorities."""
advised_priorities = tr("At most %n priority(ies) advised", "", N)
missing_answers = tr("%n answer(s) missing", "", N)
open_advice = tr("%n open question(s) cannot change it.", "", N)
needed_points = tr("{} of %n point(s) needed", "", N)
"""The points needed of the most there are: of one criterion, or of all."""
partners = tr("%n organisation(s)", "", N)
countries = tr("%n countries", "", N)
add_rows = tr("Add %n row(s)", "", N)
rows_pasted = tr("%n row(s) pasted.", "", N)
described_records = tr("%n item(s)", "", N)
"""Outputs, events, meetings or activities."""
activities = tr("%n activity(ies)", "", N)
"""Outputs, events, meetings and learning activities together."""
travellers = tr("%n traveller(s)", "", N)
people = tr("%n person(s)", "", N)
"""Travellers, and who comes to an event."""
refused_cells = tr("%n value(s) had no place here and were left out.", "", N)
"""Cells of a pasted block."""
missing_amounts = tr("%n amount(s) could not be calculated. They are not in the total.", "", N)
uncounted = tr("%n amount(s) not in the total", "", N)
"""Amounts of the budget."""
to_decide = tr("%n to decide", "", N)
comments = tr("%n comment(s)", "", N)
"""Open comments."""
shared_files = tr("%n file(s) waiting for reply", "", N)
unchanged = tr("%n answer(s) unchanged", "", N)
"""Answers that came back unchanged."""
changed_by_you = tr("%n answer(s) changed only by you", "", N)
sentences_unchanged = tr("%n sentence(s) unchanged", "", N)
unmatched_texts = tr("%n text(s) not placed yet", "", N)
decisions = tr("Apply %n decision(s)", "", N)
open_decisions = tr("%n change(s) still need your decision: see Comments and files.", "", N)
weak_points = tr("%n weak point(s)", "", N)
"""What may cost points."""
style_points = tr("%n point(s) of style", "", N)
days = tr("%n day(s)", "", N)
months = tr("%n month(s)", "", N)
without_dates = tr("%n without dates", "", N)
"""Activities."""
unconfirmed = tr("%n detail(s) of {} not confirmed", "", N)
"""Details of a call."""
characters = tr("%n character(s)", "", N)
unseen_characters = tr("%n character(s) cannot be seen. They are shown here as “�”.", "", N)
page_lines = tr("%n line(s) look like the page footer of a PDF form: {}", "", N)
"""Lines that a PDF has at the break of a page."""
rows_without_amount = tr("%n row(s) without an amount", "", N)
open_points = tr("%n point(s) of the guidance to do", "", N)
and_more = tr("{} and %n more", "", N)
"""Answers that are not named."""
changed_answers = tr("%n answer(s)", "", N)
"""Answers that changed in a piece of work."""
versions = tr("%n version(s)", "", N)
"""Versions within a piece of work."""
answers_differ = tr("%n answer(s) differ", "", N)
answers_same = tr("%n are the same", "", N)
"""Answers of two versions."""
characters_more = tr("%n character(s) more", "", N)
characters_fewer = tr("%n character(s) fewer", "", N)
"""In the newer of two versions."""
proposals = tr("%n proposal(s)", "", N)
all_backups = tr("Show all %n backup(s)", "", N)
"""Backups of one proposal."""
words = tr("%n word(s)", "", N)
hours_ago = tr("%n hour(s) ago", "", N)
days_ago = tr("%n day(s) ago", "", N)
merged_changes = tr("%n change(s) of {} merged into your proposal.", "", N)
"""Accepted changes of another version."""
waiting_days = tr("waiting for reply, %n day(s)", "", N)
"""Days since a Word file was sent."""


def count_blocking(problems: int, gaps: int) -> str:
    """Return how much is to fix and to answer before submission; nothing if all is done."""
    counted = ((problems, to_fix), (gaps, to_answer))
    return ", ".join(format_count(n) for n, format_count in counted if n)
