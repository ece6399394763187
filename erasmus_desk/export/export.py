"""The export of a draft as Word file, PDF and workbook, for the window and the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import display_names, review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.review_state import CommentThread
from erasmus_desk.errors import ChoiceError, SystemProblem, TemplateError
from erasmus_desk.export.document import builder, partner_pack
from erasmus_desk.export.document.blocks import WHOLE_PROFILES, Document, Profile
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.comments import place_comments, select_partner_threads
from erasmus_desk.export.document.context import load_labels
from erasmus_desk.export.document.page_space import PageSpace
from erasmus_desk.export.document.partner_pack import LanguageTexts, PartnerRequest
from erasmus_desk.export.document.sent_record import SendingDetails, build_record
from erasmus_desk.export.word import font_widths
from erasmus_desk.i18n import messages
from erasmus_desk.path_checks import SpecialFile, read_content
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage.file_names import join_file_stem, make_file_stem


class ExportRequest(Struct, frozen=True):
    """The options of an export. The default language is that of the proposal.

    For `Profile.PARTNERS`: the organisation (the id of its item, see `list_partners`), the reply
    date, and a second language, which is ignored if the call has no texts in it.
    """

    profile: Profile = Profile.CLEAN
    language: str = ""
    template: Path | None = None
    partner: str = ""
    reply_by: date | None = None
    second_language: str = ""
    has_budget_lines: bool = False


class ExportedFile(Struct, frozen=True):
    """A Word file, its blocks, and its record, as data and as the part in the file.

    `has_macros`: the template contains macros, so that only its styles were used. `remarks` are
    what else is to be said of it: its page was not used, or not everybody can read its letterhead.
    """

    content: bytes
    document: Document
    sent: SentRecord
    part: bytes
    has_macros: bool = False
    remarks: tuple[str, ...] = ()


class TemplateRemarks(Protocol):
    """What a file says about the template that it was made with."""

    @property
    def has_macros(self) -> bool:
        """Whether the template contains macros."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else is to be said of it."""
        ...


def list_template_remarks(files: Iterable[TemplateRemarks]) -> tuple[str, ...]:
    """Return what is to be said about the template of files, each once, as codes."""
    found: dict[str, None] = {}
    for file in files:
        found |= dict.fromkeys((*(("macros",) if file.has_macros else ()), *file.remarks))
    return tuple(found)


def build_current_records(draft: Draft, library: Library, resources: Path) -> Iterator[SentRecord]:
    """Build the records of the whole draft as it is now, for all profiles.

    They stand in for the record of a file that has lost it. Raises PackError.
    """
    for profile in WHOLE_PROFILES:
        yield render_word(draft, library, resources, ExportRequest(profile)).sent


def build_partner_records(
    draft: Draft, library: Library, resources: Path, partner: str, language: str
) -> Iterator[SentRecord]:
    """Build the records of the file for an organisation as it is now, in one and two languages.

    Raises PackError, or ChoiceError for a partner that the draft does not have.
    """
    request = ExportRequest(Profile.PARTNERS, language, partner=partner)
    yield render_word(draft, library, resources, request).sent
    if second := suggest_second_language(
        draft, library.load_pack(draft.pack.id, draft.pack.revision), language
    ):
        yield render_word(draft, library, resources, replace(request, second_language=second)).sent


def load_writer():  # noqa: ANN201 -- only the inferred type has the functions of a module
    """Return the writer of Word files, imported when it is needed."""
    # python-docx takes 100 ms to import, and the preview needs this module without it.
    from erasmus_desk.export.word import writer  # noqa: PLC0415

    return writer


