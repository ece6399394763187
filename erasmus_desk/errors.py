"""Everything that can go wrong and that a user may be told, as codes and facts.

    DeskError
    ├── PackError            a call pack cannot be used
    │   ├── PackInvalid      it breaks its own format (carries every fault found)
    │   └── PackUnknown      no pack of that name is on board
    ├── ChoiceError          a kind, field or language the call does not offer
    ├── DraftError           a draft file cannot be used
    │   ├── DraftMissing     nothing is there, or it is a folder
    │   ├── DraftUnreadable  the system refuses to let it be read
    │   ├── DraftForeign     the file is no draft of ours
    │   ├── DraftDamaged     it was one, but cannot be read any more
    │   └── DraftNewer       it was written by a newer Erasmus Desk
    ├── SaveError            a file cannot be written
    │   ├── TargetRefused    no right, no folder, no space …
    │   ├── TargetBusy       another program holds it; trying again helps
    │   └── ChangedOnDisk    somebody else wrote it since it was last seen
    ├── JournalError         the journal cannot be opened or written
    ├── TemplateError        a Word template cannot be used
    ├── PrinterError         no PDF can be made here: no Qt, or no fonts
    ├── ReturnedError        a reviewed file from outside cannot be brought home
    └── CommandError         the command line cannot do what it should
        ├── Misuse           its arguments cannot be understood
        └── OutputLost       what it says cannot be written to standard output

An error carries no sentence. `erasmus_desk.i18n.messages` turns its code and facts into what
happened, what is safe and what to do, in the language of the reader.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class DeskError(Exception):
    """Root of all errors a user may be told; `code` names the sentence, `facts` fill it."""

    code: ClassVar[str] = "error"

    def __init__(self, code: str = "", /, **facts: object) -> None:
        """Keep the facts; `code`, if given, narrows the code of the class (`save.full`)."""
        self.sentence = f"{self.code}.{code}" if code else self.code
        self.facts: dict[str, object] = facts
        super().__init__(self.sentence, facts)


class PackError(DeskError):
    """A call pack cannot be used."""

    code = "pack"


class Fault(Struct, frozen=True):
    """One fault of a pack: the file, the path inside it, a code and what was found there."""

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
        """Name the pack and all its faults."""
        first = str(faults[0]) if faults else ""
        super().__init__(pack=pack, n=len(faults), first=first)
        self.faults = faults


class PackUnknown(PackError):
    """No pack of that name is on board."""

    code = "pack.unknown"


class ChoiceError(DeskError):
    """A kind, field or language was asked for that the call does not offer."""

    code = "choice"


class DraftError(DeskError):
    """A draft file cannot be used; nothing was touched."""

    code = "draft"


class DraftMissing(DraftError):
    """Nothing is at that place, or it is a folder."""

    code = "draft.missing"


class DraftUnreadable(DraftError):
    """The system refuses to let the file be read."""

    code = "draft.unreadable"


class DraftForeign(DraftError):
    """The file is no draft of ours."""

    code = "draft.foreign"


class DraftDamaged(DraftError):
    """The file was a draft, but it is cut off or altered and cannot be read."""

    code = "draft.damaged"


class DraftNewer(DraftError):
    """The draft was written by a newer Erasmus Desk than this one."""

    code = "draft.newer"


class SaveError(DeskError):
    """A file cannot be written; what was on disk before is untouched."""

    code = "save"


class TargetRefused(SaveError):
    """The place does not take the file: no right, no such folder, no space, too long a name."""

    code = "save.refused"


class TargetBusy(SaveError):
    """Another program (virus scanner, OneDrive, Word) holds the file; trying again helps."""

    code = "save.busy"


class ChangedOnDisk(SaveError):
    """Somebody else wrote the file since it was last seen; it was not overwritten."""

    code = "save.changed"


class JournalError(DeskError):
    """The journal cannot be opened or written."""

    code = "journal"


class TemplateError(DeskError):
    """A Word template cannot be used."""

    code = "template"


class ReturnedError(DeskError):
    """A reviewed file cannot be brought home; the draft is untouched.

    Codes: `missing`, `folder`, `special` (a device or a pipe), `unreadable`; `too-large`, `empty`;
    `not-docx` and what it is instead (`.pdf`, `.odt` …), `old`, `password`, `macros`; `damaged`
    (with `.torn`, `.main`), `doctype`, `twice`, `absurd` (more than there are bounds for);
    `foreign` (another draft's), `lost` (without a record of what was sent).
    """

    code = "returned"


class PrinterError(DeskError):
    """No PDF can be made here: Qt does not load, or has no fonts."""

    code = "printer"


class CommandError(DeskError):
    """The command line cannot do what it should."""

    code = "command"


class Misuse(CommandError):
    """The arguments of a command cannot be understood."""

    code = "command.misuse"


class OutputLost(CommandError):
    """What a command says cannot be written to standard output."""

    code = "command.output"
