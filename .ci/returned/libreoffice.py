"""Files that LibreOffice wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from orders import Order, build_order, build_untouched
from tasks import MAKERS

from tests.core.review_import.corpus.drafts import NAMES
from tests.core.review_import.corpus.expected import Remark

NAME = "libreoffice"
_PYTHON = "/usr/bin/python3"
_DRIVER = Path(__file__).with_name("office.py")
_SMALL = ("partner-en", "partner-nl", "garden-fr")
_TABLES = ("cell changed", "row added", "row removed")
_LARGE = ("innovation-en", "practice-nl", "packages-en", "activities-nl")
_WITH_TABLES = _SMALL[:2]
_LARGE_ONLY = ("section moved",)


def version() -> str:
    """Return name and version of the program, empty if it is not installed."""
    if not shutil.which("soffice"):
        return ""
    known = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    if known.returncode:
        return ""
    said = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True)
    return " ".join(said.stdout.split()[:2])


def make(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    orders = [(one, ()) for one in _plain()] + [(one, (".odt",)) for one in _through_odt()]
    lines = "\n".join(
        json.dumps(
            {
                "source": str(one.source),
                "target": str(folder / one.file),
                "actions": one.actions,
                "through": through,
            }
        )
        for one, through in orders
    )
    command = [_PYTHON, str(_DRIVER), str(work / "profile")]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        if "problem" in answer:
            print(f"  {Path(answer['target']).name}: {answer['problem']}")
    made = {Path(one["target"]).name for one in answers if "problem" not in one}
    return {one.file: _as_here(one).entry() for one, _ in orders if one.file in made}


def _as_here(one: Order) -> Order:
    """Return an order with what LibreOffice can preserve: a reply is a comment of its own."""
    apart = tuple(
        Remark(said.key, (text,), said.is_done)
        for said in one.expected.remarks
        for text in said.texts
    )
    return replace(one, expected=replace(one.expected, remarks=apart))


def _plain() -> list[Order]:
    orders = [build_untouched(name) for name in NAMES]
    for number, title in enumerate(MAKERS):
        if title in _LARGE_ONLY:
            orders.append(build_order(title, _LARGE[0], number))
            continue
        if title.startswith("empty filled"):
            orders += [build_order(title, name, 1) for name in ("partner-en", "innovation-en")]
            continue
        if title in _TABLES:
            orders += [build_order(title, name, number) for name in _WITH_TABLES]
            continue
        orders.append(build_order(title, _SMALL[number % 3], number))
        if number % 2:
            orders.append(build_order(title, _LARGE[number // 2 % 4], 4 * number + 2))
    return orders


def _through_odt() -> list[Order]:
    titles = ("word typed", "typed tracked", "comment", "cell changed", "struck tracked")
    found = [build_untouched(name, "untouched odt") for name in NAMES]
    for number, title in enumerate(titles):
        one = build_order(title, _SMALL[number % 2], number + 1)
        found.append(replace(one, name=f"{one.name} odt"))
    return found
