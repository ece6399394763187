"""All activities as one list: the rows, what they cost, and how complete they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.grant import Grant
from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.plan_dates import find_date_questions
from erasmus_desk.i18n import formats
from erasmus_desk.progress import find_place, is_answered

from ...i18n import plurals
from ...i18n.dates import format_span
from ...i18n.joined import join_parts
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...widgets.cell import CELL_ROLE, Cell, Tone
from ...widgets.cell_table import wrap_heading
from .. import activity_model
from ..activity_model import ActivityRecord
from ..table_model import TableModel
from .kinds import find_icon
from .proposals import find_plan_questions

CODE, TITLE, DATES, PLACE, PERSONS, AMOUNT, SHARE, STATE = range(8)
NEVER = "9999"
"""Where an activity without a date is sorted: last."""
MANY_WRONG = 88
"""A number as wide as that of the answers that are wrong in one activity will be."""


class Gaps(Struct, frozen=True):
    """The required answers of an activity that are missing, and those that are wrong."""

    missing: int = 0
    wrong: int = 0


class ListRow(Struct, frozen=True):
    """One activity of any list; `amount` is `None` before the budget is calculated.

    `share` is that of the lump sum, if the call has one; `inside` says what the activity contains.
    Before the checks the gaps are those that can be seen without them, and the state is not said.
    """

    list_id: str
    record: ActivityRecord
    city: str
    icon: str
    amount: Decimal | None
    share: Decimal | None
    inside: str
    gaps: Gaps
    is_checked: bool

    @property
    def key(self) -> Key:
        """The list and the item."""
        return Key(self.list_id, self.record.item)


def count_gaps(session: Session, checks: CheckRunner) -> Mapping[str, Gaps]:
    """Return the gaps by activity, as the checks last found them."""
    missing: dict[str, int] = {}
    wrong: dict[str, int] = {}
    owners = _find_owners(session)
    for one in checks.visible:
        item = owners.get(one.key.item)
        if item and one.question.required and not is_answered(session.draft, one.key):
            missing[item] = missing.get(item, 0) + 1
    for finding in checks.findings:
        item = owners.get(finding.key.item) if finding.key else None
        is_here = find_place(finding.key, finding.section, session.pack) is None
        if item and is_here and finding.blocks and not finding.is_gap:
            wrong[item] = wrong.get(item, 0) + 1
    return {item: Gaps(missing.get(item, 0), wrong.get(item, 0)) for item in {*owners.values()}}


def build_rows(session: Session, checks: CheckRunner, grant: Grant | None) -> tuple[ListRow, ...]:
    """Return the rows of all visible lists, the earliest first; those without a date come last."""
    gaps = count_gaps(session, checks)
    usage = grant.whole_usage if grant else None
    whole = usage.maximum if usage and usage.ceiling.is_lump_sum else None
    rows: list[ListRow] = []
    for shown in activity_model.collect_activity_lists(session):
        spec, icon = shown.spec, find_icon(shown.spec, session)
        city = find_plan_questions(spec, session).city
        for record in activity_model.build_records(spec, session):
            key = Key(spec.id, record.item)
            amount = grant.by_activity.get(key, Decimal(0)) if grant else None
            place = session.draft.text(city, record.item) if city else ""
            share = amount / whole if amount is not None and whole else None
            inside = describe_inside(key, session)
            state = (gaps.get(record.item, Gaps()), checks.has_checked)
            rows.append(ListRow(spec.id, record, place, icon, amount, share, inside, *state))
    return tuple(sorted(rows, key=_when))


def describe_inside(key: Key, session: Session) -> str:
    """Return how many there are of each list inside an activity that has days of its own."""
    texts = session.texts
    parts: list[str] = []
    for name in session.form.nested_lists(key.question):
        count = len(session.draft.items(name, key.item))
        if count and any(find_date_questions(session.form, name)):
            word = "one" if count == 1 else "many"
            parts.append(f"{count} {texts.get(f'list.{name}.{word}')}")
    return ", ".join(parts)


def find_empty_columns(session: Session, rows: tuple[ListRow, ...]) -> frozenset[int]:
    """Return the columns that the call has nothing for."""
    specs = [shown.spec for shown in activity_model.collect_activity_lists(session)]
    asked = [find_plan_questions(spec, session) for spec in specs]
    has_place = any(one.city for one in asked) or any(
        session.form.questions[name].type is QuestionType.ITEM
        for spec in specs
        for name in spec.questions
    )
    shown = {
        PLACE: has_place,
        PERSONS: any(row.record.persons is not None for row in rows),
        SHARE: any(row.share is not None for row in rows),
    }
    return frozenset(column for column, is_shown in shown.items() if not is_shown)


def _find_owners(session: Session) -> Mapping[str, str]:
    """Return the activity of each item and of each row in it."""
    owners: dict[str, str] = {}
    for spec in session.form.lists.values():
        for item in session.draft.items(spec.id) if spec.plan else ():
            owners[item] = item
            inside = walk_inside(session.draft, session.form, spec.id, item)
            owners |= dict.fromkeys((one for one, _ in inside), item)
    return owners


def _when(row: ListRow) -> tuple[str, str]:
    record = row.record
    first, last = record.start or record.end, record.end or record.start
    return (first.isoformat() if first else NEVER, last.isoformat() if last else NEVER)


class ListModel(TableModel[ListRow]):
    """The table of all activities; narrow, it says dates and place below the title."""

    def __init__(self, language: Callable[[], str], currency: str) -> None:
        super().__init__()
        self.is_narrow = self.is_slim = False
        self._language = language
        self.headers = (
            self.tr("Code"),
            self.tr("Title"),
            self.tr("Dates"),
            self.tr("Who and where"),
            self.tr("People"),
            currency,
            self.tr("Share"),
            self.tr("State"),
        )

    def set_narrow(self, *, is_narrow: bool, is_slim: bool) -> None:
        """Say dates and place below the title, or beside it; slim, the state too."""
        if (is_narrow, is_slim) != (self.is_narrow, self.is_slim):
            self.beginResetModel()
            self.is_narrow, self.is_slim = is_narrow, is_slim
            self.endResetModel()

    def show(self, rows: tuple[ListRow, ...]) -> None:
        """Set the rows; with the same activities, only changed rows are redrawn."""
        before = self.rows
        if [one.key for one in rows] != [one.key for one in before]:
            super().show(rows)
            return
        self.rows = rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, STATE))

    def format_cell(self, row: ListRow, column: int) -> str:
        """Return a cell as text."""
        cell = self._build_cell(row, column)
        return " ".join(part for part in (cell.text, cell.detail) if part)

    def get_sort_key(self, row: ListRow, column: int) -> object:
        """Return what a cell is sorted by."""
        record, gaps = row.record, row.gaps
        keys: dict[int, object] = {
            CODE: f"{record.number[:1]} {record.position:09}",
            TITLE: record.title,
            DATES: " ".join(_when(row)),
            PLACE: f"{row.city} {record.organisation}",
            PERSONS: record.persons or 0,
            AMOUNT: float(row.amount or 0),
            SHARE: float(row.share or 0),
            STATE: gaps.wrong * 1000 + gaps.missing,
        }
        return keys[column]

    def get_detail(self, row: ListRow, column: int, role: int) -> object:
        """Return how a cell is drawn."""
        return self._build_cell(row, column) if role == CELL_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column, at the right above numbers."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignLeft
            if section in (PERSONS, AMOUNT, SHARE):
                side = Qt.AlignmentFlag.AlignRight
            return wrap_heading(side)
        return super().headerData(section, orientation, role)

    def _build_cell(self, row: ListRow, column: int) -> Cell:
        record = row.record
        build: dict[int, Callable[[], Cell]] = {
            CODE: lambda: Cell(record.number, tone=Tone.STRONG),
            TITLE: lambda: self._build_title(row),
            DATES: lambda: Cell(format_dates(record, self._language())),
            PLACE: lambda: Cell(row.city or record.organisation, row.city and record.organisation),
            PERSONS: lambda: Cell(self._format(record.persons), is_right=True),
            AMOUNT: lambda: Cell(self._format(row.amount), is_right=True),
            SHARE: lambda: Cell(self._format_share(row.share), tone=Tone.QUIET, is_right=True),
            STATE: lambda: describe_state(row),
        }
        return build[column]()

    def _build_title(self, row: ListRow) -> Cell:
        record = row.record
        title = record.title or self.tr("(no title yet)")
        tone = Tone.PLAIN if record.title else Tone.QUIET
        place = row.city or record.organisation
        persons = plurals.people(record.persons) if record.persons else ""
        dates = format_dates(record, self._language())
        parts = (row.inside, dates, place, persons) if self.is_narrow else (row.inside,)
        state = describe_state(row) if self.is_slim else Cell()
        detail, *room = (join_parts(*parts, text) for text in (state.text, *state.room))
        return Cell(title, detail, row.icon, tone, detail_room=tuple(room))

    def _format(self, value: Decimal | int | None) -> str:
        if value is None:
            return ""
        return formats.format_short_amount(round_to_cents(Decimal(value)), self._language())

    def _format_share(self, share: Decimal | None) -> str:
        return "" if share is None else formats.format_percent(share, self._language())


def format_dates(record: ActivityRecord, language: str) -> str:
    """Return the days of an activity in short."""
    first, last = record.start or record.end, record.end or record.start
    return format_span(first, last, language) if first and last else ""


def describe_state(row: ListRow) -> Cell:
    """Return how complete an activity is, with an icon and a word; before the checks only room."""
    done, gaps = QCoreApplication.translate("StepStatus", "complete"), row.gaps
    missing = plurals.open_answers(gaps.missing) if gaps.missing else ""
    room = tuple(text for text in (done, missing, plurals.to_fix(MANY_WRONG)) if text)
    if not row.is_checked:
        return Cell(room=room)
    if gaps.wrong:
        text, icon, tone = plurals.to_fix(gaps.wrong), "octagon-alert", Tone.WARM
    elif gaps.missing:
        text, icon, tone = missing, "circle-dot", Tone.ACCENT
    else:
        text, icon, tone = done, "circle-check", Tone.GOOD
    return Cell(text, icon=icon, tone=tone, room=room)
