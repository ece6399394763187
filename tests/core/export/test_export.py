"""The file on disk, the style document behind it, and how it looks on paper."""

import importlib.util
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import PackUnknown
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from tests.core.export.gardens import make_garden, read_part

ROOT = Path(__file__).resolve().parents[3]


def test_a_draft_of_an_unknown_call_is_refused(library: Library, resources: Path) -> None:
    draft = Draft(
        "x",
        type(make_garden().pack)("unheard-of", "", 1),
        make_garden().created,
        make_garden().created,
    )
    with pytest.raises(PackUnknown):
        export.render_word(draft, library, resources)


def test_form_and_labels_can_be_in_another_language(
    example: Draft, library: Library, resources: Path
) -> None:
    other = "en" if example.text("ctx.language") == "nl" else "nl"
    body = read_part(
        export.render_word(
            example, library, resources, export.ExportRequest(language=other)
        ).content,
        "word/document.xml",
    )
    assert ("Inhoud" if other == "nl" else "Contents") in body


def test_the_name_of_the_file_comes_from_the_acronym(example: Draft, library: Library) -> None:
    assert export.suggest_file_name(example, library) == f"{example.text('prj.acronym')}.docx"
    assert export.suggest_file_name(make_garden(), library) == "Herbs bees together.docx"
    assert export.suggest_file_name(make_garden(idea__name=None), library) == "garden-1.docx"


def test_the_style_document_is_what_its_script_makes() -> None:
    spec = importlib.util.spec_from_file_location("build_style", ROOT / ".ci" / "build_style.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    content: dict[str, str] = script.parts()
    with zipfile.ZipFile(ROOT / "resources" / "styles" / "proposal.docx") as archive:
        kept = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert kept == content


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and poppler-utils are not installed, so no page can be looked at",
)
@pytest.mark.share(4)
def test_libreoffice_lays_the_example_out_in_our_font_with_all_its_text(
    example: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    request = export.ExportRequest(Profile.CLEAN)
    content = export.render_word(example, library, resources, request).content
    (tmp_path / "out.docx").write_bytes(content)
    pdf = _convert_to_pdf(tmp_path)
    pages = int(_run("pdfinfo", pdf).partition("Pages:")[2].split()[0])
    assert 20 <= pages <= 95
    fonts = _run("pdffonts", pdf)
    # The boxes of tick lists are in no text font; everything else must be.
    strange = [line for line in fonts.splitlines()[2:] if "Liberation" not in line]
    assert all("DejaVu" in line or "Symbol" in line for line in strange)
    text = " ".join(_run("pdftotext", "-layout", pdf, "-").split())
    assert f"{pages} " in text
    long = [text for text in example.answers.values() if isinstance(text, str) and len(text) > 400]
    assert len(long) > 20
    assert [one for one in long if one.split()[-1] not in text] == []


def _convert_to_pdf(folder: Path) -> str:
    home = (folder / "office").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={home}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / "out.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return str(folder / "out.pdf")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
