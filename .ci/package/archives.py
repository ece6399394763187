"""The packaged program as one file to unpack: tar.xz, zip, and the disk image of macOS."""

from __future__ import annotations

import os
import platform
import sys
import tarfile
import zipfile
from pathlib import Path

from package import build
from package.info import BUILD, COMMAND, DIST, NAME, VERSION

PORTABLE_DATA = "ErasmusDeskData"
"""The folder beside the program that makes it portable (`erasmus_desk/paths.py`)."""


def build_portable() -> Path:
    """Pack the program with its empty data folder, so that it writes nowhere else."""
    DIST.mkdir(exist_ok=True)
    (build.FOLDER / PORTABLE_DATA).mkdir(exist_ok=True)
    try:
        if os.name == "nt":
            return _zip(DIST / f"{COMMAND}-{VERSION}-windows-{_machine()}-portable.zip")
        return _tar(DIST / f"{COMMAND}-{VERSION}-{sys.platform}-{_machine()}-portable.tar.xz")
    finally:
        (build.FOLDER / PORTABLE_DATA).rmdir()


def build_dmg() -> Path:
    """Make the disk image of macOS with the bundle and a link to the applications."""
    target = DIST / f"{COMMAND}-{VERSION}-macos-{_machine()}.dmg"
    DIST.mkdir(exist_ok=True)
    settings = Path(__file__).with_name("dmg_settings.py")
    app = f"app={BUILD / NAME}.app"
    build.run([build.PYTHON, "-m", "dmgbuild", "-s", settings, "-D", app, NAME, target])
    return target


def _machine() -> str:
    return platform.machine().lower()


def _tar(target: Path) -> Path:
    with tarfile.open(target, "w:xz") as archive:
        archive.add(build.FOLDER, COMMAND, filter=_without_owner)
    return target


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _zip(target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(build.FOLDER.rglob("*")):
            archive.write(path, Path(COMMAND) / path.relative_to(build.FOLDER))
    return target
