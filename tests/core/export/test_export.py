"""The file on disk, the style document behind it, and how it looks on paper."""

import importlib.util
import zipfile
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import PackUnknown
from erasmus_desk.export import export
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
    assert export.suggest_file_name(make_garden(), library) == "Herbs & bees together.docx"
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
