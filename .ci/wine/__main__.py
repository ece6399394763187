"""The program with Python and Qt for Windows, run by Wine on Linux.

    python .ci/wine PYTHON                      the desk, on the display
    python .ci/wine PYTHON -m erasmus_desk ...  a command
    python .ci/wine PYTHON -m pytest ...        tests, without a display (`make wine`)
    python .ci/wine PYTHON --package            build/package/erasmus-desk, tested

PYTHON is a folder with the embeddable CPython 3.11 for Windows, unpacked. Needed are Wine 10 or
newer (`WINE` names another command) and the C compiler `x86_64-w64-mingw32-gcc`. All is made in
`build/wine`, from the same pins as on Linux.

Wine is not Windows: what passes here is tried with the libraries of Windows and its names, locks
and errors of files, not with its fonts, keyboards, screen readers, virus scanners and OneDrive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILT = ROOT / "build" / "wine"
PREFIX = BUILT / "prefix"
LIBRARY = PREFIX / "drive_c" / "windows" / "system32" / "icuuc.dll"
"""A library of Windows: beside Qt it would go into the package."""
VERSION = "3.11"
COMPILER = "x86_64-w64-mingw32-gcc"
FONTS = "Z:/usr/share/fonts/truetype/dejavu"
"""Without a display Qt has no fonts of Windows; without any, nothing has its size."""
KEPT = "KEPT_"
DESK = ["-m", "erasmus_desk"]
TESTS = ["-m", "pytest"]
PACKAGE = ["--package"]
PINS_OF_TESTS = (ROOT / "requirements-dev.txt",)
PINS_OF_PACKAGE = (ROOT / "requirements.txt", ROOT / ".ci" / "package" / "requirements.txt")


def main() -> int:
    """Run Python for Windows in an environment that is made before. Returns its exit code.

    Raises OSError or CalledProcessError for what is not there.
    """
    python, *arguments = sys.argv[1:] or [""]
    if not python:
        print(__doc__, file=sys.stderr)
        return 2
    environment = {**os.environ, "WINEDEBUG": "-all", "WINEPREFIX": str(PREFIX)}
    wine = os.environ.get("WINE", "wine")
    if not LIBRARY.exists():
        PREFIX.mkdir(parents=True, exist_ok=True)
        # Without Wine for 32 bits it says that something failed; nothing of that is needed here.
        subprocess.run([wine, "wineboot", "--init"], env=environment, check=False)
        subprocess.run([COMPILER, "-shared", "-o", LIBRARY, HERE / "icuuc.c"], check=True)
    if arguments == PACKAGE:
        program = make_environment(Path(python), BUILT / "package", PINS_OF_PACKAGE)
        arguments = [str(ROOT / ".ci" / "build_package.py"), "program", "--here"]
    else:
        program = make_environment(Path(python), BUILT / "tests", PINS_OF_TESTS)
        arguments = arguments or DESK
    if arguments[:2] == TESTS:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        environment["QT_QPA_FONTDIR"] = FONTS
    # Wine takes away what is meant for the Qt of Linux; `sitecustomize.py` brings it back.
    given = {name: value for name, value in environment.items() if name.startswith("QT_")}
    environment |= {f"{KEPT}{name}": value for name, value in given.items()}
    return subprocess.run(
        [wine, program, *arguments], cwd=ROOT, env=environment, check=False
    ).returncode


def make_environment(python: Path, folder: Path, pins: tuple[Path, ...]) -> Path:
    """Put Python and the packages of pins into a folder; return the program.

    Raises OSError or CalledProcessError for what is not there.
    """
    program, mark = folder / "python.exe", folder / ".ready"
    if mark.exists():
        return program
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(python, folder)
    packages = folder / "Lib" / "site-packages"
    # The embeddable Python looks nowhere else; a path from / is on drive Z: of Wine.
    name = f"python{VERSION.replace('.', '')}"
    paths = (f"{name}.zip", ".", r"Lib\site-packages", f"Z:{ROOT}", f"Z:{ROOT}/.ci")
    (folder / f"{name}._pth").write_text("\n".join([*paths, "import site", ""]), encoding="utf-8")
    uv = ROOT / ".tools" / "uv" / "bin" / "uv"
    target = ("--target", packages, "--python-platform", "windows", "--python-version", VERSION)
    given = [one for file in pins for one in ("-r", file)]
    install = [uv, "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    subprocess.run([*install, *target, *given], check=True)
    shutil.copy(HERE / "sitecustomize.py", packages)
    mark.touch()
    return program


if __name__ == "__main__":
    sys.exit(main())
