"""The context and the result of a command, and helpers for all commands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import reconcile
from erasmus_desk.errors import TargetBusy, TargetRefused
from erasmus_desk.export.export import Printer
from erasmus_desk.file_suffixes import DRAFT_SUFFIX
from erasmus_desk.i18n.formats import join_entries
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings

JsonValue = None | bool | int | str | list["JsonValue"] | dict[str, "JsonValue"]
"""What a command prints under `--json`."""

_Result = TypeVar("_Result")

BLOCKED = 1
"""Exit code of `check` if a finding prevents submission, of `merge` if changes are unresolved."""


class CommandResult(Struct, frozen=True):
    """The output of a command as lines and as a JSON object, notices and the exit code.

    Notices go to standard error: they report other problems than what was requested.
    """

    lines: tuple[str, ...] = ()
    object: JsonValue = None
    notices: tuple[str, ...] = ()
    code: int = 0


class CommandContext(Struct, frozen=True):
    """The folders, calls, messages, settings and PDF printer that commands use."""

    places: AppPaths
    library: Library
    messages: Messages
    settings: Settings
    printer: Printer | None = None

    def load_texts(self, pack: Pack) -> Texts:
        """Return the texts of a call in the language of the messages."""
        return self.library.load_texts(pack.id, self.messages.language, pack.revision)

    def open_draft(self, file: str) -> tuple[drafts.DraftFile, Pack]:
        """Read a draft and its call. Raises DraftError or PackError."""
        opened = drafts.read(Path(file))
        ref = opened.draft.pack
        pack = self.library.load_pack(ref.id, ref.revision)
        return replace(
            opened, draft=reconcile.reconcile_draft(opened.draft, pack, self.load_texts(pack))
        ), pack

    def describe_source(self, evidence: Evidence | None, pack: Pack) -> str:
        """Return the sources of a rule as text, with a remark if they are not confirmed."""
        if evidence is None:
            return ""
        known = [pack.sources[name] for name in evidence.sources if name in pack.sources]
        found = [source for source in known if not source.is_missing]
        texts = self.load_texts(pack)
        titles = ((texts.source_title(source), source.address) for source in found or known)
        entries = (f"{title} <{address}>" if address else title for title, address in titles)
        named = join_entries(entries, self.messages.language)
        if not found or evidence.is_confirmed:
            return named
        return self.messages.format_message("check.unsure", source=named)


def refuse_suffix(name: str, suffix: str = DRAFT_SUFFIX) -> None:
    """Raise TargetRefused (`suffix`) for a name under which a file would not open."""
    # A path forgets that its name ended as that of a folder.
    if name and (Path(name).suffix.lower() != suffix or name.endswith(("/", os.sep))):
        raise TargetRefused("suffix", path=name, suffix=suffix)


def retry_while_busy(
    write: Callable[[], _Result], wait: Callable[[float], None] = sleep
) -> _Result:
    """Retry while another program, such as a virus scanner, has the file open.

    Raises TargetBusy if it still has after the last of `atomic_file.RETRY_DELAYS`.
    """
    for delay in atomic_file.RETRY_DELAYS:
        try:
            return write()
        except TargetBusy:
            wait(delay)
    return write()
