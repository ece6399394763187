"""What argparse says of wrong arguments, in the user's language: it has English sentences only."""

from __future__ import annotations

import re
from typing import Protocol

_MISUSES = (
    ("missing", re.compile("the following arguments are required: (?P<found>.*)")),
    ("unknown", re.compile("unrecognized arguments: (?P<found>.*)", re.DOTALL)),
    ("no-value", re.compile("argument (?P<found>.*): ignored explicit argument .*", re.DOTALL)),
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
