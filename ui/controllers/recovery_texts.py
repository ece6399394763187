"""The words of what can be recovered: what is newer, from when and where, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from erasmus_desk.draft.display_names import name_answer
from erasmus_desk.draft.model import Change
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.errors import DraftMissing, PackError
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_folder
from erasmus_desk.storage.recovery import RecoveryOffer

from ..i18n import plurals
from ..i18n.dates import format_moment
from ..main_window.recovery_list import RecoveryText
from ..main_window.window import MainWindow
from ..pages.copy_desk.texts import name_own_answer
from .undo_offer import UNDO

LOOK, TAKE, LEAVE = "look", "take", "leave"
"""Answers to an offer."""
MAX_NAMED = 3
"""Answers that are named; of more, the number says how many there are."""


class RecoveryTexts(QObject):
    """Words offers in the language of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def word(self, offer: RecoveryOffer) -> RecoveryText:
        """Return what is newer, from when and in which answers, and what can be done."""
        name = name_file(offer)
        changes = offer.change_set.changes or offer.work.make_change_set(offer.work.saved).changes
        at = to_local(offer.work.last_change)
        details = [self.tr("Last typed: {}.").format(format_moment(at, self._window.language))]
        named = self._name_answers(offer, changes)
        if named:
            details.append(self.tr("Newer: {}.").format(named))
        look = (LOOK, self.tr("Compare…"))
        take = self.tr("Recover newer answers")
        leave = (LEAVE, self.tr("Keep the saved file"))
        if not offer.is_same_draft:
            leave = (LEAVE, self.tr("Do not save"))
            title, take = self._describe_gone(offer, name)
        else:
            title = self.tr("Erasmus Desk closed unexpectedly. “{0}” has {1}.").format(
                name, plurals.recovered_answers(len(changes))
            )
            if not offer.is_same_file:
                details.append(self.tr("The file was changed since. Nothing of that is lost."))
        answers = (look, (TAKE, take), leave) if changes else ((TAKE, take), leave)
        return RecoveryText(str(offer.work.run), title, " ".join(details), answers)

    def _describe_gone(self, offer: RecoveryOffer, name: str) -> tuple[str, str]:
        """Return what became of the file, and what can be done with the text."""
        path = offer.work.path
        if offer.file is not None:
            title = self.tr("Text of “{}” is safe, but another proposal is in its place.")
        elif not isinstance(offer.error, DraftMissing):
            title = self.tr("Text of “{}” is safe, but the file is damaged.")
        elif is_folder(path.parent):
            title = self.tr("Text of “{}” is safe, but the file is gone.")
            return title.format(name), self.tr("Save again as “{}”").format(path.name)
        else:
            title = self.tr(
                "Text of “{}” is safe, but its folder is not there. If it is on a drive, connect "
                "it and start again."
            )
        return title.format(name), self.tr("Save as a new file")

    def describe_left(self, offer: RecoveryOffer) -> RecoveryText:
        """Return what was left, and the way back."""
        title = self.tr("You did not recover the newer text of “{}”.").format(name_file(offer))
        detail = self.tr("It is kept in the version history.")
        answers = ((UNDO, self.tr("Undo")),)
        return RecoveryText(str(offer.work.run), title, detail, answers, is_settled=True)

    def describe_taken(self, offer: RecoveryOffer, path: Path) -> str:
        """Return what was done with the newer text."""
        if offer.is_same_draft:
            text = self.tr("The newer answers are in “{}” now. Undo reverses this.")
            return text.format(path.name)
        return self.tr("Your text is saved as “{}”.").format(path)

    def _name_answers(self, offer: RecoveryOffer, changes: tuple[Change, ...]) -> str:
        """Return the names of the newer answers, or nothing if the call cannot be read."""
        draft, window = offer.work.latest, self._window
        library = window.draft_manager.library
        try:
            pack = library.load_pack(draft.pack.id, draft.pack.revision)
            texts = library.load_texts(pack.id, window.language, pack.revision)
        except PackError:
            return ""
        names = dict.fromkeys(
            name_own_answer(one.key)
            if is_desk_key(one.key)
            else name_answer(draft, pack, texts, one.key)
            for one in changes
        )
        text = ", ".join([*names][:MAX_NAMED])
        more = len(names) - MAX_NAMED
        return plurals.and_more(more).format(text) if more > 0 else text


def name_file(offer: RecoveryOffer) -> str:
    """Return the name of the file of an offer, as it is now or was."""
    return (offer.file.path if offer.is_same_draft and offer.file else offer.work.path).name
