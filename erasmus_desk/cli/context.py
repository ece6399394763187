"""What every command works with, and what it gives back."""

from __future__ import annotations

import locale
import sys
from collections.abc import Callable, Mapping
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
from erasmus_desk.errors import TargetBusy
from erasmus_desk.export.export import Printer
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.paths import Places
from erasmus_desk.storage import drafts
from erasmus_desk.storage.settings import Settings

JsonValue = None | bool | int | str | list["JsonValue"] | dict[str, "JsonValue"]
"""What a command prints under `--json`."""

_Result = TypeVar("_Result")

BLOCKED = 1
"""Exit code of `check` when something blocks sending, of `merge` when something is undecided."""


class Outcome(Struct, frozen=True):
    """What a command has to say: lines to read or one JSON object, notices, the exit code.

    Notices go to standard error: something that is wrong beside what was asked for.
    """

    lines: tuple[str, ...] = ()
    object: JsonValue = None
    notices: tuple[str, ...] = ()
    code: int = 0


class Desk(Struct, frozen=True):
    """The places, the calls, the sentences in their language, the settings, what makes a PDF."""

    places: Places
    library: Library
    sentences: Sentences
    settings: Settings
    printer: Printer | None = None

    def texts(self, pack: Pack) -> Texts:
        """Give the words of a call in the language of the messages."""
        return self.library.texts(pack.id, self.sentences.language)

    def open(self, file: str) -> tuple[drafts.Opened, Pack]:
        """Read a draft and the call it belongs to. Raises DraftError or PackError."""
        opened = drafts.read(Path(file))
        pack = self.library.pack(opened.draft.pack.id)
        return replace(opened, draft=reconcile.settle(opened.draft, pack, self.texts(pack))), pack

    def source(self, evidence: Evidence | None, pack: Pack) -> str:
        """Name where a rule comes from; one that is not confirmed says so."""
        if evidence is None:
            return ""
        known = [pack.sources[name] for name in evidence.sources if name in pack.sources]
        named = "; ".join(
            f"{source.title} <{source.address}>" if source.address else source.title
            for source in known
        )
        if not named or evidence.is_confirmed:
            return named
        return self.sentences.say("check.unsure", source=named)


def patiently(write: Callable[[], _Result], wait: Callable[[float], None] = sleep) -> _Result:
    """Try again while another program holds the file: a virus scanner is gone in a moment.

    Raises TargetBusy when it is still held after the last of `atomic.RETRY_DELAYS`.
    """
    for delay in atomic_file.RETRY_DELAYS:
        try:
            return write()
        except TargetBusy:
            wait(delay)
    return write()


def message_language(environment: Mapping[str, str]) -> str:
    """Give the language the system speaks, as a code such as `nl_BE`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        found = environment.get(name, "")
        if found:
            return found.partition(".")[0]
    if sys.platform == "win32":
        # Windows says `Dutch_Belgium` where others say `nl_BE`.
        spoken = (locale.getlocale()[0] or "").partition("_")[0]
        return locale.normalize(spoken).partition(".")[0]
    return ""
