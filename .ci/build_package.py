"""Build the program that runs without Python, and what people install it from.

    .ci/build_package.py program     # build/package/erasmus-desk, tested
    .ci/build_package.py program --here    # the same, with the Python that runs this
    .ci/build_package.py portable    # dist/*.tar.xz, on Windows dist/*.zip
    .ci/build_package.py deb         # dist/*.deb, on Debian and its kin
    .ci/build_package.py setup       # dist/*-setup.exe, with makensis
    .ci/build_package.py dmg         # dist/*.dmg, on macOS

Every target but the first takes the program that the first built.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from package import archives, build, debian, proof, windows
from package.info import ROOT

HERE = "--here"


def main(arguments: list[str]) -> int:
    """Build what is named and return the exit code."""
    targets: dict[str, Callable[[], Path]] = {
        "program": build_program,
        "portable": archives.build_portable,
        "deb": debian.build_deb,
        "setup": windows.build_setup,
        "dmg": archives.build_dmg,
    }
    if arguments == ["program", HERE]:
        arguments, build.PYTHON = arguments[:1], Path(sys.executable)
    if len(arguments) != 1 or arguments[0] not in targets:
        print(__doc__, file=sys.stderr)
        return 2
    built = targets[arguments[0]]()
    size = sum(one.lstat().st_size for one in (built, *built.rglob("*")) if one.is_file())
    print(f"{built.relative_to(ROOT)}: {size / 1e6:.1f} MB")
    return 0


def build_program() -> Path:
    """Build the program and prove that it works."""
    folder = build.build()
    proof.prove(build.main_program(), build.PYTHON)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
