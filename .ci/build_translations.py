"""Build the words of the window: .ts files, kept in git, become .qm files, read by Qt.

With `--update` the .ts files are first renewed from the source: new words come in unfinished,
words that no source says any more go. lupdate and lrelease are those that PySide6 brings along.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "nl")
# Locations would change with every line that is moved.
UPDATE = ("-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines")


def main() -> int:
    """Build all .qm files, on request after a renewal of the .ts files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="renew the .ts files as well")
    if parser.parse_args().update:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for language in LANGUAGES:
            update(language, FOLDER / f"erasmus_desk_{language}.ts")
    for words in sorted(FOLDER.glob("*.ts")):
        release(words, words.with_suffix(".qm"))
    return 0


def update(language: str, target: Path) -> None:
    """Renew a .ts file; of the source language it holds the plurals alone."""
    only = ("-pluralonly",) if language == SOURCE_LANGUAGE else ()
    languages = ("-source-language", SOURCE_LANGUAGE, "-target-language", language)
    run("lupdate", *UPDATE, *only, *languages, *sources(), "-ts", str(target))


def release(words: Path, target: Path) -> None:
    """Compile a .ts file; words not translated yet are left out, the source stands for them."""
    run("lrelease", "-silent", "-nounfinished", str(words), "-qm", str(target))


def sources() -> list[str]:
    """Give the files that hold words for the window, as lupdate is to read them."""
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").rglob("*.py"))]


def run(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6, without loading Qt into this process."""
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    if not places:
        raise SystemExit("PySide6 is missing: run `make` first.")
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    command = [str(Path(places[0]) / name), *arguments]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code:
        raise SystemExit(f"{tool} ended with code {code}.")


if __name__ == "__main__":
    sys.exit(main())
