"""All errors that are shown to users, as codes and facts.

An error carries no text: `erasmus_desk.i18n.messages` turns its code and facts into one.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class DeskError(Exception):
    """Base of all errors shown to users; `facts` fill the message.

    A code given to an error is appended to that of its class (`save.refused.full`).
    """

    code: ClassVar[str] = "error"

    def __init__(self, code: str = "", /, **facts: object) -> None:
        self.message_id = f"{self.code}.{code}" if code else self.code
        self.facts: dict[str, object] = facts
        super().__init__(self.message_id, facts)


class PackError(DeskError):
    """A call pack cannot be used."""

    code = "pack"


class Fault(Struct, frozen=True):
    """One fault of a pack: file, path in it, code and the value found there."""

    file: str
    path: str
    code: str
    found: str = ""

    def __str__(self) -> str:
        """Show the fault on one line, for authors of packs."""
        tail = f": {self.found}" if self.found else ""
        return f"{self.file}: {self.path or '/'}: {self.code}{tail}"


class PackInvalid(PackError):
    """A pack breaks its format; `faults` lists all of them, not just the first."""

    code = "pack.invalid"

    def __init__(self, pack: str, faults: tuple[Fault, ...]) -> None:
        first = str(faults[0]) if faults else ""
        super().__init__(pack=pack, n=len(faults), first=first)
        self.faults = faults


class PackUnknown(PackError):
    """No pack has that id."""

    code = "pack.unknown"


class ChoiceError(DeskError):
    """A kind, field or language is chosen that the call does not offer."""

    code = "choice"


class DraftError(DeskError):
    """A draft file cannot be used; it is untouched."""

    code = "draft"


class DraftMissing(DraftError):
    """There is no file of that name, or it is a folder."""

    code = "draft.missing"


class DraftUnreadable(DraftError):
    """The system does not allow reading the file."""

    code = "draft.unreadable"


class DraftForeign(DraftError):
    """The file is not a draft."""

    code = "draft.foreign"


class DraftDamaged(DraftError):
    """The file is a draft, but truncated or altered."""

    code = "draft.damaged"


class DraftNewer(DraftError):
    """The draft was written by a newer Erasmus Desk than this one."""

    code = "draft.newer"


class SaveError(DeskError):
    """A file cannot be written; the old file is untouched."""

    code = "save"


class TargetRefused(SaveError):
    """The file cannot be written there: no permission, folder or space, or a bad name."""

    code = "save.refused"


class TargetBusy(SaveError):
    """Another program (virus scanner, OneDrive, Word) uses the file; trying again helps."""

    code = "save.busy"


class ChangedOnDisk(SaveError):
    """Another program wrote the file since it was read; it was not overwritten."""

    code = "save.changed"


class JournalError(DeskError):
    """The journal cannot be opened or written."""

    code = "journal"


class TemplateError(DeskError):
    """A Word template cannot be used."""

    code = "template"


class ReturnedError(DeskError):
    """A reviewed file cannot be imported; the draft is untouched.

    Codes: `missing`, `folder`, `special` (a device or a pipe), `unreadable`; `too-large`, `empty`;
    `not-docx` with the actual type (`.pdf`, `.odt` …), `old`, `password`, `macros`; `damaged`
    (with `.torn`, `.main`), `doctype`, `twice`, `absurd` (beyond the limits); `foreign` (of
    another draft), `lost` (without a record of what was sent).
    """

    code = "returned"


class PrinterError(DeskError):
    """No PDF can be made: Qt does not load, or has no fonts."""

    code = "printer"


class CommandError(DeskError):
    """A command cannot be run."""

    code = "command"


class UsageError(CommandError):
    """The arguments of a command are not understood."""

    code = "command.misuse"


class OutputLost(CommandError):
    """The output of a command cannot be written."""

    code = "command.output"
