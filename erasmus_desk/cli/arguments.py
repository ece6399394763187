"""The command-line arguments, parsed with argparse, with help in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from erasmus_desk import __version__
from erasmus_desk.cli.requests import (
    Budget,
    Calls,
    Check,
    Export,
    History,
    Merge,
    New,
    Request,
    ShowText,
)
from erasmus_desk.errors import UsageError
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.i18n.messages import Messages

PROGRAM = "erasmus-desk"

_Say = Callable[..., str]


def parse(arguments: Sequence[str], messages: Messages) -> Request:
    """Parse the arguments. Raises Misuse, which names the command whose help to read."""
    try:
        parsed = _build_parser(messages.format_message).parse_args(arguments)
    except _TextRequested as shown:
        return ShowText(str(shown))
    match parsed.command:
        case "calls":
            request: Request = Calls(parsed.json)
        case "new":
            request = New(
                parsed.file, parsed.call, parsed.kind, parsed.field, parsed.language, parsed.title
            )
        case "check":
            request = Check(parsed.file, parsed.json)
        case "budget":
            request = Budget(parsed.file, parsed.json)
        case "merge":
            request = Merge(parsed.file, tuple(parsed.reviewed), parsed.accept, parsed.json)
        case "history":
            request = _build_history(parsed, messages.format_message)
        case _:
            request = _build_export(parsed)
    return request


def _build_export(parsed: argparse.Namespace) -> Export:
    """Build the request for an export; with a partner, the default profile is `partners`."""
    default = Profile.PARTNERS if parsed.partner else Profile.CLEAN
    profile = Profile(parsed.profile) if parsed.profile else default
    general = parsed.output, profile, parsed.language, parsed.template, parsed.sheet, parsed.pdf
    return Export(parsed.file, *general, parsed.partner, parsed.reply_by, parsed.beside)


def _build_history(parsed: argparse.Namespace, say: _Say) -> History:
    """Build the request for the history. Raises Misuse unless a version and a file go together."""
    if bool(parsed.restore) != bool(parsed.output):
        raise UsageError(detail=say("history.both"), command=f"{PROGRAM} history")
    return History(parsed.file, parsed.restore, parsed.output, parsed.json)


class _TextRequested(Exception):
    """Help or version was requested, which ends the parsing."""


class _ShowTextAction(argparse.Action):
    """An option that ends the parsing with a text: `const`, or the help of the parser."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise _TextRequested(self.const or parser.format_help().rstrip())


class _Help(argparse.HelpFormatter):
    """Keeps the lines of a text; what is indented, such as a command to copy, is not wrapped."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        lines = text.splitlines()
        return "\n".join(one if one[:1] == " " else fill(one, width, indent) for one in lines)


class _Parser(argparse.ArgumentParser):
    """A parser that raises Misuse instead of ending the process."""

    usage_word = ""

    def error(self, message: str) -> NoReturn:
        raise UsageError(detail=message, command=self.prog)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.usage_word, 1)


def _build_parser(say: _Say) -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE | COMMAND …]",
        description=say("help.about"),
        epilog=say("help.end"),
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
    )
    options = _add_options(parser, say)
    version = f"{PROGRAM} {__version__}"
    about = say("help.version")
    options.add_argument("--version", action=_ShowTextAction, nargs=0, const=version, help=about)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=say("help.commands")
    )
    for name, fill in (
        ("calls", _add_calls),
        ("new", _add_new),
        ("check", _add_report),
        ("budget", _add_report),
        ("export", _add_export),
        ("merge", _add_merge),
        ("history", _add_history),
    ):
        one = commands.add_parser(
            name,
            prog=f"{PROGRAM} {name}",
            help=say(f"help.{name}"),
            description=say(f"help.{name}.about"),
            epilog=say(f"help.{name}.end"),
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        fill(one, say)
    return parser


def _add_options(parser: _Parser, say: _Say) -> argparse._ArgumentGroup:  # pyright: ignore[reportPrivateUsage]
    """Add the group of options; argparse's own groups have English titles only."""
    parser.usage_word = say("help.usage")
    options = parser.add_argument_group(say("help.options"))
    options.add_argument("-h", "--help", action=_ShowTextAction, nargs=0, help=say("help.help"))
    return options


def _add_file(parser: _Parser, say: _Say, about: str = "help.file") -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    arguments.add_argument("file", metavar="FILE", help=say(about))


def _add_calls(parser: _Parser, say: _Say) -> None:
    _add_options(parser, say).add_argument("--json", action="store_true", help=say("help.json"))


def _add_new(parser: _Parser, say: _Say) -> None:
    _add_file(parser, say, "help.new-file")
    options = _add_options(parser, say)
    options.add_argument("--call", metavar="ID", required=True, help=say("help.call"))
    # Optional here: the call decides whether a kind and a field are required.
    options.add_argument("--kind", metavar="KIND", default="", help=say("help.kind"))
    options.add_argument("--field", metavar="FIELD", default="", help=say("help.field"))
    language = say("help.proposal-language")
    options.add_argument("--language", metavar="LANG", default="", help=language)
    options.add_argument("--title", metavar="TITLE", default="", help=say("help.title"))


def _add_report(parser: _Parser, say: _Say) -> None:
    _add_file(parser, say)
    _add_options(parser, say).add_argument("--json", action="store_true", help=say("help.json"))


def _add_export(parser: _Parser, say: _Say) -> None:
    _add_file(parser, say)
    options = _add_options(parser, say)
    output = say("help.output")
    options.add_argument("-o", dest="output", metavar="OUT.docx", default="", help=output)
    profiles = [profile.value for profile in Profile]
    options.add_argument(
        "--profile",
        choices=profiles,
        metavar="|".join(profiles),
        default="",
        help=say("help.profile", default=Profile.CLEAN.value),
    )
    language = say("help.word-language")
    options.add_argument("--language", metavar="LANG", default="", help=language)
    template = say("help.template")
    options.add_argument("--template", metavar="HOUSE.docx", default="", help=template)
    options.add_argument("--sheet", metavar="OUT.xlsx", default="", help=say("help.sheet"))
    options.add_argument("--pdf", metavar="OUT.pdf", default="", help=say("help.pdf"))
    options.add_argument("--partner", metavar="NAME|all", default="", help=say("help.partner"))
    options.add_argument("--reply-by", metavar="DATE", default="", help=say("help.reply-by"))
    options.add_argument("--beside", metavar="LANG|none", default="", help=say("help.beside"))


def _add_merge(parser: _Parser, say: _Say) -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    arguments.add_argument("file", metavar="FILE", help=say("help.file"))
    reviewed = say("help.reviewed")
    arguments.add_argument("reviewed", metavar="REVIEWED.docx", nargs="+", help=reviewed)
    options = _add_options(parser, say)
    accept = say("help.accept")
    choices = ("all", "none")
    shown = "|".join(choices)
    options.add_argument("--accept", choices=choices, metavar=shown, default="", help=accept)
    options.add_argument("--json", action="store_true", help=say("help.json"))


def _add_history(parser: _Parser, say: _Say) -> None:
    _add_file(parser, say)
    options = _add_options(parser, say)
    options.add_argument("--restore", metavar="VERSION", default="", help=say("help.restore"))
    output = say("help.restored")
    options.add_argument("-o", dest="output", metavar="OTHER.erasmus", default="", help=output)
    options.add_argument("--json", action="store_true", help=say("help.json"))
