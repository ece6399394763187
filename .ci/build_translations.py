"""Compile the words of the window: .ts files, kept in git, become .qm files, read by Qt.

With `--update` the .ts files are first renewed from the source: new words come in unfinished,
words that are no longer in the source go. lupdate and lrelease are those of PySide6. A language is
one of the window as soon as it has a .ts file: `--update fr` begins it.
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
# Locations would change with every line that is moved.
UPDATE = ("-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines")


def main() -> int:
    """Compile all translations, on request after renewing the .ts files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--update",
        nargs="*",
        metavar="LANGUAGE",
        help="renew the .ts files as well, and begin those of these languages",
    )
    begun: list[str] | None = parser.parse_args().update
    if begun is not None:
        for language in sorted({*list_languages(), *begun}):
            update(language, find_words(language))
    compile_all()
    return 0


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a .ts file, that of the source first."""
    found = {path.stem.rpartition("_")[2] for path in FOLDER.glob("erasmus_desk_*.ts")}
    return tuple(sorted(found, key=lambda code: (code != SOURCE_LANGUAGE, code)))


def find_words(language: str) -> Path:
    """Return the .ts file of a language."""
    return FOLDER / f"erasmus_desk_{language}.ts"


def compile_all() -> None:
    """Compile every .ts file beside itself. Raises SystemExit where lrelease fails."""
    for source in sorted(FOLDER.glob("*.ts")):
        compile_translation(source, source.with_suffix(".qm"))


def update(language: str, target: Path) -> None:
    """Renew a .ts file; the file of the source language contains the plurals alone."""
    only = ("-pluralonly",) if language == SOURCE_LANGUAGE else ()
    languages = ("-source-language", SOURCE_LANGUAGE, "-target-language", language)
    run("lupdate", *UPDATE, *only, *languages, *sources(), "-ts", str(target))


def compile_translation(source: Path, target: Path) -> None:
    """Compile a .ts file; an unfinished text is left out, so that Qt shows the source text.

    Qt maps these files into memory: a program that runs must keep the one it has, so the new one
    takes its place as a whole.
    """
    built = target.with_suffix(".new.qm")
    run("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(built))
    built.replace(target)


def sources() -> list[str]:
    """Return the source files of the window, for lupdate to read."""
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").rglob("*.py"))]


def run(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6 without loading Qt into this process."""
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
