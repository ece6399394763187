"""The command `export`: the proposal as Word file and PDF, the budget as Excel workbook.

With the profile `partners` it writes one Word file for one partner, or one for each.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.call.model import Pack
from erasmus_desk.cli.arguments import Export
from erasmus_desk.cli.context import CommandContext, CommandResult, refuse_suffix, retry_while_busy
from erasmus_desk.cli.set_aside import describe_set_aside
from erasmus_desk.draft import display_names
from erasmus_desk.draft.create import list_proposal_languages
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.number_limits import refuse_impossible_numbers
from erasmus_desk.draft.organisations import list_partners
from erasmus_desk.errors import ChoiceError, PrinterError, SaveError, TargetRefused, TemplateError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportedFile
from erasmus_desk.export.paperwork import PaperworkFile
from erasmus_desk.file_suffixes import PDF_SUFFIX, WORD_SUFFIX, WORKBOOK_SUFFIX, has_suffix
from erasmus_desk.i18n.typed_values import Unclear, read_date
from erasmus_desk.moments import to_local
from erasmus_desk.path_checks import is_file, is_folder, is_same_path, may_exist
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage import sent_records
from erasmus_desk.storage.written_files import WrittenFiles

ALL_PARTNERS = "all"
"""Option value: a separate file for each partner."""
BUDGET_LINES = "lines"
"""Option value: every line of the budget."""
NO_SECOND_LANGUAGE = "none"
"""Option value: no second language."""
"""Suffixes of the files that are written."""


def find_template(name: str, target: Path) -> Path | None:
    """Return the path of the template, if one is named. Raises TemplateError."""
    if not name:
        return None
    found = Path(name)
    if not may_exist(found):
        raise TemplateError("missing", path=name)
    if is_folder(found):
        raise TemplateError("not-docx", path=name)
    if is_same_file(target, found):
        raise TemplateError("is-output", path=name)
    return found


def refuse_targets(draft: str, *targets: Path) -> None:
    """Raise TargetRefused if a target is the draft itself or another target."""
    for position, path in enumerate(targets):
        if is_same_file(path, Path(draft)):
            raise TargetRefused("is-draft", path=str(path))
        if any(is_same_file(path, other) for other in targets[:position]):
            raise TargetRefused("is-other", path=str(path))


def keep_sent_record(context: CommandContext, sent: SentRecord, part: bytes) -> None:
    """Save the record of a written file, in case the file is returned without it.

    A failure is ignored: the file itself contains the record too.
    """
    with contextlib.suppress(SaveError):
        sent_records.save(context.places.sent_records, sent, part)


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths are one file, also by a link or in another case."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return is_same_path(one, other)


def export_for_partners(
    context: CommandContext, request: Export, draft: Draft, pack: Pack
) -> CommandResult:
    """Write the files for partners. Raises ChoiceError, TemplateError or SaveError."""
    if request.sheet:
        raise ChoiceError("partner-sheet")
    if request.pdf:
        raise ChoiceError("partner-pdf")
    reply_by = _parse_reply_by(request.reply_by, context.messages.language)
    beside = _choose_second_language(request, draft, pack)
    partners = choose_partners(request.partner, draft, pack)
    targets = dict(_plan_targets(request, draft, context, partners))
    refuse_targets(request.file, *targets)
    if request.partner != ALL_PARTNERS:
        refuse_suffix(request.output, WORD_SUFFIX)
    templates = [find_template(request.template, target) for target in targets]
    source = draft, context.library, context.places.resources
    # All are rendered before the first is written, so that on an error nothing is written.
    options = request.profile, request.language
    files = {
        target: export.render_word(
            *source, export.ExportRequest(*options, template, partner, reply_by, beside)
        )
        for (target, partner), template in zip(targets.items(), templates, strict=True)
    }
    if request.partner == ALL_PARTNERS and request.output:
        make_folder(Path(request.output))
    is_named = bool(request.output) and request.partner != ALL_PARTNERS
    outputs = OutputFiles(context, request.file)
    for target, file in files.items():
        outputs.plan("export.done", target, file.content, is_named=is_named)
    outputs.write()
    for file in files.values():
        keep_sent_record(context, file.sent, file.part)
    macros = describe_macros(context, request.template, files.values())
    return outputs.result(*macros, *describe_set_aside(context, draft, pack))


class OutputFiles:
    """The files of one command, all written or none, and never over the work of others.

    A name that the user gave is refused if somebody changed that file; beside a name that the
    program chose it takes the next free one, and says so.
    """

    def __init__(self, context: CommandContext, draft: str, kept: str = "export.kept") -> None:
        """`kept` is the message about a file that is not overwritten."""
        self._kept = kept
        self._say = context.messages.format_message
        self._draft = draft
        self._written = WrittenFiles(context.places.written_files)
        self._files: list[tuple[str, Path, bytes]] = []
        self._notices: list[str] = []

    def plan(self, message: str, target: Path, content: bytes, *, is_named: bool = True) -> None:
        """Add a file and the message that reports it. Raises TargetRefused (`not-ours`)."""
        if is_named:
            self._written.refuse_foreign(target, content)
        elif is_file(target) or target.is_symlink():
            taken = [path for _, path, _ in self._files]
            wanted, target = target, self._written.choose_name(target, content, taken)
            if target != wanted:
                facts = {"path": str(wanted), "draft": self._draft}
                self._notices.append(self._say(self._kept, **facts))
        self._files.append((message, target, content))

    def write(self) -> None:
        """Write the files. Raises SaveError."""
        for _, target, content in self._files:
            retry_while_busy(lambda at=target, new=content: self._written.write(at, new))

    def result(self, *notices: str) -> CommandResult:
        """Return the lines that report the files, and what was not overwritten."""
        lines = tuple(self._say(message, path=str(target)) for message, target, _ in self._files)
        return CommandResult(lines, notices=(*self._notices, *notices))


def refuse_partner_options(request: Export) -> None:
    """Raise ChoiceError if an option is given that needs the profile `partners`."""
    options = {
        "--partner": request.partner,
        "--reply-by": request.reply_by,
        "--beside": request.beside,
    }
    for option, value in options.items():
        if value:
            raise ChoiceError("partner-profile", option=option)


def choose_partners(wanted: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return the items of the organisations named by id, number or name. Raises ChoiceError."""
    known = export.list_partners(draft, pack)
    items = tuple(item for item, _ in known)
    partners = list_partners(draft, pack)
    if not known or (wanted == ALL_PARTNERS and not partners):
        raise ChoiceError("partner-none")
    if not wanted:
        raise ChoiceError("partner-missing", known=export.format_partners(known))
    if wanted == ALL_PARTNERS:
        return partners
    if wanted in items:
        return (wanted,)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(known):
        return (items[int(wanted) - 1],)
    matching = [item for item in items if wanted.casefold() in _list_names(item, draft, pack)]
    if len(matching) > 1:
        raise ChoiceError("partner-several", chosen=wanted, known=export.format_partners(known))
    if not matching:
        raise ChoiceError("partner", chosen=wanted, known=export.format_partners(known))
    return tuple(matching)


