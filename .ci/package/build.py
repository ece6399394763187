"""The build of the packaged program: environment, PyInstaller, less of Python, notices."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import set_up
from package import notices
from package.info import BUILD, COMMAND, NAME, ROOT

HERE = ROOT / ".ci" / "package"
ENVIRONMENT = BUILD / "env"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PINS = (ROOT / "requirements.txt", HERE / "requirements.txt")
FOLDER = BUILD / COMMAND
"""The packaged program; on macOS a bundle is made of it too."""


def build() -> Path:
    """Build the program and return its folder. Raises SystemExit with the reason of a failure."""
    make_environment()
    run([PYTHON, ROOT / ".ci" / "build_translations.py"])
    shutil.rmtree(FOLDER, ignore_errors=True)
    notices.write(BUILD / notices.FILE, PYTHON)
    command = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", BUILD, "--workpath", BUILD / "work", HERE / "erasmus-desk.spec"]
    run([*command, *places])
    strip_python()
    for name, shown in ((notices.FILE, notices.FILE), ("LICENSE", "LICENSE.txt")):
        shutil.copyfile(FOLDER / "_internal" / name, FOLDER / shown)
    notices.add_libraries(FOLDER / notices.FILE, FOLDER)
    return FOLDER


def make_environment() -> None:
    """Make an environment with the pins of the program and of PyInstaller, and nothing else.

    Where `PYTHON` was named from outside, it is that environment.
    """
    BUILD.mkdir(parents=True, exist_ok=True)
    if ENVIRONMENT not in PYTHON.parents:
        return
    uv = set_up.find_uv()
    environment = set_up.uv_environment()
    if not PYTHON.exists():
        run([uv, "venv", "--quiet", "--python", sys.executable, ENVIRONMENT], environment)
    sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, *PINS]
    run(sync, environment)


def strip_python() -> None:
    """Take out of Python's own files the symbols for debuggers, and the folders of this machine."""
    if sys.platform != "linux":
        return
    inner = FOLDER / "_internal"
    python = [*inner.glob("libpython*.so*"), *(inner / python_folder()).rglob("*.so")]
    others = [*inner.glob("lxml/**/*.so"), *inner.glob("msgspec/*.so")]
    for tool, files in (
        (["strip", "--strip-unneeded"], [*python, *others]),
        (["patchelf", "--remove-rpath"], python),
    ):
        if shutil.which(tool[0]):
            run([*tool, *files])
        else:
            print(f"{tool[0]} is not here: the package is larger, or names folders of this machine")


def python_folder() -> str:
    """Return the name of the folder with Python's own extension modules."""
    return f"python{sysconfig.get_python_version()}"


def main_program() -> Path:
    """Return the file that starts the program with its commands."""
    if sys.platform == "darwin":
        return BUILD / f"{NAME}.app" / "Contents" / "MacOS" / COMMAND
    return FOLDER / (f"{COMMAND}.exe" if os.name == "nt" else COMMAND)


def run(command: list[str | Path], environment: dict[str, str] | None = None) -> None:
    """Run a command that must succeed. Raises SystemExit."""
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        message = f"This failed with code {done.returncode}: {' '.join(map(str, command[:6]))} …"
        raise SystemExit(message)