def render_word(
    draft: Draft, library: Library, resources: Path, request: ExportRequest | None = None
) -> ExportedFile:
    """Render the Word file of a draft with its record; equal drafts give equal bytes.

    Raises PackError or TemplateError.
    """
    writer = load_writer()
    request = request or ExportRequest()
    given = read_template(request.template) if request.template else None
    style, space = read_style(resources), PageSpace()
    try:
        template = writer.check_template(given) if given is not None else None
        if template is not None:
            space = writer.measure_page(style, template)
    except TemplateError as problem:
        problem.facts.setdefault("path", str(request.template))
        raise
    document = build_document(draft, library, resources, request, space)
    language = choose_language(
        draft, library.load_pack(draft.pack.id, draft.pack.revision), request.language
    )
    details = SendingDetails(request.profile, language, request.partner, request.reply_by)
    comments = place_comments(_select_threads(draft, library, request), document.blocks)
    records: list[tuple[SentRecord, bytes]] = []

    def record_lines(lines: tuple[str, ...]) -> bytes:
        records.append(build_record(document, draft, replace(details, header_footer_lines=lines)))
        return records[0][1]

    try:
        parts = writer.RoundTripParts(record_lines, comments)
        fonts = font_widths.FontWidths.load(resources)
        content = writer.render(document, style, template, parts, fonts)
    except TemplateError as problem:
        problem.facts.setdefault("path", str(request.template))
        raise
    remarks = writer.find_remarks(content, space) if template is not None else ()
    has_macros = template is not None and template.has_macros
    return ExportedFile(content, document, *records[0], has_macros, remarks)


def _select_threads(
    draft: Draft, library: Library, request: ExportRequest
) -> tuple[CommentThread, ...]:
    """Return the comment threads of a file: none for an assessor."""
    if request.profile is Profile.QUESTIONS:
        return review_state.list_threads(draft)
    if request.profile is Profile.PARTNERS:
        pack = library.load_pack(draft.pack.id, draft.pack.revision)
        inner = pack.form.lists_inside(pack.role("organisations"))
        return select_partner_threads(draft, request.partner, inner)
    return ()


def build_document(
    draft: Draft,
    library: Library,
    resources: Path,
    request: ExportRequest | None = None,
    space: PageSpace | None = None,
) -> Document:
    """Build the document of the proposal with its grant, or that for one partner.

    `space` is the room on the pages of a template, by default of ours.

    Raises PackError, or ChoiceError for a partner that the draft does not have.
    """
    request = request or ExportRequest()
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    language = choose_language(draft, pack, request.language)
    if request.profile is Profile.PARTNERS:
        return _build_partner_document(draft, pack, library, resources, request)
    texts, labels = (
        library.load_texts(pack.id, language, pack.revision),
        load_labels(resources, language),
    )
    budget = _compute_budget(draft, pack, resources, language)
    # A workbook has them too, so that an assessor gets them on request only.
    has_budget_lines = request.has_budget_lines or request.profile is Profile.QUESTIONS
    return builder.build_proposal(
        draft,
        pack,
        texts,
        labels,
        request.profile,
        budget,
        has_budget_lines=has_budget_lines,
        space=space or PageSpace(),
    )


def build_styled(
    draft: Draft, library: Library, resources: Path, request: ExportRequest
) -> tuple[Document, bytes]:
    """Return the blocks for a PDF, and the file with their styles and logo.

    Raises PackError or TemplateError.
    """
    if request.template is None:
        return build_document(draft, library, resources, request), read_style(resources)
    file = render_word(draft, library, resources, request)
    return file.document, file.content


def choose_language(draft: Draft, pack: Pack, wanted: str) -> str:
    """Return the language of a file: the wanted one, else that of the proposal."""
    return wanted or draft.text(pack.role("language")) or pack.main_language


def _build_partner_document(
    draft: Draft, pack: Pack, library: Library, resources: Path, request: ExportRequest
) -> Document:
    partners = list_partners(draft, pack)
    if not partners:
        raise ChoiceError("partner-none")
    if request.partner not in dict(partners):
        raise ChoiceError("partner", chosen=request.partner, known=format_partners(partners))

    def load_language(code: str) -> LanguageTexts:
        return LanguageTexts(
            library.load_texts(pack.id, code, pack.revision), load_labels(resources, code)
        )

    language, other = choose_language(draft, pack, request.language), request.second_language
    # Without texts of the call, a second language would only repeat the first.
    second = load_language(other) if other in pack.languages and other != language else None
    partner_request = PartnerRequest(request.partner, request.reply_by, second)
    return partner_pack.build_partner_document(
        draft, pack, load_language(language), partner_request
    )


