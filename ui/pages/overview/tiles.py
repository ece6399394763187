"""The four tiles of the overview: text, organisations, grant and deadline, each a link."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.grant import CeilingState, Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import find_deadline, visible_questions
from erasmus_desk.i18n import formats

from ...i18n import plurals
from ...i18n.dates import count_days
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import icon_size
from ...widgets.card_button import CardButton
from ...widgets.labels import RoomyLabel, short_label, wrapped_label
from ...widgets.layouts import STRETCH, build_column, build_row
from ...widgets.share_bar import SLIM, ShareBar
from .model import count_organisations, count_texts, format_count

GAP = GRID * 3 // 2
WIDE_FIGURE, WIDE_MONEY = "888,888", "€\N{NO-BREAK SPACE}888,888"
"""As wide as grants of the programme are; to format one loads the rules of its language."""
DEADLINE_ROLES = ("round", "start", "title")
"""Roles of the answer that the deadline leads to, the first that is asked."""


class TileText(Struct, frozen=True):
    """The texts of a tile; `share` from 0 to 1 draws a bar, `is_over` warns."""

    name: str
    figure: str
    unit: str
    note: str
    share: float | None = None
    is_over: bool = False


class _UnitLabel(QLabel):
    """What a figure counts, right behind it; it keeps the room of a wider figure that may come."""

    def __init__(self, figure: QLabel) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignBottom)
        set_role(self, "quiet")
        self._figure = figure
        self.widest = ""

    def minimumSizeHint(self) -> QSize:
        """Return the size of the text, wider by what the figure lacks."""
        size, advance = super().minimumSizeHint(), self._figure.fontMetrics().horizontalAdvance
        more = advance(self.widest) - advance(self._figure.text())
        return QSize(size.width() + max(more, 0), size.height())


class Tile(CardButton):
    """One figure with its measure; the whole tile leads to its page."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme)
        drawn = theme.icons.icon(icon, theme.colours.quiet)
        sign = QLabel(pixmap=drawn.pixmap(icon_size(), icon_size()))
        self.name_label = wrapped_label("", "quiet")
        head = build_row(None, sign, self.name_label)
        head.setStretchFactor(self.name_label, 1)
        self.figure_label = short_label("", "figure")
        self.unit_label = _UnitLabel(self.figure_label)
        self._figures = build_row(None, self.figure_label, self.unit_label, spacing=0.75)
        self._figures.setStretchFactor(self.unit_label, 1)
        self.bar = ShareBar(theme, SLIM)
        self.note_label = RoomyLabel("quiet", is_wrapped=True)
        # All tiles begin theirs on one line, also one that keeps room for two.
        self.note_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        content = (head, self._figures, self.bar, self.note_label, STRETCH)
        build_column(self, *content, margins=(1.5, 1.5, 1.5, 1.5), spacing=0.75)
        self.pass_clicks()

    def show_text(self, text: TileText) -> None:
        """Show a figure."""
        self.name_label.setText(text.name)
        self.figure_label.setText(text.figure)
        self.unit_label.setText(text.unit)
        self.unit_label.updateGeometry()
        self.note_label.setText(text.note)
        role = "warm" if text.is_over else "quiet"
        if self.note_label.property("role") != role:
            set_role(self.note_label, role)
        self.bar.setVisible(text.share is not None)
        share = text.share or 0.0
        self.bar.show_share(share, text.note, is_over=text.is_over, is_good=share >= 1)
        figure = f"{text.figure} {text.unit}".strip()
        parts = (f"{text.name}: {figure}", text.note)
        set_accessible_name(self, ". ".join(part for part in parts if part))


