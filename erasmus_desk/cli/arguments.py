"""The requests to the command line, parsed with argparse, with help in the user's language.

Omitted arguments are empty.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from msgspec import Struct

from erasmus_desk import __version__
from erasmus_desk.cli.misuse import FormatMessage, OneValue, describe_misuse
from erasmus_desk.draft.papers import PaperworkKind
from erasmus_desk.errors import UsageError
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.i18n.messages import Messages

PROGRAM = "erasmus-desk"


class ShowText(Struct, frozen=True):
    """Show the help or the version."""

    text: str


class Calls(Struct, frozen=True):
    """List the calls included; or check those in a folder, make a file of one, or add one."""

    check: str = ""
    pack: str = ""
    output: str = ""
    add: str = ""
    as_json: bool = False


class New(Struct, frozen=True):
    """Create a draft."""

    file: str
    call: str
    kind: str = ""
    field: str = ""
    language: str = ""
    title: str = ""
    earlier: str = ""


class Carry(Struct, frozen=True):
    """Make a draft of the call `call` from a draft of another one."""

    file: str
    call: str
    output: str = ""
    as_json: bool = False


class Check(Struct, frozen=True):
    """Check a draft, with sentences in `language`; the spelling too if that is wanted."""

    file: str
    as_json: bool = False
    language: str = ""
    spelling: bool = False


class Budget(Struct, frozen=True):
    """Show the grant of a draft, with sentences in `language`."""

    file: str
    as_json: bool = False
    language: str = ""


class Export(Struct, frozen=True):
    """Write the proposal as Word file, and as PDF and Excel workbook if these are named.

    `partner`, `reply_by` and `beside` (the second language) are for the profile `partners`.
    `budget` is `lines` for every line of it, by default the profile decides. `papers` are written
    instead of the proposal.
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
    budget: str = ""
    papers: str = ""


class Merge(Struct, frozen=True):
    """Import reviewed Word files; `accept` is empty, `all` or `none`."""

    file: str
    reviewed: Sequence[str]
    accept: str = ""
    as_json: bool = False


class History(Struct, frozen=True):
    """List the versions of a draft, or write the version `restore` to `output`."""

    file: str
    restore: str = ""
    output: str = ""
    as_json: bool = False


class BackupList(Struct, frozen=True):
    """List all backups, also those in `folder`, or write the backup `restore` to `output`."""

    folder: str = ""
    restore: str = ""
    output: str = ""
    as_json: bool = False


class DesktopEntry(Struct, frozen=True):
    """Write the menu entry, file type and icon of the user, or remove them."""

    install: bool = False
    remove: bool = False


Request = (
    ShowText
    | Calls
    | New
    | Carry
    | Check
    | Budget
    | Export
    | Merge
    | History
    | BackupList
    | DesktopEntry
)


def parse(arguments: Sequence[str], messages: Messages) -> Request:
    """Parse the arguments. Raises UsageError, which names the command whose help to read."""
    format_message = messages.format_message
    try:
        parsed = vars(_build_parser(format_message).parse_args(arguments))
    except _TextRequested as shown:
        return ShowText(str(shown))
    name = parsed.pop("command")
    if name in _RESTORING and bool(parsed["restore"]) != bool(parsed["output"]):
        raise UsageError(detail=format_message(f"{name}.both"), command=f"{PROGRAM} {name}")
    if name == "calls":
        _refuse_several(parsed, format_message)
    if name == "desktop-entry" and parsed["install"] == parsed["remove"]:
        raise UsageError(detail=format_message("desktop-entry.one"), command=f"{PROGRAM} {name}")
    if name == "export":
        default = Profile.PARTNERS if parsed["partner"] else Profile.CLEAN
        parsed["profile"] = Profile(parsed["profile"] or default)
    return _COMMANDS[name].request(**parsed)


def _refuse_several(parsed: Mapping[str, str], format_message: FormatMessage) -> None:
    """Raise UsageError for several tasks at once, and for a file without a call to put in it."""
    tasks = [one for one in ("check", "pack", "add") if parsed[one]]
    if len(tasks) > 1 or (parsed["output"] and "pack" not in tasks):
        raise UsageError(detail=format_message("calls.one"), command=f"{PROGRAM} calls")


class _Option(Struct, frozen=True):
    """An option whose help is the message `help.<help>`; without `metavar` it has no value."""

    flag: str
    metavar: str
    help: str
    choices: tuple[str, ...] | None = None
    is_required: bool = False
    may_be_empty: bool = False


class _Command(Struct, frozen=True):
    """The request that a command makes, and its arguments: `file` names the help of the file."""

    request: Callable[..., Request]
    options: tuple[_Option, ...] = ()
    file: str = "file"
    has_json: bool = True


