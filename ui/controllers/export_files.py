"""The files of an export: made in a thread, complete before the first of them is in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.library import Library
from erasmus_desk.draft import review_state
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.model import Change, ChangeSet, Draft
from erasmus_desk.draft.papers import PaperworkKind
from erasmus_desk.errors import SaveError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportedFile, ExportRequest
from erasmus_desk.export.page_requirements import PageViolation
from erasmus_desk.export.paperwork import PaperworkRequest, render_paperwork
from erasmus_desk.path_checks import is_file
from erasmus_desk.storage import sent_records
from erasmus_desk.storage.written_files import WrittenFiles

from ..pages.export.options import ExportOptions
from ..pages.export.recipient import ALL_PARTNERS
from ..session.session import Session
from .long_work import Cancellation


class MadeFiles(Struct, frozen=True):
    """What is to be written, the files that are recorded as sent, and what is to be said."""

    contents: dict[Path, bytes]
    sent: tuple[tuple[ExportRequest, ExportedFile], ...] = ()
    violations: tuple[PageViolation, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is to be said about the template, as ends of the ids of sentences."""
    is_proposal: bool = False
    """Whether they have the text of the proposal, so that its version is kept."""


class WrittenPaths(Struct, frozen=True):
    """Where files were written, and the names of those that somebody changed and that stay."""

    paths: tuple[Path, ...]
    kept: tuple[str, ...] = ()


def make_files(
    draft: Draft,
    library: Library,
    resources: Path,
    options: ExportOptions,
    cancellation: Cancellation,
) -> MadeFiles:
    """Render the files. Raises DeskError, or WorkCancelled between two of them."""
    if options.is_workbook:
        source = draft, library, resources, options.language
        return MadeFiles({options.path: export.render_workbook(*source)})
    if options.papers:
        request = PaperworkRequest(
            PaperworkKind(options.papers), options.language, options.template
        )
        papers = render_paperwork(draft, library, resources, request, cancellation.check)
        contents = {
            options.path / file.name if options.needs_folder else options.path: file.content
            for file in papers
        }
        return MadeFiles(contents, remarks=export.list_template_remarks(papers))
    contents: dict[Path, bytes] = {}
    sent: list[tuple[ExportRequest, ExportedFile]] = []
    for path, one in build_requests(draft, library, options):
        cancellation.check()
        file = export.render_word(draft, library, resources, one)
        contents[path] = file.content
        sent.append((one, file))
    # All have the same template, so checking the first is enough.
    layout = library.load_pack(draft.pack.id, draft.pack.revision).layout
    violations = page_requirements.find_violations(sent[0][1].content, layout)
    remarks = export.list_template_remarks([sent[0][1]])
    return MadeFiles(contents, tuple(sent), violations, remarks, is_proposal=True)


def write_files(
    known: WrittenFiles, contents: dict[Path, bytes], cancellation: Cancellation
) -> WrittenPaths:
    """Write files beside those that somebody changed, never over them.

    Raises SaveError, or WorkCancelled before the first is in its place.
    """
    names: dict[Path, Path] = {}
    for path, content in contents.items():
        # A folder under that name is an error of writing, not a file to be kept.
        is_kept = is_file(path) and not known.is_free(path, content)
        names[path] = known.choose_name(path, content, names.values()) if is_kept else path
    known.write_all(
        {target: contents[path] for path, target in names.items()},
        cancellation.check,
        cancellation.commit,
    )
    kept = tuple(path.name for path, target in names.items() if path != target)
    return WrittenPaths(tuple(names.values()), kept)


def build_requests(
    draft: Draft, library: Library, options: ExportOptions
) -> Iterator[tuple[Path, ExportRequest]]:
    """Yield the path and the request of each Word file."""
    recipient = options.recipient
    request = ExportRequest(
        Profile(options.profile),
        options.language,
        options.template,
        recipient.partner,
        recipient.reply_by,
        recipient.second_language,
        options.has_budget_lines,
    )
    if recipient.partner != ALL_PARTNERS:
        yield options.path, request
        return
    pack = library.load_pack(draft.pack.id, draft.pack.revision)
    partners = [partner for partner, _ in export.list_partners(draft, pack)][1:]
    for partner, name in export.suggest_partner_file_names(partners, draft, library):
        yield options.path / name, replace(request, partner=partner)


def save_records(folder: Path, made: MadeFiles) -> None:
    """Save the records of files that were sent; one that cannot be saved is still in its file."""
    for _, file in made.sent:
        with suppress(SaveError):
            sent_records.save(folder, file.sent, file.part)


def note_sent(session: Session, made: MadeFiles, name: str) -> list[str]:
    """Note the recipients in the draft as one change set, and return their names.

    A copy that a recipient has already is not noted again.
    """
    draft, changes, sent_to = session.draft, list[Change](), list[str]()
    names = dict(export.list_partners(draft, session.pack))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for request, file in made.sent:
        to, state = names.get(request.partner, name), file.sent.state
        sent_to += [to] if to else []
        outstanding = review_state.list_outstanding_copies(draft)
        if not to or (state, to) in {(copy.state, copy.recipient) for copy in outstanding}:
            continue
        shared = review_state.SharedCopy(
            make_item_id(),
            state,
            request.profile.value,
            to,
            at,
            request.partner,
            request.reply_by,
        )
        change_set = review_state.add_shared_copy(draft, shared)
        draft = draft.apply(*change_set.changes)
        changes += change_set.changes
    session.perform(ChangeSet(tuple(changes), "sending.out"))
    return sent_to