class TileGrid(QWidget):
    """The tiles side by side, two by two, or below each other, as their texts need it."""

    jump_requested = Signal(object)
    """An answer to go to."""
    page_requested = Signal(object)
    """A key whose page is to be shown from its top."""

    def __init__(self, session: Session, checks: CheckRunner, theme: Theme) -> None:
        super().__init__()
        self._session, self._checks = session, checks
        self._columns = 0
        self._room = 0
        self._has_organisations = False
        self._next_text: Key | None = None
        self.text = Tile(theme, "notebook-pen")
        self.organisations = Tile(theme, "building-2")
        self.grant = Tile(theme, "euro")
        self.deadline = Tile(theme, "calendar-clock")
        self.text.clicked.connect(self._on_text)
        self.organisations.clicked.connect(self._on_organisations)
        self.grant.clicked.connect(self._on_grant)
        self.deadline.clicked.connect(self._on_deadline)
        for tile in (self.text, self.organisations, self.grant, self.deadline):
            tile.setParent(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles that are shown, in their order."""
        organisations = (self.organisations,) if self._has_organisations else ()
        return (self.text, *organisations, self.grant, self.deadline)

    def show_grant(self, grant: Grant | None) -> None:
        """Show the present figures; without a grant, that it is being calculated."""
        self._show_texts()
        self._show_organisations()
        self._keep_room()
        self.grant.show_text(self._describe_grant(grant))
        self._show_deadline()

    def event(self, event: QEvent) -> bool:
        """Arrange the tiles again when one of them needs another width."""
        if event.type() is QEvent.Type.LayoutRequest and self._room:
            self.arrange(self._room)
        return super().event(event)

    def arrange(self, width: int) -> None:
        """Use as many columns as a width in pixels has room for: four, two or one."""
        self._room = width
        tiles = self.tiles
        needed = max((tile.minimumSizeHint().width() for tile in tiles), default=0)
        columns = next((n for n in (4, 2) if n * (needed + GAP) - GAP <= width), 1)
        columns = min(columns, len(tiles))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for index, tile in enumerate(tiles):
            self._grid.addWidget(tile, *divmod(index, columns))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _show_texts(self) -> None:
        session = self._session
        counted = count_texts(session, self._checks)
        self._next_text = counted.next_key
        characters = plurals.characters(counted.characters).replace(
            str(counted.characters), format_count(counted.characters, session)
        )
        self.text.show_text(
            TileText(
                self.tr("Text"),
                str(counted.answered),
                self.tr("of {} questions").format(counted.total),
                characters,
                counted.answered / counted.total if counted.total else 0.0,
            )
        )

    def _show_organisations(self) -> None:
        counted = count_organisations(self._session, self._checks)
        self._has_organisations = counted is not None
        self.organisations.setVisible(self._has_organisations)
        if counted is not None:
            self.organisations.show_text(
                TileText(
                    self.tr("Organisations"),
                    str(counted.complete),
                    self.tr("of {} complete").format(counted.total),
                    plurals.count_blocking(counted.wrong, counted.missing),
                    counted.complete / counted.total if counted.total else 0.0,
                )
            )

    def _keep_room(self) -> None:
        """Keep room for the grant, which comes with the checks."""
        self.grant.unit_label.widest = WIDE_FIGURE
        notes = (self.tr("maximum {}"), self.tr("{} still to distribute"))
        self.grant.note_label.keep_room(*(note.format(WIDE_MONEY) for note in notes))

    def _describe_grant(self, grant: Grant | None) -> TileText:
        name, currency = self.tr("Grant requested"), self._session.pack.funding.currency
        language = self._session.texts.language
        if grant is None:
            return TileText(name, "…", currency, self.tr("is being calculated"), 0.0)
        total = formats.format_short_amount(round_to_cents(grant.total), language)
        whole = grant.whole_usage
        if whole is None:
            return TileText(name, total, currency, self.tr("maximum not known yet"))
        share = float(grant.total / whole.maximum) if whole.maximum else 0.0
        left = self._format_money(abs(whole.remaining))
        match whole.state:
            case CeilingState.OVER:
                over = self.tr("{} over the maximum").format(left)
                return TileText(name, total, currency, over, share, is_over=True)
            case CeilingState.UNDIVIDED:
                note = self.tr("{} still to distribute").format(left)
            case CeilingState.LEFT | CeilingState.DIVIDED:
                note = self.tr("maximum {}").format(self._format_money(whole.maximum))
        return TileText(name, total, currency, note, share)

    def _format_money(self, amount: Decimal) -> str:
        session = self._session
        language, currency = session.texts.language, session.pack.funding.currency
        return formats.format_money(round_to_cents(amount), currency, language)

    def _show_deadline(self) -> None:
        session, name = self._session, self.tr("Deadline")
        due = find_deadline(session.draft, session.pack)
        if due is None:
            self.deadline.show_text(TileText(name, "–", "", self.tr("not known yet")))
            return
        counted = count_days(due.at, session.texts.language)
        self.deadline.show_text(TileText(name, counted.figure, counted.unit, counted.at))

    def _on_text(self) -> None:
        if self._next_text is not None:
            self.jump_requested.emit(self._next_text)

    def _on_organisations(self) -> None:
        self.page_requested.emit(Key(self._session.pack.role("organisations")))

    def _on_grant(self) -> None:
        section = self._session.form.grant_section
        groups = [one for one in section.groups if not one.list] if section else []
        self.page_requested.emit(Key(next((name for one in groups for name in one.questions), "")))

    def _on_deadline(self) -> None:
        draft, pack = self._session.draft, self._session.pack
        asked = {one.key for one in visible_questions(draft, pack)}
        keys = (Key(pack.role(name)) for name in DEADLINE_ROLES)
        self.jump_requested.emit(next((key for key in keys if key in asked), Key("")))
