"""A draft becomes a Word file on disk: what the window and the commands call.

A draft becomes a PDF: of the same blocks as the Word file, by whoever can print them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk import atomic_file
from erasmus_desk.budget.grant import grant
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import display_names, review_state
from erasmus_desk.draft.model import Draft
from erasmus_desk.draft.review_state import Thread
from erasmus_desk.errors import ChoiceError, TemplateError
from erasmus_desk.export.document import builder, partner_pack
from erasmus_desk.export.document.blocks import WHOLE, Document, Profile
from erasmus_desk.export.document.budget_summary import Budget
from erasmus_desk.export.document.comments import talk, threads_for
from erasmus_desk.export.document.labels import labels
from erasmus_desk.export.document.partner_pack import Request, Spoken
from erasmus_desk.export.document.sent_record import Sending, record
from erasmus_desk.i18n import messages
from erasmus_desk.round_trip.record import Sent


class Wish(Struct, frozen=True):
    """How the file is wanted. Without a language, that of the proposal is taken.

    For `Profile.PARTNERS`: the organisation asked (the id of its item, see `partners`), the day
    to answer by, and the language that stands beside that of the file, if the call has words in
    it.
    """

    profile: Profile = Profile.CLEAN
    language: str = ""
    template: Path | None = None
    partner: str = ""
    reply_by: date | None = None
    beside: str = ""


class Made(Struct, frozen=True):
    """A Word file, and the record of what it is sent with: as such, and as the file holds it."""

    content: bytes
    sent: Sent
    part: bytes


def export(
    draft: Draft, library: Library, resources: Path, path: Path, wish: Wish | None = None
) -> Path:
    """Write the proposal to `path` and give it back; a file that is there is replaced whole.

    Raises PackError, TemplateError, TargetRefused or TargetBusy; then nothing was written.
    """
    atomic_file.write(path, proposal(draft, library, resources, wish))
    return path


def proposal(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> bytes:
    """Give the Word file of a draft; equal drafts give equal bytes.

    Raises PackError or TemplateError.
    """
    return made(draft, library, resources, wish).content


def sent(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> Sent:
    """Give the record of what the Word file of a draft is sent with.

    Raises PackError or TemplateError.
    """
    return made(draft, library, resources, wish).sent


def present(draft: Draft, library: Library, resources: Path) -> Iterator[Sent]:
    """Give what the whole draft would be sent with now, in every way there is.

    For files that have lost their record, where none was kept either. Raises PackError.
    """
    for profile in WHOLE:
        yield sent(draft, library, resources, Wish(profile))


def made(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> Made:
    """Give the Word file of a draft with its record, for who notes that it goes out.

    Raises PackError or TemplateError.
    """
    # python-docx takes 100 ms to import, and the preview needs this module without it.
    from erasmus_desk.export.word import writer  # noqa: PLC0415

    wish = wish or Wish()
    template = _template(wish.template) if wish.template else None
    document = outlined(draft, library, resources, wish)
    style = (resources / "styles" / "proposal.docx").read_bytes()
    language = _language(draft, library.pack(draft.pack.id), wish)
    sending = Sending(wish.profile, language, wish.partner, wish.reply_by)
    said = talk(_threads(draft, library, wish), document.blocks)
    records: list[tuple[Sent, bytes]] = []

    def recorded(edges: tuple[str, ...]) -> bytes:
        records.append(record(document, draft, replace(sending, edges=edges)))
        return records[0][1]

    try:
        content = writer.render(document, style, template, writer.WayHome(recorded, said))
    except TemplateError as problem:
        problem.facts.setdefault("path", str(wish.template))
        raise
    return Made(content, *records[0])


def _threads(draft: Draft, library: Library, wish: Wish) -> tuple[Thread, ...]:
    """Give the threads of comments that a file shows: none to an assessor."""
    if wish.profile is Profile.QUESTIONS:
        return review_state.threads(draft)
    if wish.profile is Profile.PARTNERS:
        pack = library.pack(draft.pack.id)
        inner = pack.form.nested_lists(pack.role("organisations"))
        return threads_for(draft, wish.partner, inner)
    return ()


def outlined(draft: Draft, library: Library, resources: Path, wish: Wish | None = None) -> Document:
    """Give the proposal as blocks, its grant computed, or one partner's part of it.

    Raises PackError, or ChoiceError for a partner that the draft does not have.
    """
    wish = wish or Wish()
    pack = library.pack(draft.pack.id)
    language = _language(draft, pack, wish)
    if wish.profile is Profile.PARTNERS:
        return _for_partner(draft, library, resources, wish, language)
    return builder.build(
        draft,
        pack,
        library.texts(pack.id, language),
        labels(resources, language),
        wish.profile,
        _budget(draft, pack, resources, language),
    )


def _language(draft: Draft, pack: Pack, wish: Wish) -> str:
    return wish.language or draft.text(pack.role("language")) or pack.main_language


def _for_partner(
    draft: Draft, library: Library, resources: Path, wish: Wish, language: str
) -> Document:
    pack = library.pack(draft.pack.id)
    known = partners(draft, pack)
    if not known:
        raise ChoiceError("partner-none")
    if wish.partner not in dict(known):
        raise ChoiceError("partner", chosen=wish.partner, known=told(known))

    def spoken(one: str) -> Spoken:
        return Spoken(library.texts(pack.id, one), labels(resources, one))

    # A language that the call has no words in would only say everything twice.
    has_second = wish.beside in pack.languages and wish.beside != language
    second = spoken(wish.beside) if has_second else None
    request = Request(wish.partner, wish.reply_by, second)
    return partner_pack.build(draft, pack, spoken(language), request)


def partners(draft: Draft, pack: Pack) -> tuple[tuple[str, str], ...]:
    """Give id and name of all organisations that can be asked, the applicant first.

    One that has no name yet bears its number in the list.
    """
    parties = pack.role("organisations")
    return tuple(
        (item, display_names.title(draft, pack, parties, item)) for item in draft.items(parties)
    )


def told(known: tuple[tuple[str, str], ...]) -> str:
    """Give organisations with their numbers in one line, as they are chosen by."""
    return "; ".join(f"{place} {name}" for place, (_, name) in enumerate(known, start=1))


def language_beside(draft: Draft, pack: Pack, language: str = "") -> str:
    """Give the language that partners most likely read beside that of the file, if any.

    That of the call itself, where the file is in another one.
    """
    chosen = language or draft.text(pack.role("language")) or pack.main_language
    return "" if chosen == pack.main_language else pack.main_language


def export_sheet(
    draft: Draft, library: Library, resources: Path, path: Path, language: str = ""
) -> Path:
    """Write the budget as a workbook to `path` and give it back.

    Raises PackError, TargetRefused or TargetBusy; then nothing was written.
    """
    atomic_file.write(path, workbook(draft, library, resources, language))
    return path


def workbook(draft: Draft, library: Library, resources: Path, language: str = "") -> bytes:
    """Give the budget as a workbook with formulas; equal drafts give equal bytes.

    Without a language, that of the proposal is taken. Raises PackError.
    """
    # As above: xlsxwriter takes as long.
    from erasmus_desk.export.spreadsheet import workbook as sheet  # noqa: PLC0415

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
    return Budget(grant(draft, pack), messages.load(resources / "sentences", language))


def suggested_name(draft: Draft, library: Library, partner: str = "") -> str:
    """Give a name for the file from acronym or title, without what a file system refuses.

    The name of the file for a partner ends in that of the partner.
    """
    pack = library.pack(draft.pack.id)
    name = draft.text(pack.role("acronym")).strip() or draft.text(pack.role("title")).strip()
    whole = _plain(name) or draft.id[:8]
    if partner:
        whole = f"{whole} - {_plain(dict(partners(draft, pack)).get(partner, '')) or partner}"
    return f"{whole}.docx"


def names_for(chosen: Iterable[str], draft: Draft, library: Library) -> Iterator[tuple[str, str]]:
    """Give organisations, each with a name for its file; two of one name get two names of files."""
    taken: set[str] = set()
    for partner in chosen:
        name = plain = suggested_name(draft, library, partner)
        while name.casefold() in taken:
            name = f"{plain.removesuffix('.docx')} ({len(taken) + 1}).docx"
        taken.add(name.casefold())
        yield partner, name


def _plain(name: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in name)
    return " ".join(kept.split())[:60].strip()


def _template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise TemplateError("unreadable", path=str(path)) from problem


Printer = Callable[[Document, bytes], bytes]
"""Makes a PDF of a document in the look of a style document. Raises PrinterError."""


def pdf(
    draft: Draft, library: Library, resources: Path, printer: Printer, wish: Wish | None = None
) -> bytes:
    """Give the proposal as a PDF, in our own look whatever the template.

    Raises PackError or PrinterError.
    """
    return printer(outlined(draft, library, resources, wish), style(resources))


def style(resources: Path) -> bytes:
    """Give the style document, whose look paper takes over from the Word file."""
    return (resources / "styles" / "proposal.docx").read_bytes()
