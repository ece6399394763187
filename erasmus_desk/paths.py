"""Where packs, drafts, journal, copies, settings and log lie."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

APP_FOLDER = "Erasmus Desk"


class Places(Struct, frozen=True):
    """The folders and files of this program on this machine."""

    resources: Path
    drafts: Path
    local: Path

    @property
    def calls(self) -> tuple[Path, ...]:
        """Folders with call packs: those shipped first, then those the user added."""
        return (self.resources / "calls", self.local / "calls")

    @property
    def examples(self) -> Path:
        """Folder of the shipped example drafts."""
        return self.resources / "examples"

    @property
    def journal(self) -> Path:
        """The journal of all drafts; never on a share, never synchronised."""
        return self.local / "journal.sqlite3"

    @property
    def copies(self) -> Path:
        """Folder of the dated copies of drafts, away from the drafts themselves."""
        return self.local / "copies"

    @property
    def sent(self) -> Path:
        """Folder of the records of Word files that went out."""
        return self.local / "sent"

    @property
    def settings(self) -> Path:
        """The settings of the user."""
        return self.local / "settings.json"

    @property
    def partner_book(self) -> Path:
        """The organisations remembered across drafts."""
        return self.local / "partners.json"

    @property
    def bells(self) -> Path:
        """Folder in which one start of the program calls another."""
        return self.local / "bells"

    @property
    def log(self) -> Path:
        """The log; it holds no answers."""
        return self.local / "log" / "erasmus-desk.log"


def places() -> Places:
    """Find the folders; `ERASMUS_DESK_HOME` moves all but the resources below one folder.

    Nothing is created here: who writes first makes the folder.
    """
    home = os.environ.get("ERASMUS_DESK_HOME")
    if home:
        return Places(resources(), Path(home) / "drafts", Path(home) / "local")
    # Imported late: it costs 30 ms, and not every command asks for the user's folders.
    import platformdirs  # noqa: PLC0415

    local = platformdirs.user_data_path("erasmus-desk", appauthor=False, roaming=False)
    return Places(resources(), platformdirs.user_documents_path() / APP_FOLDER, local)


def resources() -> Path:
    """Find the resources: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
