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

PROGRAMS = (libreoffice, pandoc, python_docx, superdoc, docx_js, abiword)


def main() -> int:
    """Write drafts, sent files, and what each program makes of them."""
    write_drafts()
    sent = RETURNED / "sent"
    sent.mkdir(exist_ok=True)
    for name in NAMES:
        (sent / f"{name}.docx").write_bytes(load_model(name).content)
    asked = sys.argv[1:]
    for program in PROGRAMS:
        if not asked or program.NAME in asked:
            _made(program)
    return 0


def _made(program: object) -> None:
    name: str = program.NAME
    version: str = program.version()
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
