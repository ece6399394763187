"""Files that SuperDoc wrote: an editor of its own kind, from the npm registry.

Set `SUPERDOC` to its program, which is in the package @superdoc-dev/cli-linux-x64.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orders import Order, build_order, build_untouched

from tests.core.review_import.corpus.drafts import NAMES

NAME = "superdoc"
_EDITED = ("word typed", "word struck", "word replaced", "cell changed")
_TRACKED = ("typed tracked", "struck tracked", "replaced tracked")
_SMALL = ("partner-en", "partner-nl", "garden-fr")
_USER = "Ana Peeters"


def version() -> str:
    """Return name and version of the program, empty if it is not installed."""
    program = os.environ.get("SUPERDOC", "")
    if not program:
        return ""
    about = json.loads((Path(program).parents[1] / "package.json").read_text(encoding="utf-8"))
    return f"SuperDoc {about['version']} (npm)"


def make(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    orders = [build_untouched(name) for name in NAMES]
    for number, title in enumerate(
        (*_EDITED, *_TRACKED, "comment", "comment answered", "comment resolved")
    ):
        names = [one for one in _SMALL if title != "cell changed" or one != "garden-fr"]
        orders += [build_order(title, name, number) for name in names[:2]]
    orders += [
        build_order("word typed", "innovation-en", 9),
        build_order("typed tracked", "practice-nl", 5),
    ]
    made: dict[str, dict[str, Any]] = {}
    editor = _Editor(work)
    for one in orders:
        try:
            editor.carry_out(one, folder / one.file)
            made[one.file] = one.entry()
        except (subprocess.CalledProcessError, LookupError) as problem:
            print(f"  {one.file}: {problem}")
    return made


class _Editor:
    """The program, without network and with a home folder of its own."""

    def __init__(self, work: Path) -> None:
        self._work, self._newest = work, ""
        self._apart = ["unshare", "-n"] if shutil.which("unshare") and os.geteuid() == 0 else []

    def carry_out(self, one: Order, target: Path) -> None:
        source = self._work / "sent.docx"
        shutil.copyfile(one.source, source)
        self._run("open", str(source), "--user-name", _USER)
        tracked = any(action["do"] == "track" for action in one.actions)
        try:
            for action in one.actions:
                self._act(action, "tracked" if tracked else "direct")
            self._run("save", "--out", str(target), "--force")
        finally:
            self._run("close", "--discard")

    def _act(self, action: Mapping[str, Any], mode: str) -> None:
        how = ("--change-mode", mode)
        match action["do"]:
            case "type":
                block, _, end = self._place(action["behind"])
                where = ("--block-id", block, "--offset", str(end))
                self._run("insert", *where, "--value", action["text"], *how)
            case "strike":
                block, start, end = self._place(action["words"])
                where = ("--block-id", block, "--start", str(start), "--end", str(end))
                self._run("delete", *where, *how)
            case "replace":
                block, start, end = self._place(action["words"])
                where = ("--block-id", block, "--start", str(start), "--end", str(end))
                self._run("replace", *where, "--text", action["text"], *how)
            case "comment":
                block, start, end = self._place(action["on"])
                where = ("--block-id", block, "--start", str(start), "--end", str(end))
                answer = self._run("comments", "create", *where, "--text", action["text"])
                self._newest = str(answer["receipt"]["id"])
                if action.get("resolved"):
                    self._run("comments", "resolve", "--id", self._newest)
            case "reply":
                number = self._newest
                self._run("comments", "reply", "--parent-id", number, "--text", action["text"])
            case _:
                pass

    def _place(self, words: str) -> tuple[str, int, int]:
        """Return the block that words are in, with start and end."""
        chosen = json.dumps({"type": "text", "pattern": words})
        found = self._run("query", "match", "--select-json", chosen, "--require", "first")
        match = found["items"][0]["blocks"][0]
        return match["blockId"], match["range"]["start"], match["range"]["end"]

    def _run(self, *words: str) -> dict[str, Any]:
        """Run a command of the program and return its result. Raises LookupError if it failed."""
        home = {**os.environ, "HOME": str(self._work), "SUPERDOC_CLI_STATE_DIR": str(self._work)}
        command = [*self._apart, os.environ["SUPERDOC"], *words]
        done = subprocess.run(command, env=home, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        answer: dict[str, Any] = json.loads(lines[-1]) if lines else {}
        if not answer.get("ok"):
            raise LookupError((words[:2], answer.get("error"), done.stderr[-300:]))
        return answer["data"].get("result", answer["data"])
