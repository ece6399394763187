"""`make returned`: write the stored part of the corpus again, with the programs installed here.

For authors only: the tests read what is stored under tests/returned and need none of the
programs. Files of a program that is not installed stay as they are; if the drafts or the sent
files have changed, they must be made again too.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import abiword  # noqa: E402 - the checkout must be on the path first
import docx_js  # noqa: E402
import libreoffice  # noqa: E402
import pandoc  # noqa: E402
import python_docx  # noqa: E402
import superdoc  # noqa: E402

from tests.core.review_import.corpus.drafts import (  # noqa: E402
    NAMES,
    RETURNED,
    load_model,
    write_drafts,
)


class Program(Protocol):
    """A module that drives one program."""

    def version(self) -> str:
        """Return name and version of the program, empty if it is not installed."""
        ...

    def make(self, folder: Path, work: Path, /) -> dict[str, dict[str, Any]]:
        """Write the files; return the expected import of each."""
        ...


PROGRAMS: dict[str, Program] = {
    libreoffice.NAME: libreoffice,
    pandoc.NAME: pandoc,
    python_docx.NAME: python_docx,
    superdoc.NAME: superdoc,
    docx_js.NAME: docx_js,
    abiword.NAME: abiword,
}


def main() -> int:
    """Write drafts, sent files, and what each program makes of them."""
    write_drafts()
    sent = RETURNED / "sent"
    sent.mkdir(exist_ok=True)
    for name in NAMES:
        (sent / f"{name}.docx").write_bytes(load_model(name).content)
    asked = sys.argv[1:]
    for name, program in PROGRAMS.items():
        if not asked or name in asked:
            _write_files(name, program)
    return 0


def _write_files(name: str, program: Program) -> None:
    version = program.version()
    if not version:
        print(f"{name}: not here")
        return
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as work:
        files = program.make(Path(made), Path(work))
        folder = RETURNED / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file in sorted(files):
            shutil.copyfile(Path(made) / file, folder / file)
    listed = {"written by": version, "files": files}
    text = json.dumps(listed, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "expected.json").write_text(f"{text}\n", encoding="utf-8")
    print(f"{name}: {len(files)} files by {version}")


if __name__ == "__main__":
    sys.exit(main())
