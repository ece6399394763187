"""What argparse says of wrong arguments, in the user's language: it has English sentences only.

And what it lets pass: an option without a value, or with two of which it would forget the first.
"""

from __future__ import annotations

import argparse
import re
from typing import Protocol

_MISUSES = (
    ("missing", re.compile("the following arguments are required: (?P<found>.*)")),
    ("unknown", re.compile("unrecognized arguments: (?P<found>.*)", re.DOTALL)),
    ("no-value", re.compile("argument (?P<found>.*): ignored explicit argument .*", re.DOTALL)),
    ("twice", re.compile("argument (?P<found>.*): given twice")),
    ("empty", re.compile("argument (?P<found>.*): expected .*argument.*")),
    (
        "choice",
        re.compile(
            "argument (?P<found>.*): invalid choice: (?P<quote>['\"])(?P<given>.*)(?P=quote) "
            r"\(choose from (?P<known>.*)\)",
            re.DOTALL,
        ),
    ),
)


class FormatMessage(Protocol):
    """Words a message."""

    def __call__(self, name: str, /, **facts: object) -> str:
        """Return a message by its name, with facts in it."""
        ...


def describe_misuse(message: str, format_message: FormatMessage) -> str:
    """Return a message of argparse in words of `misuse.<kind>`; one that has none as it is."""
    for kind, pattern in _MISUSES:
        if found := pattern.fullmatch(message):
            facts = found.groupdict()
            known = facts.get("known", "").replace("'", "")
            return format_message(f"misuse.{kind}", **facts | {"known": known})
    return message


class OneValue(argparse.Action):
    """An option with one value, which is not empty: that of a script's variable may be."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value. Raises what the parser does of wrong arguments."""
        name = option_string or self.dest
        if not values:
            parser.error(f"argument {name}: expected one argument")
        if getattr(namespace, self.dest) not in ("", values):
            parser.error(f"argument {name}: given twice")
        setattr(namespace, self.dest, values)