def list_partners(draft: Draft, pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return id and name of all organisations, in their order.

    One without a name has its number in the list instead.
    """
    list_id = pack.role("organisations")
    return tuple(
        (item, display_names.format_item_title(draft, pack, list_id, item))
        for item in draft.items(list_id)
    )


def format_partners(partners: tuple[tuple[str, str], ...]) -> str:
    """Return organisations in one line, with the numbers to choose them by."""
    # Namesakes have the number in their name too, where once is enough.
    return "; ".join(
        f"{number} {name.removesuffix(f' ({number})')}"
        for number, (_, name) in enumerate(partners, start=1)
    )


def suggest_second_language(draft: Draft, pack: Pack, language: str = "") -> str:
    """Return a second language that partners probably read: that of the call, if different."""
    return pack.second_language(choose_language(draft, pack, language))


def render_workbook(draft: Draft, library: Library, resources: Path, language: str = "") -> bytes:
    """Return the budget as a workbook with formulas; equal drafts give equal bytes.

    The default language is that of the proposal. Raises PackError.
    """
    # As above: xlsxwriter takes as long.
    from erasmus_desk.export.spreadsheet.workbook import build_workbook  # noqa: PLC0415

    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    chosen = choose_language(draft, pack, language)
    texts, labels = (
        library.load_texts(pack.id, chosen, pack.revision),
        load_labels(resources, chosen),
    )
    budget = _compute_budget(draft, pack, resources, chosen)
    return build_workbook(draft, pack, texts, labels, budget)


def _compute_budget(draft: Draft, pack: Pack, resources: Path, language: str) -> Budget:
    sentences = messages.load_messages(resources / "sentences", language)
    return Budget(compute_grant(draft, pack), sentences)


def suggest_file_name(draft: Draft, library: Library, partner: str = "") -> str:
    """Return a file name from acronym or title, else from the id of the draft.

    The file name for a partner ends with the partner's name.
    """
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    name = draft.text(pack.role("acronym")).strip() or draft.text(pack.role("title")).strip()
    title = name if make_file_stem(name) else draft.id[:8]
    if not partner:
        return f"{make_file_stem(title)}.docx"
    partner_name = dict(list_partners(draft, pack)).get(partner, "")
    whose = partner_name if make_file_stem(partner_name) else partner
    return f"{join_file_stem(title, whose)}.docx"


def suggest_partner_file_names(
    chosen: Iterable[str], draft: Draft, library: Library
) -> Iterator[tuple[str, str]]:
    """Return organisations with their file names, which are unique."""
    taken: set[str] = set()
    for partner in chosen:
        name = suggestion = suggest_file_name(draft, library, partner)
        while name.casefold() in taken:
            name = f"{suggestion.removesuffix('.docx')} ({len(taken) + 1}).docx"
        taken.add(name.casefold())
        yield partner, name


_MEGABYTE = 1024 * 1024
_MAX_TEMPLATE = 100
"""Most megabytes of a template: what one may unpack to, as no packed one is larger."""


def read_template(path: Path) -> bytes:
    """Return the content of a template. Raises TemplateError."""
    try:
        content = read_content(path, _MAX_TEMPLATE * _MEGABYTE)
    except SpecialFile as problem:
        raise TemplateError("not-docx", path=str(path)) from problem
    except (OSError, ValueError) as problem:
        reason = SystemProblem.of(problem)
        raise TemplateError("no-access", path=str(path), problem=reason) from problem
    if len(content) > _MAX_TEMPLATE * _MEGABYTE:
        raise TemplateError("too-large", path=str(path), most=_MAX_TEMPLATE)
    return content


class PrintedPdf(Struct, frozen=True):
    """A PDF, and the characters that no font has, each with the first page that lacks it."""

    content: bytes
    missing_letters: Mapping[str, int] = {}


Printer = Callable[[Document, bytes], PrintedPdf]
"""Makes a PDF of a document with the styles of a style document. Raises PrinterError."""


def read_style(resources: Path) -> bytes:
    """Return our style document, for Word files and PDFs."""
    return (resources / "styles" / "proposal.docx").read_bytes()
