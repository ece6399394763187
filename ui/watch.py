"""Runs the checks once typing rests, and tells what was found and how far each step is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from erasmus_desk import flow
from erasmus_desk.checks import run
from erasmus_desk.checks.finding import Finding

from .session import Session

REST = 300
"""Milliseconds without a change before the checks run."""


class Watch(QObject):
    """The findings and the flow of a session, renewed when the draft has come to rest."""

    renewed = Signal()

    def __init__(self, session: Session, rest: int = REST) -> None:
        """Begin with the present draft; `rest` in milliseconds."""
        super().__init__()
        self._session = session
        self.findings: tuple[Finding, ...] = ()
        self.flow = flow.flow(session.draft, session.pack)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(rest)
        self._timer.timeout.connect(self.renew)
        session.changed.connect(self._on_changed)
        self.renew()

    def renew(self) -> None:
        """Run the checks now."""
        self._timer.stop()
        draft, pack = self._session.draft, self._session.pack
        self.findings = run.run(draft, pack)
        self.flow = flow.flow(draft, pack, self.findings)
        self.renewed.emit()

    @property
    def blocking(self) -> int:
        """How many findings block sending."""
        return sum(finding.blocks for finding in self.findings)

    def _on_changed(self) -> None:
        self._timer.start()
