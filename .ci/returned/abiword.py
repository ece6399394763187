"""Files that AbiWord read and wrote."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from orders import build_untouched

from tests.core.review_import.corpus.drafts import NAMES

NAME = "abiword"


def version() -> str:
    """Return name and version of the program, empty if it is not installed."""
    if not shutil.which("abiword"):
        return ""
    said = subprocess.run(["abiword", "--version"], capture_output=True, text=True, check=True)
    return f"AbiWord {said.stdout.strip()}"


def make(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    """Write the files; return the expected import of each."""
    orders = [build_untouched(name) for name in NAMES]
    for one in orders:
        # The program keeps the name of what it read, so the name must tell nothing.
        source = work / one.file
        shutil.copyfile(one.source, source)
        command = ["abiword", f"--to={folder / one.file}", str(source)]
        subprocess.run(command, capture_output=True, check=True)
    return {one.file: one.entry() for one in orders}
