"""Runs the checks once typing rests, and tells what was found and how far each step is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from erasmus_desk import progress
from erasmus_desk.checks import runner
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import asked, parked
from erasmus_desk.i18n import formats

from ..qt_support import single_shot
from .session import Session

REST = 300
"""Milliseconds without a change before the checks run."""


class Watch(QObject):
    """The findings and the flow of a session, renewed when the draft has come to rest.

    The checks are run in parts, one in each turn of the event loop, so that a key pressed
    meanwhile is answered at once; it also ends them, for the draft is another one then.
    """

    renewed = Signal()

    def __init__(self, session: Session, rest: int = REST) -> None:
        """Begin with the flow of the present draft; the checks follow in the turns to come."""
        super().__init__()
        self._session = session
        draft, pack = session.draft, session.pack
        walk = asked(draft, pack)
        self.findings: tuple[Finding, ...] = ()
        self.flow = progress.flow(draft, pack, walk=walk)
        self.parked: tuple[Key, ...] = parked(draft, pack, walk)
        self.has_checked = False
        """Whether the checks have run; until then nothing is known of problems."""
        self._parts: Iterator[None] | None = None
        self._rest_timer, self._part_timer = single_shot(self, rest), single_shot(self, 0)
        self._rest_timer.timeout.connect(self._begin)
        self._part_timer.timeout.connect(self._do_part)
        session.changed.connect(self._on_changed)
        self._begin()

    def renew(self) -> None:
        """Run the checks now, all in one."""
        self._stop()
        for _ in self._work():
            pass

    @property
    def blocking(self) -> int:
        """How many findings block sending."""
        return sum(finding.blocks for finding in self.findings)

    def _begin(self) -> None:
        self._stop()
        self._parts = self._work()
        self._part_timer.start()

    def _do_part(self) -> None:
        if self._parts is None:
            return
        try:
            next(self._parts)
        except StopIteration:
            self._parts = None
        else:
            self._part_timer.start()

    def _work(self) -> Iterator[None]:
        """Find everything out, with a pause after every few milliseconds of work."""
        draft, pack = self._session.draft, self._session.pack
        walk = asked(draft, pack)
        yield
        findings = yield from runner.by_parts(draft, pack, walk)
        yield
        state = progress.flow(draft, pack, findings, walk)
        yield
        waiting = parked(draft, pack, walk)
        yield
        if not self.has_checked:
            # Whoever hears of findings for the first time words them, with their numbers.
            yield from formats.load(self._session.texts.language)
        self.findings, self.flow, self.parked = findings, state, waiting
        self.has_checked = True
        self.renewed.emit()

    def _stop(self) -> None:
        self._rest_timer.stop()
        self._part_timer.stop()
        self._parts = None

    def _on_changed(self) -> None:
        self._stop()
        self._rest_timer.start()
