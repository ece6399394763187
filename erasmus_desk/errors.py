"""All errors that are shown to users, as codes and facts.

An error carries no text: `erasmus_desk.i18n.messages` turns its code and facts into one.
"""

from __future__ import annotations

import errno
from typing import ClassVar

from msgspec import Struct

_KINDS_BY_NAME = {
    "no-right": ("EACCES", "EPERM"),
    "read-only": ("EROFS",),
    "full": ("ENOSPC", "EDQUOT", "EFBIG"),
    "disk": ("EIO", "EBADMSG", "EUCLEAN", "ENXIO"),
    "away": (
        *("ENODEV", "ESTALE", "ENOTCONN", "ETIMEDOUT", "EREMOTEIO", "ENOMEDIUM"),
        *("EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ECONNREFUSED", "ECONNRESET"),
    ),
    "in-use": ("EBUSY", "ETXTBSY", "EAGAIN", "EDEADLK"),
    "bad-name": ("ENAMETOOLONG", "EINVAL", "ELOOP", "EILSEQ"),
    "too-many": ("EMFILE", "ENFILE"),
    "memory": ("ENOMEM",),
}
_KINDS = {
    number: kind
    for kind, names in _KINDS_BY_NAME.items()
    for name in names
    # Not every system has all of them.
    if (number := getattr(errno, name, None)) is not None
}


class SystemProblem(Struct, frozen=True):
    """What the system says of a file: a kind that has words (`system.<kind>`), and its own text.

    Its own text is in the language of the system, which may be another than the user's.
    """

    kind: str
    text: str

    @classmethod
    def of(cls, problem: OSError | ValueError) -> SystemProblem:
        """Return what an exception says; one without a known number has the kind `other`."""
        number = getattr(problem, "errno", None)
        text = getattr(problem, "strerror", None) or str(problem)
        return cls(_KINDS.get(number or 0, "other"), text)


class DeskError(Exception):
    """Base of all errors shown to users; `facts` fill the message.

    A code given to an error is appended to that of its class (`save.refused.full`).
    """

    code: ClassVar[str] = "error"

    def __init__(self, code: str = "", /, **facts: object) -> None:
        self.message_id = f"{self.code}.{code}" if code else self.code
        self.facts: dict[str, object] = facts
        super().__init__(self.message_id, facts)

    def __init_subclass__(cls, code: str) -> None:
        super().__init_subclass__()
        cls.code = code


class PackError(DeskError, code="pack"):
    """A call pack cannot be used."""


class Fault(Struct, frozen=True):
    """One fault of a pack: file, path in it, code and the value found there."""

    file: str
    path: str
    code: str
    found: str = ""

    def __str__(self) -> str:
        """Show the fault on one line, for authors of packs."""
        tail = f": {self.found}" if self.found else ""
        # A key or a text of a pack may have several lines.
        return " ".join(f"{self.file}: {self.path or '/'}: {self.code}{tail}".splitlines())


class PackInvalid(PackError, code="pack.invalid"):
    """A pack breaks its format; `faults` lists all of them, not just the first."""

    def __init__(self, pack: str, faults: tuple[Fault, ...]) -> None:
        first = str(faults[0]) if faults else ""
        super().__init__(pack=pack, n=len(faults), first=first)
        self.faults = faults


class PackFileError(PackError, code="pack.file"):
    """A file or folder is no call pack that can be checked or added; nothing was changed.

    Codes: `no-folder`, `file`, `no-pack` (a folder); `missing`, `unreadable`, `large`, `foreign`
    (no zip), `damaged`, `twice` (two entries of one name), `name` (an entry that no call has);
    `taken` and `older` (a call of that id is there).
    """


class PackUnknown(PackError, code="pack.unknown"):
    """No pack has that id; `of-proposal`: a proposal is for it."""


class ChoiceError(DeskError, code="choice"):
    """A kind, field or language is chosen that the call does not offer."""


class NumberRefused(DeskError, code="answer.impossible"):
    """No file is made of a proposal with a number that no project has."""


class DraftError(DeskError, code="draft"):
    """A draft file cannot be used; it is untouched."""


class DraftMissing(DraftError, code="draft.missing"):
    """There is no file of that name, or it is a `folder`.

    Where a folder is looked for: the name is that of a file (`no-folder`), or of nothing
    (`away-folder`).
    """


class DraftUnreadable(DraftError, code="draft.unreadable"):
    """The system does not allow reading the file."""


class DraftForeign(DraftError, code="draft.foreign"):
    """The file is not a draft."""


class DraftDamaged(DraftError, code="draft.damaged"):
    """The file is a draft, but truncated or altered."""


class DraftNewer(DraftError, code="draft.newer"):
    """The draft was written by a newer Erasmus Desk than this one."""


class SaveError(DeskError, code="save"):
    """A file cannot be written; the old file is untouched."""


class TargetRefused(SaveError, code="save.refused"):
    """The file cannot be written there: no permission, folder or space, or a bad name."""


class TargetBusy(SaveError, code="save.busy"):
    """Another program (virus scanner, OneDrive, Word) uses the file; trying again helps."""


class ChangedOnDisk(SaveError, code="save.changed"):
    """Another program wrote the file since it was read; it was not overwritten."""


class FileGone(SaveError, code="save.gone"):
    """Somebody renamed, moved or deleted the file; nothing was written in its place."""


class FileDamaged(DeskError, code="file.damaged"):
    """A file of this user was damaged: it has another name now, and what can be read goes on."""


class JournalError(DeskError, code="journal"):
    """The journal cannot be opened or written."""


class TemplateError(DeskError, code="template"):
    """A Word template cannot be used."""


class ReturnedError(DeskError, code="returned"):
    """A reviewed file cannot be imported; the draft is untouched.

    Codes: `missing`, `folder`, `special` (a device or a pipe), `unreadable`; `too-large`, `empty`;
    `not-docx` with the actual type (`.pdf`, `.odt` …), `old`, `password`, `macros`; `damaged`
    (with `.torn`, `.main`), `doctype`, `twice`, `absurd` (beyond the limits); `foreign` (of
    another draft), `stranger` (with nothing of the draft), `no-questions` (an earlier proposal
    without the questions of the call), `lost` (without a record of what was sent).
    """


class PrinterError(DeskError, code="printer"):
    """No PDF can be made: Qt does not load, or has no fonts."""


class CommandError(DeskError, code="command"):
    """A command cannot be run."""


class UsageError(CommandError, code="command.misuse"):
    """The arguments of a command are not understood."""


class OutputLost(CommandError, code="command.output"):
    """The output of a command cannot be written."""