def _list_names(item: str, draft: Draft, pack: Pack) -> set[str]:
    roles = ("organisation_name", "organisation_name_national", "organisation_acronym")
    found = (draft.text(pack.role(role), item).strip().casefold() for role in roles)
    title = display_names.format_item_title(draft, pack, pack.role("organisations"), item)
    return {name for name in (*found, title.strip().casefold()) if name}


def _parse_reply_by(wanted: str, language: str) -> date | None:
    if not wanted:
        return None
    day = read_date(wanted, language)
    if isinstance(day, Unclear):
        raise ChoiceError("reply-by", chosen=wanted)
    if day < to_local(datetime.now(UTC)).date():
        raise ChoiceError("reply-by-past", chosen=day)
    return day


def _choose_second_language(request: Export, draft: Draft, pack: Pack) -> str:
    if request.beside == NO_SECOND_LANGUAGE:
        return ""
    if request.beside and request.beside not in pack.languages:
        known = ", ".join(pack.languages)
        raise ChoiceError("beside", chosen=request.beside, known=known, call=pack.id)
    return request.beside or export.suggest_second_language(draft, pack, request.language)


def _plan_targets(
    request: Export, draft: Draft, context: CommandContext, chosen: Iterable[str]
) -> Iterator[tuple[Path, str]]:
    """Yield the target path and the item of each organisation."""
    if request.output and request.partner != ALL_PARTNERS:
        yield from ((Path(request.output), partner) for partner in chosen)
        return
    folder = Path(request.output) if request.output else Path(request.file).parent
    for partner, name in export.suggest_partner_file_names(chosen, draft, context.library):
        yield folder / name, partner


