"""The notices of what others made and the package contains, from what is really in it.

Python packages say it in their metadata. What PyInstaller took from the system belongs to packages
of Debian or its kin, which have a file of copyright each.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from package.info import ROOT

FILE = "THIRD-PARTY.txt"
LICENCES = ROOT / ".ci" / "package" / "licences"
# Runs in the environment of the build, which has what the package has.
LIST = """
import json, sys
from importlib.metadata import distributions
found = []
for one in distributions():
    meta = one.metadata
    files = [f for f in one.files or () if ".dist-info/" in str(f) and "LICEN" in str(f).upper()
             or "COPYING" in str(f).upper()]
    found.append({
        "name": meta["Name"], "version": one.version,
        "licence": meta.get("License-Expression") or meta.get("License") or "",
        "kinds": [c.split(" :: ")[-1] for c in meta.get_all("Classifier") or ()
                  if c.startswith("License")],
        "texts": [one.locate_file(f).read_text("utf-8", "replace") for f in files]})
json.dump(found, sys.stdout)
"""
BUILD_ONLY = {
    *("altgraph", "dmgbuild", "ds-store", "ds_store", "mac-alias", "mac_alias", "macholib"),
    *("packaging", "pefile", "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools"),
}
RULE = "=" * 78
QT = """Qt and Qt for Python (PySide6, Shiboken) are used under the GNU Lesser General Public
License, version 3, which follows with the GNU General Public License that it extends. They are
separate libraries in the folder PySide6 of this package: you may replace them by your own build of
the same version. Their source code is published by The Qt Company at https://download.qt.io and
https://code.qt.io; what they contain in turn is listed at https://doc.qt.io/qt-6/licenses-used-in-qt.html.
"""

HUNSPELL = """Hunspell, by László Németh and others, is offered under MPL 1.1, GPL 2 or LGPL 2.1. We
use it, unchanged, by the library in chunspell, under the first. Its source code is published at
https://github.com/hunspell/hunspell."""


def write(target: Path, python: Path) -> None:
    """Write the notices of what `python` has installed, of Qt, Python and our data."""
    parts = ["What others made and this package contains, with the licences.\n"]
    parts += _list_distributions(python)
    parts.append(_section("Qt", "LGPL-3.0-only", [QT, *_own_licences()]))
    parts.append(_section("Python", "PSF-2.0", [_licence_of_python(python)]))
    for name, about in (("icons", "Lucide icons"), ("cities", "GeoNames, cities")):
        text = (ROOT / "resources" / name / "LICENSE.txt").read_text(encoding="utf-8")
        parts.append(_section(about, "", [text]))
    hunspell = (LICENCES / "MPL-1.1.txt").read_text(encoding="utf-8")
    parts.append(_section("Hunspell", "MPL-1.1", [HUNSPELL, hunspell]))
    for notice in sorted((ROOT / "resources" / "dictionaries").glob("*/LICENSE.txt")):
        text = notice.read_text(encoding="utf-8")
        parts.append(_section(f"Dictionary, {notice.parent.name}", "", [text]))
    target.write_text("\n".join(parts), encoding="utf-8")


def add_libraries(target: Path, folder: Path) -> None:
    """Add the notices of the libraries that came from the system into a packaged program."""
    with target.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{section}" for section in _list_system_libraries(folder))


def _section(title: str, licence: str, texts: list[str]) -> str:
    head = f"{title} ({licence})" if licence else title
    return f"{RULE}\n{head}\n{RULE}\n\n" + "\n\n".join(text.strip() for text in texts) + "\n"


def _own_licences() -> Iterator[str]:
    for name in ("LGPL-3.txt", "GPL-3.txt"):
        yield (LICENCES / name).read_text(encoding="utf-8")


def _list_distributions(python: Path) -> Iterator[str]:
    done = subprocess.run([python, "-c", LIST], capture_output=True, encoding="utf-8", check=True)
    for one in sorted(json.loads(done.stdout), key=lambda one: str(one["name"]).lower()):
        if str(one["name"]).lower() not in BUILD_ONLY:
            licence = str(one["licence"]).splitlines()
            kind = licence[0] if len(licence) == 1 else ", ".join(one["kinds"])
            yield _section(f"{one['name']} {one['version']}", kind, one["texts"])


def _licence_of_python(python: Path) -> str:
    code = "import sysconfig; print(sysconfig.get_path('stdlib'))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    for place in (Path(done.stdout.strip()), Path(sys.base_prefix)):
        if (place / "LICENSE.txt").is_file():
            return (place / "LICENSE.txt").read_text(encoding="utf-8")
    return "https://docs.python.org/3/license.html"


def _list_system_libraries(folder: Path) -> Iterator[str]:
    """Yield the notices of libraries of the system, on Debian and its kin."""
    for package in find_packages(folder):
        text = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8")
        yield _section(f"{package}, as Debian has it", "", [text])


def find_packages(folder: Path) -> list[str]:
    """Return the packages of Debian or its kin that gave libraries to a packaged program."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return []
    names = [
        path.name
        for path in (folder / "_internal").glob("lib*.so*")
        if not (path.is_symlink() or path.name.startswith("libpython"))
    ]
    return sorted({found for name in names if (found := _find_package(name))})


def _find_package(library: str) -> str:
    """Return the package of Debian that a library is from, or nothing."""
    for pattern in (f"/usr/lib/*/{library}", f"/lib/*/{library}"):
        command = ["dpkg-query", "--search", pattern]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(":", 1)[0].split(",")[0]
    return ""
