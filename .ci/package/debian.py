"""The package for Debian and its kin: the program, its menu entry, file type and manual page."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import runpy
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path

from package import build, notices
from package.info import BUILD, COMMAND, DIST, ROOT, VERSION

HERE = ROOT / ".ci" / "package" / "linux"
DESKTOP = ROOT / "resources" / "desktop"
ICONS = ROOT / "resources" / "icons"
STAGE = BUILD / "deb"
# Data that the libraries read: keyboards, settings of fonts, and one font. An office program for
# the files that it writes is a matter of taste.
DATA_PACKAGES = (
    "fontconfig-config, xkb-data, fonts-dejavu-core | fonts-liberation | fonts-noto-core"
)
MAINTAINER = "The Erasmus Desk team <erasmus-desk@users.noreply.github.com>"
CHANGES = """{name} ({version}) stable; urgency=medium

  * What changed for users stands in CHANGELOG.md.

 -- {maintainer}  {stamp}
"""
COPYRIGHT = """{licence}
Icons: Lucide (ISC). Cities: GeoNames (CC BY 4.0). Qt and Qt for Python: LGPL 3, see
/usr/share/common-licenses/LGPL-3. The notices of all that others made and that is in this package
are in {file}.gz beside this file.
"""
CONTROL = """Package: {name}
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {needs}, {data}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Suggests: libreoffice-writer
Section: editors
Priority: optional
Homepage: https://github.com/erasmus-desk/erasmus-desk
Description: write Erasmus+ partnership proposals offline
 Erasmus Desk guides through the questions of a call of Erasmus+ (Key Action 2),
 calculates the budget, and saves a Word file that partners review and that is
 imported again. It needs no account and no network.
 .
 It is not an official form. Applications are submitted in the official form.
"""


def build_deb() -> Path:
    """Build the package from the program that was built. Raises SystemExit."""
    shutil.rmtree(STAGE, ignore_errors=True)
    root = STAGE / "root"
    lay_out(root)
    machine = _say("dpkg", "--print-architecture")
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    needs = find_needs(root)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    named = {"name": COMMAND, "version": VERSION, "maintainer": MAINTAINER}
    text = CONTROL.format(**named, machine=machine, size=size, needs=needs, data=DATA_PACKAGES)
    control.write_text(text, encoding="utf-8")
    (control.parent / "md5sums").write_text("".join(_sums(root)), encoding="utf-8")
    for path in (control.parent, *control.parent.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)
    DIST.mkdir(exist_ok=True)
    target = DIST / f"{COMMAND}_{VERSION}_{machine}.deb"
    build.run(["dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, target])
    return target


def lay_out(root: Path) -> None:
    """Put every file where Debian has it."""
    program, share = root / "usr" / "lib" / COMMAND, root / "usr" / "share"
    shutil.copytree(build.FOLDER, program, symlinks=True)
    for name in ("LICENSE.txt", notices.FILE):
        (program / name).unlink()
    link = root / "usr" / "bin" / COMMAND
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{COMMAND}/{COMMAND}")
    icons = share / "icons" / "hicolor"
    for source, target in (
        (DESKTOP / f"{COMMAND}.desktop", share / "applications" / f"{COMMAND}.desktop"),
        (DESKTOP / f"{COMMAND}.xml", share / "mime" / "packages" / f"{COMMAND}.xml"),
        (ICONS / f"{COMMAND}.svg", icons / "scalable" / "apps" / f"{COMMAND}.svg"),
        (HERE / "lintian-overrides", share / "lintian" / "overrides" / COMMAND),
    ):
        _write(target, source.read_bytes())
    date = runpy.run_path(str(ROOT / "erasmus_desk" / "__init__.py"))["RELEASED"]
    metainfo = (HERE / "metainfo.xml").read_text(encoding="utf-8")
    about = metainfo.format(version=VERSION, date=date.isoformat())
    name = re.search(r"<id>(.+)</id>", metainfo)
    _write(share / "metainfo" / f"{name[1] if name else COMMAND}.metainfo.xml", about.encode())
    manual = "\n".join(write_manual(build.main_program(), date.isoformat()))
    _write(share / "man" / "man1" / f"{COMMAND}.1.gz", _zip(manual.encode()))
    papers = share / "doc" / COMMAND
    stamp = format_datetime(datetime.combine(date, time(12), UTC))
    changes = CHANGES.format(name=COMMAND, version=VERSION, maintainer=MAINTAINER, stamp=stamp)
    _write(papers / "changelog.gz", _zip(changes.encode()))
    _write(papers / "CHANGELOG.md.gz", _zip((ROOT / "CHANGELOG.md").read_bytes()))
    _write(papers / f"{notices.FILE}.gz", _zip((build.FOLDER / notices.FILE).read_bytes()))
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    _write(papers / "copyright", COPYRIGHT.format(licence=licence, file=notices.FILE).encode())
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == program / COMMAND
            path.chmod(0o755 if runs else 0o644)


def find_needs(root: Path) -> str:
    """Return the packages whose libraries the program is linked to, with their versions."""
    work = STAGE / "work"
    (work / "debian").mkdir(parents=True)
    (work / "debian" / "control").write_text(
        f"Source: {COMMAND}\n\nPackage: {COMMAND}\nArchitecture: any\n"
    )
    program = root / "usr" / "lib" / COMMAND
    files = [path for path in program.rglob("*") if not path.is_symlink() and _is_elf(path)]
    own = {path.parent for path in files}
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
    command += [f"-l{path}" for path in sorted(own)]
    command += [f"-x{name}" for name in notices.find_packages(build.FOLDER)]
    command += [f"-e{path}" for path in sorted(files)]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    found = re.search(r"shlibs:Depends=(.+)", done.stdout)
    if done.returncode or found is None:
        raise SystemExit(f"dpkg-shlibdeps failed: {done.stderr}")
    return found[1]


def write_manual(program: Path, date: str) -> Iterator[str]:
    """Yield the lines of the manual page: the help that the program gives for each command."""
    named = re.compile(r"^ {2,4}([a-z][a-z-]*)  +\S", re.MULTILINE)
    about = _help(program)
    yield f'.TH ERASMUS-DESK 1 "{date}" "Erasmus Desk {VERSION}" "User Commands"'
    yield ".SH NAME"
    yield "erasmus-desk \\- write Erasmus+ partnership proposals offline"
    yield from _section("SYNOPSIS AND COMMANDS", about)
    for command in named.findall(about):
        yield from _section(command.upper(), _help(program, command))
    yield from _section(
        "ENVIRONMENT",
        "ERASMUS_DESK_HOME  Folder for all files of the program, instead of those of the user",
    )


def _section(title: str, text: str) -> Iterator[str]:
    yield f'.SH "{title}"'
    yield ".nf"
    for line in text.splitlines():
        safe = line.replace("\\", "\\e").replace("-", "\\-")
        yield f"\\&{safe}" if safe[:1] in {".", "'"} else safe
    yield ".fi"


def _help(program: Path, *command: str) -> str:
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "76",
        "ERASMUS_DESK_HOME": "/nowhere",
    }
    done = subprocess.run(
        [program, *command, "--help"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def _sums(root: Path) -> Iterator[str]:
    for path in sorted((root / "usr").rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(root)}\n"


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _zip(content: bytes) -> bytes:
    """Compress without name and time, as Debian asks."""
    return gzip.compress(content, 9, mtime=0)


def _is_elf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _say(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
