"""The set-up program for Windows, made by NSIS (which also runs on Linux)."""

from __future__ import annotations

import shutil
from pathlib import Path

from package import build
from package.info import COMMAND, DIST, ROOT, VERSION

SCRIPT = ROOT / ".ci" / "package" / "windows" / "setup.nsi"


def build_setup(folder: Path = build.FOLDER, target: Path | None = None) -> Path:
    """Compile the set-up of the program in a folder. Raises SystemExit."""
    made = target or DIST / f"{COMMAND}-{VERSION}-windows-setup.exe"
    made.parent.mkdir(exist_ok=True)
    compiler = shutil.which("makensis")
    if compiler is None:
        message = "makensis is not here. On Debian: apt-get install nsis"
        raise SystemExit(message)
    given = {"VERSION": VERSION, "PROGRAM": folder, "RESOURCES": ROOT / "resources"}
    given |= {"LICENCE": ROOT / "LICENSE", "MADE": made}
    options = [f"-D{name}={value}" for name, value in given.items()]
    build.run([compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, SCRIPT])
    return made
