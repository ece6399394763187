"""The papers around a proposal as Word files of their own, for the window and the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.organisations import list_partners
from erasmus_desk.draft.papers import PaperworkKind
from erasmus_desk.errors import ChoiceError, TemplateError
from erasmus_desk.export import export
from erasmus_desk.export.document import paperwork
from erasmus_desk.export.document.blocks import Document, Profile
from erasmus_desk.export.document.context import BuildContext, load_labels
from erasmus_desk.export.document.page_space import PageSpace
from erasmus_desk.export.document.partner_pack import LanguageTexts, list_tasks
from erasmus_desk.storage.file_names import join_file_stem


class PaperworkRequest(Struct, frozen=True):
    """Which papers, in which language and with which template.

    `partner` is the item of one organisation; without it the papers are for all partners.
    """

    kind: PaperworkKind
    language: str = ""
    template: Path | None = None
    partner: str = ""


class PaperworkFile(Struct, frozen=True):
    """A Word file and the name that suits it.

    `has_macros`: the template contains macros, so that only its styles were used.
    """

    name: str
    content: bytes
    has_macros: bool = False
    remarks: tuple[str, ...] = ()


def render_paperwork(
    draft: Draft,
    library: Library,
    resources: Path,
    request: PaperworkRequest,
    check: Callable[[], None] = lambda: None,
) -> tuple[PaperworkFile, ...]:
    """Render the papers; equal drafts give equal bytes. What `check` raises ends it between two.

    Raises PackError, TemplateError, or ChoiceError for a draft without partners.
    """
    writer = export.load_writer()
    style = export.read_style(resources)
    given = export.read_template(request.template) if request.template else None
    files: dict[str, bytes] = {}
    try:
        template = writer.check_template(given) if given is not None else None
        space = writer.measure_page(style, template) if template else PageSpace()
        for names, document in build_paperwork(draft, library, resources, request, space):
            check()
            files[_choose_name(names, files)] = writer.render(document, style, template)
    except TemplateError as problem:
        problem.facts.setdefault("path", str(request.template))
        raise
    has_macros = template is not None and template.has_macros
    # All have the same letterhead.
    first = next(iter(files.values()), None)
    remarks = writer.find_remarks(first, space) if template and first is not None else ()
    return tuple(
        PaperworkFile(name, content, has_macros, remarks) for name, content in files.items()
    )


def build_paperwork(
    draft: Draft,
    library: Library,
    resources: Path,
    request: PaperworkRequest,
    space: PageSpace,
) -> Iterator[tuple[tuple[str, ...], Document]]:
    """Yield each paper as blocks, with the parts of its name; `space` is the room on a page."""
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    language = export.choose_language(draft, pack, request.language)
    texts = library.load_texts(pack.id, language, pack.revision)
    words = LanguageTexts(texts, load_labels(resources, language))
    own = draft.text(pack.role("language")) or language
    context = BuildContext(draft, pack, words.texts, words.labels, Profile.CLEAN, own)
    stem = export.suggest_file_name(draft, library).removesuffix(".docx")
    if request.kind is PaperworkKind.ANNEXES:
        title = context.labels.get("annexes.file").text
        yield (stem, title), paperwork.build_annex_list(context)
        return
    names = dict(export.list_partners(draft, pack))
    chosen = _choose_partners(request.partner, draft, pack)
    if request.kind is PaperworkKind.LETTERS:
        for paper, partner in paperwork.list_letters(context):
            if partner in chosen:
                title = paperwork.name_paper(paper, context).text
                document = paperwork.build_letter(paper, partner, context)
                yield (stem, title, names[partner]), document
        return
    grant = compute_grant(draft, pack) if pack.funding.rules else None
    title = context.labels.get("sheet.file").text
    for partner in chosen:
        tasks = list_tasks(draft, pack, words, partner)
        document = paperwork.build_sheet(partner, context, tasks, grant, space)
        yield (stem, title, names[partner]), document


def _choose_partners(partner: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return one organisation or all partners. Raises ChoiceError if there is none."""
    chosen = (partner,) if partner else list_partners(draft, pack)
    if not chosen:
        raise ChoiceError("partner-none")
    return chosen


def _choose_name(names: tuple[str, ...], taken: dict[str, bytes]) -> str:
    """Return a file name that no other file has, however letters are written."""
    known = {one.casefold() for one in taken}
    stem = suggestion = join_file_stem(*names)
    number = 1
    while f"{stem}.docx".casefold() in known:
        number += 1
        stem = f"{suggestion} ({number})"
    return f"{stem}.docx"
