"""What can be asked of the command line, as values; what was left out is empty."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.export.document.blocks import Profile


class Tell(Struct, frozen=True):
    """How it is used, or which version it is."""

    text: str


class Calls(Struct, frozen=True):
    """The calls on board."""

    as_json: bool = False


class New(Struct, frozen=True):
    """A new draft."""

    file: str
    call: str
    kind: str = ""
    field: str = ""
    language: str = ""
    title: str = ""


class Check(Struct, frozen=True):
    """The findings of a draft."""

    file: str
    as_json: bool = False


class Budget(Struct, frozen=True):
    """The grant of a draft, line by line."""

    file: str
    as_json: bool = False


class Export(Struct, frozen=True):
    """The proposal as a Word file; as a PDF and its budget as a sheet if they are named.

    For partners: which one, until when, and the language beside.
    """

    file: str
    output: str = ""
    profile: Profile = Profile.CLEAN
    language: str = ""
    template: str = ""
    sheet: str = ""
    pdf: str = ""
    partner: str = ""
    reply_by: str = ""
    beside: str = ""


class Merge(Struct, frozen=True):
    """Reviewed Word files into the draft they were made from; `accept` is empty, all or none."""

    file: str
    reviewed: tuple[str, ...]
    accept: str = ""
    as_json: bool = False


class History(Struct, frozen=True):
    """The states of a draft; with `restore`, one of them as the draft `output`."""

    file: str
    restore: str = ""
    output: str = ""
    as_json: bool = False


Request = Tell | Calls | New | Check | Budget | Export | Merge | History
