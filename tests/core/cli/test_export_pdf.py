"""`export --pdf`: the same proposal as a PDF, or an error in one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from erasmus_desk import paths

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = paths.find_resources() / "examples" / "goede-praktijk-school.erasmus"
WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from erasmus_desk.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
CHECK_IMPORTS = """
import sys
from erasmus_desk.__main__ import main
code = main(sys.argv[1:])
sys.exit(any(name.startswith("PySide6") for name in sys.modules) or code)
"""
NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""


@pytest.fixture
def draft(tmp_path: Path, home: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "project.erasmus"))


def run(program: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    start = ["-c", program] if program else ["-m", "erasmus_desk"]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        cwd=ROOT,
        env={**known, "LANG": "en_GB.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_pdf_is_written_beside_the_word_file_without_a_display(
    draft: Path, tmp_path: Path
) -> None:
    target = draft.with_suffix(".pdf")
    done = run("", "export", draft, "--pdf", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert target.read_bytes().startswith(b"%PDF-")
    assert draft.with_suffix(".docx").is_file()
    assert str(target) in done.stdout
    # Equal drafts give equal files.
    again = tmp_path / "again.pdf"
    assert run("", "export", draft, "--pdf", again).returncode == 0
    assert again.read_bytes() == target.read_bytes()


def test_a_word_file_alone_loads_no_qt(draft: Path) -> None:
    assert run(CHECK_IMPORTS, "export", draft).returncode == 0


@pytest.mark.parametrize(
    ("language", "words"), [("en_GB.UTF-8", "A PDF cannot be made"), ("nl_BE.UTF-8", "geen pdf")]
)
def test_without_qt_it_says_so_in_one_line_and_writes_nothing(
    draft: Path, language: str, words: str
) -> None:
    done = run(WITHOUT_QT, "export", draft, "--pdf", draft.with_suffix(".pdf"), LANG=language)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Qt" in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(draft.parent.glob("project.*")) == [draft]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fonts come from the system")
@pytest.mark.parametrize(
    ("language", "words"), [("en_GB.UTF-8", "no fonts"), ("nl_BE.UTF-8", "geen lettertypen")]
)
@pytest.mark.share(2)
def test_without_fonts_it_says_so_in_one_line_and_writes_nothing(
    draft: Path, tmp_path: Path, language: str, words: str
) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    rules = folder / "fonts.conf"
    rules.write_text(NO_FONTS.format(folder=folder), encoding="utf-8")
    arguments = "export", draft, "--pdf", draft.with_suffix(".pdf")
    done = run("", *arguments, LANG=language, FONTCONFIG_FILE=str(rules))
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(draft.parent.glob("project.*")) == [draft]


@pytest.mark.parametrize("name", ["project.erasmus", "project.docx"])
def test_neither_the_draft_nor_the_word_file_is_overwritten(draft: Path, name: str) -> None:
    before = draft.read_bytes()
    done = run("", "export", draft, "--pdf", draft.with_name(name))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert draft.read_bytes() == before
    assert not draft.with_suffix(".docx").exists()


def test_a_file_for_a_partner_is_no_pdf(draft: Path) -> None:
    done = run("", "export", draft, "--partner", "all", "--pdf", draft.with_suffix(".pdf"))
    assert done.returncode == 2
    assert "--pdf" in done.stderr
    assert list(draft.parent.glob("project.*")) == [draft]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en_GB.UTF-8", "\U0001e2ff (page 1)"), ("nl_BE.UTF-8", "\U0001e2ff (pagina 1)")],
)
@pytest.mark.share(2)
def test_characters_that_no_font_has_are_told(draft: Path, language: str, words: str) -> None:
    content = draft.read_text(encoding="utf-8")
    title = "Kruisblik: leraren van vier scholen"
    assert title in content
    draft.write_text(content.replace(title, f"{title} \U0001e2ff"), encoding="utf-8")
    done = run("", "export", draft, "--pdf", draft.with_suffix(".pdf"), LANG=language)
    assert done.returncode == 0
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert run("", "export", draft, LANG=language).stderr == ""
