"""The arguments of the commands, read with argparse and told in the reader's language."""

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
    Tell,
)
from erasmus_desk.errors import Misuse
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.i18n.messages import Sentences

PROGRAM = "erasmus-desk"

_Say = Callable[..., str]


def parse(arguments: Sequence[str], sentences: Sentences) -> Request:
    """Read the arguments. Raises Misuse, which names the help to look at."""
    try:
        found = _parser(sentences.say).parse_args(arguments)
    except _Told as told:
        return Tell(str(told))
    match found.command:
        case "calls":
            asked: Request = Calls(found.json)
        case "new":
            asked = New(
                found.file, found.call, found.kind, found.field, found.language, found.title
            )
        case "check":
            asked = Check(found.file, found.json)
        case "budget":
            asked = Budget(found.file, found.json)
        case "merge":
            asked = Merge(found.file, tuple(found.reviewed), found.accept, found.json)
        case "history":
            asked = _past(found, sentences.say)
        case _:
            asked = _wished(found)
    return asked


def _wished(found: argparse.Namespace) -> Export:
    """Give what to export; who names a partner wants the file for it."""
    usual = Profile.PARTNERS if found.partner else Profile.CLEAN
    profile = Profile(found.profile) if found.profile else usual
    house, sheet = found.template, found.sheet
    partner, reply_by, beside = found.partner, found.reply_by, found.beside
    whole = found.file, found.output, profile, found.language, house, sheet, found.pdf
    return Export(*whole, partner, reply_by, beside)


def _past(found: argparse.Namespace, say: _Say) -> History:
    """Give which states to show; a state is restored into a file that is named, or not at all."""
    if bool(found.restore) != bool(found.output):
        raise Misuse(detail=say("history.both"), command=f"{PROGRAM} history")
    return History(found.file, found.restore, found.output, found.json)


class _Told(Exception):
    """Help or version was asked for: the reading of the arguments ends there."""


class _Tell(argparse.Action):
    """Ends the reading with a text: `const`, or the help of the parser."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise _Told(self.const or parser.format_help().rstrip())


class _Parser(argparse.ArgumentParser):
    """Refuses by an error of ours and never ends the process."""

    usage_word = ""

    def error(self, message: str) -> NoReturn:
        raise Misuse(detail=message, command=self.prog)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.usage_word, 1)


def _parser(say: _Say) -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE | COMMAND …]",
        description=say("help.about"),
        add_help=False,
        allow_abbrev=False,
    )
    options = _options(parser, say)
    version = f"{PROGRAM} {__version__}"
    about = say("help.version")
    options.add_argument("--version", action=_Tell, nargs=0, const=version, help=about)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=say("help.commands")
    )
    for name, fill in (
        ("calls", _calls),
        ("new", _new),
        ("check", _reported),
        ("budget", _reported),
        ("export", _export),
        ("merge", _merge),
        ("history", _history),
    ):
        about = say(f"help.{name}")
        one = commands.add_parser(
            name,
            prog=f"{PROGRAM} {name}",
            help=about,
            description=about,
            add_help=False,
            allow_abbrev=False,
        )
        fill(one, say)
    return parser


def _options(parser: _Parser, say: _Say) -> argparse._ArgumentGroup:  # pyright: ignore[reportPrivateUsage]
    """Give the group of the options; argparse's own groups have English titles only."""
    parser.usage_word = say("help.usage")
    options = parser.add_argument_group(say("help.options"))
    options.add_argument("-h", "--help", action=_Tell, nargs=0, help=say("help.help"))
    return options


def _file(parser: _Parser, say: _Say, about: str = "help.file") -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    arguments.add_argument("file", metavar="FILE", help=say(about))


def _calls(parser: _Parser, say: _Say) -> None:
    _options(parser, say).add_argument("--json", action="store_true", help=say("help.json"))


def _new(parser: _Parser, say: _Say) -> None:
    _file(parser, say, "help.new-file")
    options = _options(parser, say)
    options.add_argument("--call", metavar="ID", required=True, help=say("help.call"))
    # Whether a kind and a field must be named is for the call to say: some have none.
    options.add_argument("--kind", metavar="KIND", default="", help=say("help.kind"))
    options.add_argument("--field", metavar="FIELD", default="", help=say("help.field"))
    language = say("help.proposal-language")
    options.add_argument("--language", metavar="LANG", default="", help=language)
    options.add_argument("--title", metavar="TITLE", default="", help=say("help.title"))


def _reported(parser: _Parser, say: _Say) -> None:
    _file(parser, say)
    _options(parser, say).add_argument("--json", action="store_true", help=say("help.json"))


def _export(parser: _Parser, say: _Say) -> None:
    _file(parser, say)
    options = _options(parser, say)
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


def _merge(parser: _Parser, say: _Say) -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    arguments.add_argument("file", metavar="FILE", help=say("help.file"))
    reviewed = say("help.reviewed")
    arguments.add_argument("reviewed", metavar="REVIEWED.docx", nargs="+", help=reviewed)
    options = _options(parser, say)
    accept = say("help.accept")
    choices = ("all", "none")
    shown = "|".join(choices)
    options.add_argument("--accept", choices=choices, metavar=shown, default="", help=accept)
    options.add_argument("--json", action="store_true", help=say("help.json"))


def _history(parser: _Parser, say: _Say) -> None:
    _file(parser, say)
    options = _options(parser, say)
    options.add_argument("--restore", metavar="STATE", default="", help=say("help.restore"))
    output = say("help.restored")
    options.add_argument("-o", dest="output", metavar="OTHER.erasmus", default="", help=output)
    options.add_argument("--json", action="store_true", help=say("help.json"))
