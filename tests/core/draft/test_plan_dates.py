"""The days of an activity: its own, or those of what is inside it."""

from datetime import date

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.plan_dates import find_days, list_date_questions
from tests.core.draft.drafts import make_draft
from tests.core.draft.test_item_tree import CALLS

FORM = Library((CALLS,)).load_pack("ka220-2026").form
PACKAGES = next(
    spec.id for spec in FORM.lists.values() if spec.plan and not list_date_questions(FORM, spec.id)
)
ACTIVITIES = next(one for one in FORM.nested_lists(PACKAGES) if list_date_questions(FORM, one))
FIRST, LAST = list_date_questions(FORM, ACTIVITIES)


def test_a_work_package_has_the_days_of_its_activities() -> None:
    draft = make_draft(
        {
            Key(PACKAGES): ("p", "q"),
            Key(ACTIVITIES, "p"): ("a", "b"),
            Key(FIRST, "a"): date(2027, 3, 1),
            Key(LAST, "a"): date(2027, 6, 30),
            Key(FIRST, "b"): date(2027, 1, 10),
            Key(LAST, "b"): "one day",
        }
    )
    assert find_days(draft, FORM, PACKAGES, "p") == (date(2027, 1, 10), date(2027, 6, 30))
    assert find_days(draft, FORM, PACKAGES, "q") == (None, None)
    assert find_days(draft, FORM, ACTIVITIES, "b") == (date(2027, 1, 10), None)
