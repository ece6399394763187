"""Files that AbiWord read and wrote."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from orders import untouched

from tests.core.review_import.corpus.drafts import NAMES

NAME = "abiword"


def version() -> str:
    """Give the program's name and version, nothing where it is not here."""
    if not shutil.which("abiword"):
        return ""
    said = subprocess.run(["abiword", "--version"], capture_output=True, text=True, check=True)
    return f"AbiWord {said.stdout.strip()}"


def make(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Write the files; give what each has to bring home."""
    orders = [untouched(name) for name in NAMES]
    for one in orders:
        # The program keeps the name of what it read, so the name must tell nothing.
        source = work / one.file
        shutil.copyfile(one.source, source)
        command = ["abiword", f"--to={folder / one.file}", str(source)]
        subprocess.run(command, capture_output=True, check=True)
    return {one.file: one.entry() for one in orders}