_PROFILES = tuple(profile.value for profile in Profile)
_BUDGET = ("totals", "lines")
_PAPERS = tuple(kind.value for kind in PaperworkKind)
_ACCEPT = ("all", "none")
_MESSAGE_LANGUAGE = _Option("--language", "LANG", "message-language")
_MEMBERS = {"-o": "output", "--from": "earlier", "--to": "call"}
"""The members of requests that are not named as their options."""
_RESTORING = ("history", "backups")
_COMMANDS: Mapping[str, _Command] = {
    "calls": _Command(
        Calls,
        (
            _Option("--check", "FOLDER", "calls-check"),
            _Option("--pack", "FOLDER", "calls-pack"),
            _Option("-o", "FILE", "calls-output"),
            _Option("--add", "FILE", "calls-add"),
        ),
        file="",
    ),
    "new": _Command(
        New,
        (
            _Option("--call", "ID", "call", is_required=True),
            # Optional here: the call decides whether a kind and a field are required.
            _Option("--kind", "KIND", "kind"),
            _Option("--field", "FIELD", "field"),
            _Option("--language", "LANG", "proposal-language"),
            _Option("--title", "TITLE", "title", may_be_empty=True),
            _Option("--from", "EARLIER.docx", "from"),
        ),
        file="new-file",
        has_json=False,
    ),
    "carry": _Command(
        Carry,
        (
            _Option("--to", "ID", "carry-to", is_required=True),
            _Option("-o", "NEW.erasmus", "carried"),
        ),
    ),
    "check": _Command(Check, (_MESSAGE_LANGUAGE, _Option("--spelling", "", "check-spelling"))),
    "budget": _Command(Budget, (_MESSAGE_LANGUAGE,)),
    "export": _Command(
        Export,
        (
            _Option("-o", "OUT.docx", "output"),
            _Option("--profile", "|".join(_PROFILES), "profile", _PROFILES),
            _Option("--language", "LANG", "word-language"),
            _Option("--template", "HOUSE.docx", "template"),
            _Option("--sheet", "OUT.xlsx", "sheet"),
            _Option("--pdf", "OUT.pdf", "pdf"),
            _Option("--partner", "NAME|all", "partner"),
            _Option("--reply-by", "DATE", "reply-by"),
            _Option("--beside", "LANG|none", "beside"),
            _Option("--budget", "|".join(_BUDGET), "budget-lines", _BUDGET),
            _Option("--papers", "|".join(_PAPERS), "papers", _PAPERS),
        ),
        has_json=False,
    ),
    "merge": _Command(Merge, (_Option("--accept", "|".join(_ACCEPT), "accept", _ACCEPT),)),
    "history": _Command(
        History,
        (
            _Option("--restore", "VERSION", "restore"),
            _Option("-o", "OTHER.erasmus", "restored"),
        ),
    ),
    "backups": _Command(
        BackupList,
        (
            _Option("--folder", "FOLDER", "backups-folder"),
            _Option("--restore", "BACKUP", "backups-restore"),
            _Option("-o", "NEW.erasmus", "restored"),
        ),
        file="",
    ),
    "desktop-entry": _Command(
        DesktopEntry,
        (_Option("--install", "", "entry-install"), _Option("--remove", "", "entry-remove")),
        file="",
        has_json=False,
    ),
}


class _TextRequested(Exception):
    """Help or version was requested, which ends the parsing."""


class _ShowTextAction(argparse.Action):
    """An option that ends the parsing with a text: `const`, or the help of the parser."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- those of argparse
        super().__init__(**options, nargs=0, default=argparse.SUPPRESS)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise _TextRequested(self.const or parser.format_help().rstrip())


class _Help(argparse.HelpFormatter):
    """Keeps the lines of a text; what is indented, such as a command to copy, is not wrapped."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        lines = text.splitlines()
        return "\n".join(one if one[:1] == " " else fill(one, width, indent) for one in lines)


class _Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of ending the process."""

    usage_word = ""
    format_message: FormatMessage

    def error(self, message: str) -> NoReturn:
        raise UsageError(detail=describe_misuse(message, self.format_message), command=self.prog)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.usage_word, 1)


def _build_parser(format_message: FormatMessage) -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE | COMMAND …]",
        description=format_message("help.about"),
        epilog=format_message("help.end"),
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
    )
    options = _add_options(parser, format_message)
    version = f"{PROGRAM} {__version__}"
    about = format_message("help.version")
    options.add_argument("--version", action=_ShowTextAction, const=version, help=about)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=format_message("help.commands")
    )
    for name, command in _COMMANDS.items():
        one = commands.add_parser(
            name,
            prog=f"{PROGRAM} {name}",
            help=format_message(f"help.{name}"),
            description=format_message(f"help.{name}.about"),
            epilog=format_message(f"help.{name}.end"),
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        _add_arguments(one, command, format_message)
    return parser


def _add_arguments(parser: _Parser, command: _Command, format_message: FormatMessage) -> None:
    if command.file:
        arguments = parser.add_argument_group(format_message("help.arguments"))
        arguments.add_argument("file", metavar="FILE", help=format_message(f"help.{command.file}"))
        if command.request is Merge:
            about = format_message("help.reviewed")
            arguments.add_argument("reviewed", metavar="REVIEWED.docx", nargs="+", help=about)
    options = _add_options(parser, format_message)
    for option in command.options:
        if not option.metavar:
            about = format_message(f"help.{option.help}")
            options.add_argument(option.flag, action="store_true", help=about)
            continue
        options.add_argument(
            option.flag,
            action="store" if option.may_be_empty else OneValue,
            dest=_MEMBERS.get(option.flag),
            metavar=option.metavar,
            choices=option.choices,
            required=option.is_required,
            default="",
            help=format_message(f"help.{option.help}", default=Profile.CLEAN.value),
        )
    if command.has_json:
        about = format_message("help.json")
        options.add_argument("--json", dest="as_json", action="store_true", help=about)


def _add_options(parser: _Parser, format_message: FormatMessage) -> argparse._ArgumentGroup:  # pyright: ignore[reportPrivateUsage]
    """Add the group of options; argparse's own groups have English titles only."""
    parser.format_message, parser.usage_word = format_message, format_message("help.usage")
    options = parser.add_argument_group(format_message("help.options"))
    options.add_argument("-h", "--help", action=_ShowTextAction, help=format_message("help.help"))
    return options
