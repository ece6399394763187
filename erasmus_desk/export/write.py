"""A draft becomes a Word file on disk: what the window and the commands call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from erasmus_desk import atomic, sentences
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import TemplateError
from erasmus_desk.export import outline
from erasmus_desk.export.blocks import Document, Profile
from erasmus_desk.export.labels import labels
from erasmus_desk.export.outline_budget import Budget
from erasmus_desk.money.grant import grant


@dataclass(frozen=True, slots=True)
class Wish:
    """How the file is wanted. Without a language, that of the proposal is taken."""

    profile: Profile = Profile.CLEAN
    language: str = ""
    template: Path | None = None


def export(
    draft: Draft, library: Library, resources: Path, path: Path, wish: Wish | None = None
) -> Path:
    """Write the proposal to `path` and give it back; a file that is there is replaced whole.

    Raises PackError, TemplateError, TargetRefused or TargetBusy; then nothing was written.
    """
    atomic.write(path, proposal(draft, library, resources, wish))
    return path


def proposal(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> bytes:
    """Give the Word file of a draft; equal drafts give equal bytes.

    Raises PackError or TemplateError.
    """
    # Imported late: the library that writes Word files costs 100 ms, which only an export owes.
    from erasmus_desk.export import word  # noqa: PLC0415

    wish = wish or Wish()
    template = _template(wish.template) if wish.template else None
    document = outlined(draft, library, resources, wish)
    style = (resources / "styles" / "proposal.docx").read_bytes()
    try:
        return word.render(document, style, template)
    except TemplateError as problem:
        problem.facts.setdefault("path", str(wish.template))
        raise


def outlined(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> Document:
    """Give the proposal as blocks, its grant computed. Raises PackError."""
    wish = wish or Wish()
    pack = library.pack(draft.pack.id)
    language = wish.language or draft.text(pack.role("language")) or pack.main_language
    return outline.build(
        draft,
        pack,
        library.texts(pack.id, language),
        labels(resources, language),
        wish.profile,
        _budget(draft, pack, resources, language),
    )


def export_sheet(
    draft: Draft, library: Library, resources: Path, path: Path, language: str = ""
) -> Path:
    """Write the budget as a workbook to `path` and give it back.

    Raises PackError, TargetRefused or TargetBusy; then nothing was written.
    """
    atomic.write(path, workbook(draft, library, resources, language))
    return path


def workbook(draft: Draft, library: Library, resources: Path, language: str = "") -> bytes:
    """Give the budget as a workbook with formulas; equal drafts give equal bytes.

    Without a language, that of the proposal is taken. Raises PackError.
    """
    # Imported late: only an export owes what the library costs.
    from erasmus_desk.export import sheet  # noqa: PLC0415

    pack = library.pack(draft.pack.id)
    chosen = language or draft.text(pack.role("language")) or pack.main_language
    return sheet.workbook(
        draft,
        pack,
        library.texts(pack.id, chosen),
        labels(resources, chosen),
        _budget(draft, pack, resources, chosen),
    )


def _budget(draft: Draft, pack: Pack, resources: Path, language: str) -> Budget:
    return Budget(grant(draft, pack), sentences.load(resources / "sentences", language))


def suggested_name(draft: Draft, library: Library) -> str:
    """Give a name for the file from acronym or title, without what a file system refuses."""
    pack = library.pack(draft.pack.id)
    name = draft.text(pack.role("acronym")).strip() or draft.text(pack.role("title")).strip()
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in name)
    return f"{' '.join(kept.split())[:60].strip() or draft.id[:8]}.docx"


def _template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise TemplateError("unreadable", path=str(path)) from problem