def make_folder(folder: Path) -> None:
    """Create the output folder, but not its parents. Raises SaveError."""
    if has_suffix(folder, WORD_SUFFIX) and not may_exist(folder):
        raise TargetRefused("word-name", path=str(folder), suffix=WORD_SUFFIX)
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as problem:
        raise TargetRefused("no-folder", path=str(folder)) from problem
    except (OSError, ValueError) as problem:
        raise atomic_file.to_save_error(problem, folder, making=True) from problem


def open_for_export(context: CommandContext, request: Export) -> tuple[Draft, Pack]:
    """Return the draft and its call. Raises DraftError, PackError or ChoiceError."""
    opened, pack = context.open_draft(request.file)
    languages = list_proposal_languages(pack) or pack.languages
    if request.language and request.language not in languages:
        known = ", ".join(languages)
        raise ChoiceError("language", chosen=request.language, known=known, call=pack.id)
    refuse_impossible_numbers(opened.draft, pack, context.load_texts(pack))
    return opened.draft, pack


def run(context: CommandContext, request: Export) -> CommandResult:
    """Write all files or none.

    Raises DraftError, PackError, ChoiceError, TemplateError, PrinterError or SaveError.
    """
    draft, pack = open_for_export(context, request)
    if request.profile is Profile.PARTNERS:
        return export_for_partners(context, request, draft, pack)
    refuse_partner_options(request)
    target = Path(request.output) if request.output else Path(request.file).with_suffix(WORD_SUFFIX)
    template = find_template(request.template, target)
    sheet, pdf = (Path(one) if one else None for one in (request.sheet, request.pdf))
    refuse_targets(request.file, target, *(one for one in (sheet, pdf) if one))
    refuse_suffix(request.output, WORD_SUFFIX)
    refuse_suffix(request.pdf, PDF_SUFFIX)
    refuse_suffix(request.sheet, WORKBOOK_SUFFIX)
    export_request = export.ExportRequest(
        request.profile, request.language, template, has_budget_lines=request.budget == BUDGET_LINES
    )
    source = draft, context.library, context.places.resources
    # Rendered before anything is written: without Qt nothing is written.
    file = export.render_word(*source, export_request)
    printed = _render_pdf(context, file, has_template=bool(template)) if pdf else None
    violations = page_requirements.find_violations(file.content, pack.layout)
    outputs = OutputFiles(context, request.file)
    outputs.plan("export.done", target, file.content, is_named=bool(request.output))
    if pdf and printed:
        outputs.plan("export.pdf-done", pdf, printed.content)
    if sheet:
        outputs.plan("export.sheet-done", sheet, export.render_workbook(*source, request.language))
    outputs.write()
    keep_sent_record(context, file.sent, file.part)
    notices = (
        *describe_macros(context, request.template, [file]),
        *_describe_missing_letters(context, printed),
        *(page_requirements.describe_violation(one, context.messages) for one in violations),
    )
    return outputs.result(*notices, *describe_set_aside(context, draft, pack))


def describe_macros(
    context: CommandContext, template: str, files: Iterable[ExportedFile | PaperworkFile]
) -> Iterator[str]:
    """Yield that only the styles of the template were used, or what of it is hard to read."""
    for code in export.list_template_remarks(files):
        yield context.messages.format_message(f"export.template-{code}", path=template)


def _describe_missing_letters(
    context: CommandContext, printed: export.PrintedPdf | None
) -> Iterator[str]:
    """Yield which characters the PDF shows as boxes, and on which pages."""
    format_message = context.messages.format_message
    if printed and printed.missing_letters:
        letters = (
            format_message("export.letter-page", letter=letter, page=page)
            for letter, page in printed.missing_letters.items()
        )
        yield format_message("export.missing-letters", letters=", ".join(letters))


def _render_pdf(
    context: CommandContext, file: export.ExportedFile, *, has_template: bool
) -> export.PrintedPdf:
    """Return the blocks of a Word file as a PDF, in the looks of its template if it has one."""
    if context.printer is None:
        raise PrinterError
    style = file.content if has_template else export.read_style(context.places.resources)
    return context.printer(file.document, style)
