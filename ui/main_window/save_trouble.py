"""The line below the top bar while a draft cannot be saved: why, where its text is, what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from erasmus_desk.errors import ChangedOnDisk, DeskError, FileGone, TargetBusy

from ..i18n.quotes import quote
from ..session.session import Session
from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import push_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_row

NO_FOLDER = "save.refused.missing-folder"


class SaveTrouble(QFrame):
    """Says why the draft is not saved and that its text is safe; hidden while it is saved."""

    elsewhere_requested = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        set_role(self, "side")
        self._session = session
        self.label = wrapped_label("", "warm")
        self.elsewhere_button = push_button(
            theme.icon("save"), self.tr("Save elsewhere…"), clicked=self.elsewhere_requested
        )
        row = build_row(self, self.label, self.elsewhere_button, margins=(2, 1, 2, 1))
        row.setStretchFactor(self.label, 1)
        self.hide()

    def show_problem(self, problem: DeskError | None, advice: str, *, is_kept: bool) -> None:
        """Show why the draft is not saved, whether its text is on this computer, and what to do.

        What somebody else did with the file or its folder has a notice, which has the advice then.
        """
        if problem is None:
            self.hide()
            return
        parts = (self._describe_reason(problem), self._describe_text(problem, is_kept=is_kept))
        text = " — ".join(parts)
        is_told = isinstance(problem, ChangedOnDisk | FileGone) or problem.message_id == NO_FOLDER
        if advice and not is_told:
            text = f"{text}. {advice}"
        is_new = self.isHidden() or text != self.label.text()
        self.label.setText(text)
        self.show()
        if is_new and self.isVisible():
            announce(self, text)

    def _describe_reason(self, problem: DeskError) -> str:
        drive, folder = self.tr("Cannot reach drive {}"), self.tr("Cannot reach {}")
        path = self._session.path
        place = drive.format(path.drive) if path.drive else folder.format(quote(str(path.parent)))
        reasons = {
            ChangedOnDisk.code: self.tr("Not saved: someone else changed the file"),
            FileGone.code: self.tr("Not saved: the file is no longer there"),
            TargetBusy.code: self.tr("Not saved: another program uses the file"),
            NO_FOLDER: place,
            "save.refused.full": self.tr("Not saved: the disk is full"),
            "save.refused.no-right": self.tr("Not saved: you may not save in this folder"),
            "save.refused.name": self.tr("Not saved: the file name is not allowed"),
        }
        other = self.tr("Not saved: the disk reports an error")
        return reasons.get(problem.message_id, other)

    def _describe_text(self, problem: DeskError, *, is_kept: bool) -> str:
        """Return where the text is; only what waits for nobody is tried again."""
        waits = isinstance(problem, ChangedOnDisk | FileGone)
        if is_kept:
            kept, trying = (
                self.tr("kept safe on this computer"),
                self.tr("kept safe on this computer, trying again"),
            )
            return kept if waits else trying
        nowhere, trying = (
            self.tr("the latest text is only in this window"),
            self.tr("the latest text is only in this window, trying again"),
        )
        return nowhere if waits else trying
