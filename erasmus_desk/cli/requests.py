"""The requests to the command line as values; omitted arguments are empty."""

from __future__ import annotations

from msgspec import Struct

from erasmus_desk.export.document.blocks import Profile


class ShowText(Struct, frozen=True):
    """Show the help or the version."""

    text: str


class Calls(Struct, frozen=True):
    """List the calls included."""

    as_json: bool = False


class New(Struct, frozen=True):
    """Create a draft."""

    file: str
    call: str
    kind: str = ""
    field: str = ""
    language: str = ""
    title: str = ""


class Check(Struct, frozen=True):
    """Check a draft."""

    file: str
    as_json: bool = False


class Budget(Struct, frozen=True):
    """Show the grant of a draft."""

    file: str
    as_json: bool = False


class Export(Struct, frozen=True):
    """Write the proposal as Word file, and as PDF and Excel workbook if these are named.

    `partner`, `reply_by` and `beside` (the second language) are for the profile `partners`.
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
    """Import reviewed Word files; `accept` is empty, `all` or `none`."""

    file: str
    reviewed: tuple[str, ...]
    accept: str = ""
    as_json: bool = False


class History(Struct, frozen=True):
    """List the versions of a draft, or write the version `restore` to `output`."""

    file: str
    restore: str = ""
    output: str = ""
    as_json: bool = False


Request = ShowText | Calls | New | Check | Budget | Export | Merge | History
