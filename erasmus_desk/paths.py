"""The folders and files of packs, drafts, journal, backups, settings and log."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from msgspec import Struct

from erasmus_desk.path_checks import is_folder

APP_FOLDER = "Erasmus Desk"
PORTABLE_FOLDER = "ErasmusDeskData"
"""Beside the packaged program, on a stick for example, it is the folder of all its files."""


class AppPaths(Struct, frozen=True):
    """The folders and files of this program on this machine."""

    resources: Path
    drafts: Path
    local: Path
    recent_documents: Path | None = None
    """The list that the desktop of the user keeps for all programs, where there is one."""

    @property
    def calls(self) -> tuple[Path, ...]:
        """Folders of call packs: the shipped ones first, then those the user added."""
        return (self.resources / "calls", self.added_calls)

    @property
    def added_calls(self) -> Path:
        """Folder of the call packs that the user added."""
        return self.local / "calls"

    @property
    def examples(self) -> Path:
        """Folder of the shipped example drafts."""
        return self.resources / "examples"

    @property
    def journal(self) -> Path:
        """The journal of all drafts; never in a shared or synchronised folder."""
        return self.local / "journal.sqlite3"

    @property
    def backups(self) -> Path:
        """Folder of the dated backups of drafts."""
        return self.local / "copies"

    @property
    def unfinished_starts(self) -> Path:
        """Folder of the guided starts that were left before the proposal was created."""
        return self.local / "starts"

    @property
    def sent_records(self) -> Path:
        """Folder of the records of Word files that were sent."""
        return self.local / "sent"

    @property
    def written_files(self) -> Path:
        """The digests of exported files, by which a file that others changed is recognised."""
        return self.local / "written.json"

    @property
    def settings(self) -> Path:
        """The settings of the user."""
        return self.local / "settings.json"

    @property
    def draft_summaries(self) -> Path:
        """The facts of the home page's cards, kept between starts; it may be lost."""
        return self.local / "summaries.json"

    @property
    def last_places(self) -> Path:
        """Folder of the places where the user stopped in each draft; it may be lost."""
        return self.local / "places"

    @property
    def point_ticks(self) -> Path:
        """Folder of the points of the guidance that were ticked in each draft."""
        return self.local / "points"

    @property
    def partner_book(self) -> Path:
        """The saved organisations."""
        return self.local / "partners.json"

    @property
    def dictionaries(self) -> Path:
        """Folder of the dictionaries that come with the program, one folder a language."""
        return self.resources / "dictionaries"

    @property
    def added_dictionaries(self) -> Path:
        """Folder of the dictionaries that the user adds."""
        return self.local / "dictionaries"

    @property
    def user_words(self) -> Path:
        """The words that the user added to the dictionaries."""
        return self.local / "words.txt"

    @property
    def locks(self) -> Path:
        """Folder of the tokens by which this program knows its own locks beside drafts."""
        return self.local / "locks"

    @property
    def instances(self) -> Path:
        """Folder by which a second start of the program activates the first."""
        return self.local / "bells"

    @property
    def log(self) -> Path:
        """The log; it contains no answers."""
        return self.local / "log" / "erasmus-desk.log"


def find_paths() -> AppPaths:
    """Return the paths: all but the resources below `ERASMUS_DESK_HOME`, or the portable folder.

    Without either they are in the folders of the user. Nothing is created here.
    """
    home = os.environ.get("ERASMUS_DESK_HOME") or find_portable_folder()
    if home:
        return AppPaths(find_resources(), Path(home) / "drafts", Path(home) / "local")
    import platformdirs  # noqa: PLC0415 - 30 ms, not needed by every command

    local = platformdirs.user_data_path("erasmus-desk", appauthor=False, roaming=False)
    documents = platformdirs.user_documents_path() / APP_FOLDER
    return AppPaths(find_resources(), documents, local, find_recent_documents())


def find_recent_documents() -> Path | None:
    """Return the list of recent documents of a freedesktop desktop; elsewhere there is no file."""
    if not sys.platform.startswith("linux"):
        return None
    folder = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(folder) / "recently-used.xbel"


def find_portable_folder() -> Path | None:
    """Return the portable folder of the packaged program, if there is one."""
    if not is_packaged():
        return None
    folder = Path(sys.executable).resolve().parent
    if folder.name == "MacOS":
        folder = folder.parents[2]  # the folder with the bundle, whose inside is signed
    portable = folder / PORTABLE_FOLDER
    return portable if is_folder(portable) else None


def is_packaged() -> bool:
    """Return whether this is the program that runs without an installed Python."""
    return bool(getattr(sys, "frozen", False))


def find_resources() -> Path:
    """Return the resources: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if is_folder(inside) else package.parent / "resources"
